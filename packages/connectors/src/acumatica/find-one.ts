import { validate } from '@dist/canonical';
import type * as z from 'zod';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { type RecordsRequest, readRecords } from './read-records.ts';
import type { Tenant } from './tenant.ts';

/** The one record that a filter finds. Two are a conflict, never the first of them. */
export async function findOne<Wire>(
  { client }: Tenant,
  { schema, what, ...request }: RecordsRequest & { readonly schema: z.ZodType<Wire>; readonly what: string },
  fits: (wire: Wire) => boolean,
  call?: Call,
): Promise<
  | { readonly status: 'found'; readonly wire: Wire }
  | { readonly status: 'notFound' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure }
> {
  const query = { ...request.query, $top: '2' };
  const read = await readRecords(client, { ...request, query }, call);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const found: Wire[] = [];
  for (const json of read.value) {
    const wire = validate(schema, json);
    if (!wire.ok) {
      const text = `the answer cannot be read: ${wire.issues[0]?.message ?? 'it has another shape'}`;
      return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    // SQL Server compares texts without case.
    if (fits(wire.value)) found.push(wire.value);
  }
  const [first, second] = found;
  if (first === undefined) return { status: 'notFound' };
  if (second === undefined) return { status: 'found', wire: first };
  return { status: 'failed', failure: client.fail('conflict', `two ${what}`, { safeToReplay: true }) };
}
