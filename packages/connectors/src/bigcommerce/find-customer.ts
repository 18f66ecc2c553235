import type { Customer } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import { findOne } from './find-one.ts';

const customerWire = z.object({
  id: z.number().int().positive(),
  email: optionalText,
  first_name: optionalText,
  last_name: optionalText,
  company: optionalText,
  phone: optionalText,
});

type CustomerWire = z.output<typeof customerWire>;

/** A shopper's account by its id or e-mail address, which a store has once. It has no number of the seller's. */
export async function findCustomer(
  client: VendorClient,
  { by, value }: LookUp<'id' | 'email'>,
  call?: Call,
): Promise<Found<Customer>> {
  if (by === 'id' && !/^[1-9]\d{0,14}$/.test(value)) return { status: 'notFound' };
  const found = await findOne(
    client,
    {
      path: '/customers',
      filter: by === 'id' ? { 'id:in': value } : { 'email:in': value },
      operation: 'customers.find',
      row: customerWire,
      what: `customers with the ${by} ${value}`,
      fits: ({ id, email }) => (by === 'id' ? String(id) === value : email?.toLowerCase() === value.toLowerCase()),
    },
    call,
  );
  return found.status === 'found' ? { status: 'found', value: decodeCustomer(found.value) } : found;
}

function decodeCustomer(wire: CustomerWire): Customer {
  const { id, email, first_name: first, last_name: last, company, phone } = wire;
  const person = [first, last].filter((name) => name !== undefined).join(' ');
  const contact = present({ name: person === '' ? undefined : person, email, phone });
  return present({
    customerNumber: String(id),
    name: company ?? (person === '' ? undefined : person),
    ids: [{ scheme: 'channel' as const, value: String(id) }],
    contacts: Object.keys(contact).length === 0 ? undefined : [contact],
    shipTo: [],
  });
}
