import { validate } from '@dist/canonical';
import type * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

/** Rows of a V2 collection, as they came and as they are read. */
export type V2Rows<Row> =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly failure: ConnectorFailure };

interface V2Request<Row> {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly operation: string;
  readonly row: z.ZodType<Row>;
}

/** Most rows in one page of V2 (REST API Overview, V2 pagination). */
const mostV2Rows = 250;

/** One page of a V2 collection. An empty one is 204 without a body, and only that is empty. */
export async function v2Page<Row>(
  client: VendorClient,
  { path, query, operation, row }: V2Request<Row>,
  call?: Call,
): Promise<V2Rows<Row>> {
  // The description requires it of the products of an order, though a GET has no body.
  const headers = { 'content-type': 'application/json' };
  const answer = await client.call('read', { method: 'GET', path: `/v2${path}`, query, headers, operation }, call);
  if (!answer.ok) return answer;
  if (answer.status === 204) return { ok: true, rows: [] };
  const read = validate(row.array(), answer.json);
  if (read.ok) return { ok: true, rows: read.value };
  const text = `the answer cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`;
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}

/** All pages of a collection that belongs to one order. */
export async function v2Rows<Row>(
  client: VendorClient,
  request: Omit<V2Request<Row>, 'query'>,
  call?: Call,
): Promise<V2Rows<Row>> {
  const rows: Row[] = [];
  for (let page = 1; page <= 400; page++) {
    const query = { page: String(page), limit: String(mostV2Rows) };
    const found = await v2Page(client, { ...request, query }, call);
    if (!found.ok) return found;
    rows.push(...found.rows);
    if (found.rows.length < mostV2Rows) return { ok: true, rows };
  }
  return { ok: false, failure: client.fail('contract-drift', 'the pages do not end', { safeToReplay: true }) };
}
