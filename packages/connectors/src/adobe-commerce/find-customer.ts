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
  email: z.string(),
  firstname: optionalText,
  lastname: optionalText,
  extension_attributes: z
    .looseObject({ company_attributes: z.looseObject({ company_id: z.number().int().nullish() }).nullish() })
    .nullish(),
});

/**
 * A customer by its id or its e-mail address: two websites of one store may have it both, which is a conflict. Its company
 * (B2B) is the `parentNumber`.
 */
export async function findCustomer(
  client: VendorClient,
  { by, value }: LookUp<'id' | 'email'>,
  call?: Call,
): Promise<Found<Customer>> {
  if (by === 'id' && !/^[1-9]\d{0,9}$/.test(value)) return { status: 'notFound' };
  const found = await findOne(
    client,
    {
      path: '/customers/search',
      filters: [{ field: by === 'id' ? 'entity_id' : 'email', value, condition: 'eq' }],
      operation: 'customers.find',
      row: customerWire,
      what: `customers with the ${by} ${value}`,
      fits: ({ id, email }) => (by === 'id' ? String(id) === value : email.toLowerCase() === value.toLowerCase()),
    },
    call,
  );
  if (found.status !== 'found') return found;
  const { id, email, firstname, lastname, extension_attributes: more } = found.value;
  const name = [firstname, lastname].filter((part) => part !== undefined).join(' ');
  const company = more?.company_attributes?.company_id;
  return {
    status: 'found',
    value: present({
      customerNumber: String(id),
      name: name === '' ? undefined : name,
      ids: [{ scheme: 'channel' as const, value: String(id) }],
      contacts: [{ email }],
      parentNumber: company ? String(company) : undefined,
      shipTo: [],
    }),
  };
}
