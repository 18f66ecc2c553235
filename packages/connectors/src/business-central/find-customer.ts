import type { Customer } from '@dist/canonical';
import * as z from 'zod';
import type { Call } from '../port/call.ts';
import type { CustomerKey, LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { Company } from './company.ts';
import { findOne } from './find-one.ts';

const fields: Readonly<Record<CustomerKey, string>> = {
  id: 'id',
  number: 'number',
  email: 'email',
  name: 'displayName',
};
const wire = z.object({ id: z.string().min(1), number: z.string().min(1), displayName: optionalText });

/** A customer by its id, number, e-mail address or name. */
export async function findCustomer(
  company: Company,
  { by, value }: LookUp<CustomerKey>,
  call?: Call,
): Promise<Found<Customer>> {
  const wanted = { operation: 'customers.find', set: 'customers', field: fields[by], value, wire } as const;
  const found = await findOne(company, wanted, call);
  if (found.status !== 'found') return found;
  const { number, displayName: name } = found.value;
  const ids = [{ scheme: 'erp' as const, value: number }];
  return { status: 'found', value: present({ customerNumber: number, name, ids, shipTo: [] }) };
}
