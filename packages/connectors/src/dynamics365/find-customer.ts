import { type Customer, validate } from '@dist/canonical';
import * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { present } from '../port/present.ts';
import { optionalText } from '../wire/optional-text.ts';
import { type LegalEntity, readSet } from './legal-entity.ts';

const wire = z.object({ CustomerAccount: z.string().min(1), OrganizationName: optionalText });

/** A customer by its account number or by the name of its organization: `CustomersV3`. */
export async function findCustomer(
  entity: LegalEntity,
  { by, value }: LookUp<'number' | 'name'>,
  call?: Call,
): Promise<Found<Customer>> {
  const { client } = entity;
  const filter = `${by === 'number' ? 'CustomerAccount' : 'OrganizationName'} eq ${odataText(value)}`;
  const read = await readSet(entity, 'CustomersV3', { filter, top: '2', operation: 'customers.find' }, call);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const [first, second] = read.value;
  if (first === undefined) return { status: 'notFound' };
  if (second !== undefined) {
    return { status: 'failed', failure: client.fail('conflict', `two customers have the ${by} ${value}`) };
  }
  const record = validate(wire, first);
  if (!record.ok) {
    const text = `the answer cannot be read: ${record.issues[0]?.message ?? 'it has another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const { CustomerAccount: number, OrganizationName: name } = record.value;
  const ids = [{ scheme: 'erp' as const, value: number }];
  return { status: 'found', value: present({ customerNumber: number, name, ids, shipTo: [] }) };
}
