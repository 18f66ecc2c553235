import { type Customer, validate } from '@dist/canonical';
import * as z from 'zod';
import type { Call } from '../port/call.ts';
import type { ErrorClass } from '../port/error-class.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { BusinessUnit } from './business-unit.ts';
import { queryText } from './query-text.ts';
import { readCollection } from './read-collection.ts';

/** What is read of an account: a party of type organization. */
const wire = z.object({ PartyNumber: z.string().min(1), OrganizationName: optionalText });

const fields = { number: 'PartyNumber', name: 'OrganizationName' } as const;

/** A customer by its party number (Registry ID), which an order names as its buying party, or by its name as a whole. */
export async function findCustomer(
  { client }: BusinessUnit,
  { by, value }: LookUp<'number' | 'name'>,
  call?: Call,
): Promise<Found<Customer>> {
  const fail = (name: ErrorClass, text: string): Found<Customer> => ({
    status: 'failed',
    failure: client.fail(name, text, { safeToReplay: true }),
  });
  const text = queryText(value);
  if (value === '' || text === undefined) return fail('validation', `a ${by} with such signs is none`);
  const q = `${fields[by]} = ${text}`;
  const request = { path: '/crmRestApi/resources/11.13.18.05/accounts', query: { q }, operation: 'customers.find' };
  const read = await readCollection(client, request, call);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const parties = validate(z.array(wire), read.value);
  if (!parties.ok) return fail('contract-drift', `the answer cannot be read: ${parties.issues[0]?.message}`);
  const [first, second] = parties.value.filter((party) => party[fields[by]] === value);
  if (first === undefined) return { status: 'notFound' };
  if (second !== undefined) return fail('conflict', `two customers have the ${by} ${value}`);
  const { PartyNumber: number, OrganizationName: name } = first;
  return {
    status: 'found',
    value: present({ customerNumber: number, name, ids: [{ scheme: 'erp' as const, value: number }], shipTo: [] }),
  };
}
