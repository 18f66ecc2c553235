import * as z from 'zod';
import type { Operation } from './admin-client.ts';

const person = z.object({
  id: z.string(),
  displayName: z.string(),
  defaultEmailAddress: z.object({ emailAddress: z.string() }).nullish(),
});

/** A person who buys, as they are asked for. */
export type PersonNode = z.output<typeof person>;

/** A person who buys. */
export const personById: Operation<{ customer?: PersonNode | null | undefined }> = {
  kind: 'read',
  name: 'PersonById',
  cost: 2,
  text: `query PersonById($id: ID!) {
  customer(id: $id) { id displayName defaultEmailAddress { emailAddress } }
}`,
  data: z.object({ customer: person.nullish() }),
};

/** Persons of a search. */
export const peopleByText: Operation<{ customers: { nodes: PersonNode[] } }> = {
  kind: 'read',
  name: 'PeopleByText',
  cost: 102,
  text: `query PeopleByText($search: String!) {
  customers(first: 50, query: $search) { nodes { id displayName defaultEmailAddress { emailAddress } } }
}`,
  data: z.object({ customers: z.object({ nodes: z.array(person) }) }),
};
