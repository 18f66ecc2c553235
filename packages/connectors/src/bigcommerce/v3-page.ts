import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

export interface V3Request<Row> {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly operation: string;
  readonly row: z.ZodType<Row>;
}

export type V3Page<Row> =
  | { readonly ok: true; readonly rows: readonly Row[]; readonly pages: number }
  | { readonly ok: false; readonly failure: ConnectorFailure };

const meta = z.object({ pagination: z.object({ total_pages: z.number().int().nonnegative() }) });

/** One page of a V3 collection: `{ data, meta: { pagination } }`. */
export async function v3Page<Row>(
  client: VendorClient,
  { path, query, operation, row }: V3Request<Row>,
  call?: Call,
): Promise<V3Page<Row>> {
  const answer = await client.call('read', { method: 'GET', path: `/v3${path}`, query, operation }, call);
  if (!answer.ok) return answer;
  const read = validate(z.object({ data: z.array(row), meta }), answer.json);
  if (read.ok) return { ok: true, rows: read.value.data, pages: read.value.meta.pagination.total_pages };
  const text = `the answer cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}
