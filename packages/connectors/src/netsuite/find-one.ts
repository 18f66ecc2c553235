import { validate } from '@dist/canonical';
import type * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { Found } from '../port/page.ts';
import { suiteql } from './suiteql.ts';

/** The one row of a query; two are a conflict. */
export async function findOne<Row>(
  client: VendorClient,
  { q, operation, what }: { readonly q: string; readonly operation: string; readonly what: string },
  schema: z.ZodType<Row[]>,
  call: Call | undefined,
): Promise<Found<Row>> {
  const answer = await suiteql(client, { q, limit: 2, offset: 0, operation }, call);
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const read = validate(schema, answer.rows);
  if (!read.ok) {
    const text = `the answer cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const [first, second] = read.value;
  if (second !== undefined) return { status: 'failed', failure: client.fail('conflict', `two ${what}`) };
  return first === undefined ? { status: 'notFound' } : { status: 'found', value: first };
}
