import { validate } from '@dist/canonical';
import type * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import { readRows } from '../odata/read-rows.ts';
import type { Call } from '../port/call.ts';
import type { Found } from '../port/page.ts';
import type { Company } from './company.ts';

/** Which record is looked for. */
export interface Wanted<Value> {
  readonly operation: 'customers.find' | 'items.find';
  readonly set: 'customers' | 'items';
  readonly field: string;
  readonly value: string;
  readonly wire: z.ZodType<Value>;
}

/** The one record of a set with this value; two are a `conflict`. An id that is no GUID names nothing. */
export async function findOne<Value>(
  { client, root }: Company,
  { operation, set, field, value, wire }: Wanted<Value>,
  call?: Call,
): Promise<Found<Value>> {
  const isGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
  if (field === 'id' && !isGuid) return { status: 'notFound' };
  const literal = field === 'id' ? value : odataText(value);
  const query = { $filter: `${field} eq ${literal}`, $top: '2' };
  const read = await readRows(client, { path: `${root}/${set}`, query, operation }, call);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const [first, second] = read.value;
  if (first === undefined) return { status: 'notFound' };
  if (second !== undefined) {
    return { status: 'failed', failure: client.fail('conflict', `two ${set} have the ${field} ${value}`) };
  }
  const record = validate(wire, first);
  if (record.ok) return { status: 'found', value: record.value };
  const text = `the answer cannot be read: ${record.issues[0]?.message ?? 'it has another shape'}`;
  return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
