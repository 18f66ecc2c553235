import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

const envelope = z.object({ items: z.array(z.unknown()), hasMore: z.boolean() });

/** A question for items of a collection. */
export interface CollectionRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly operation: string;
}

/** Items as they came, or why there are none. */
export type ItemsRead =
  | { readonly ok: true; readonly value: readonly unknown[] }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** Most items of one page: what Oracle gives at once (Paginate the Collection: `limit` is 25 when absent, 500 at most). */
const pageSize = 500;
/** More pages than one question has. */
const mostPages = 200;

/** All items of one question, page by page. */
export async function readCollection(
  client: VendorClient,
  request: CollectionRequest,
  call?: Call,
): Promise<ItemsRead> {
  const items: unknown[] = [];
  for (let page = 0; page < mostPages; page++) {
    const read = await readPage(client, request, { limit: pageSize, offset: items.length }, call);
    if (!read.ok) return read;
    items.push(...read.value);
    if (!read.hasMore) return { ok: true, value: items };
    if (read.value.length === 0) return drift(client, 'a page without items says that there are more');
  }
  return drift(client, `it has more than ${mostPages} pages`);
}

/** One page of a collection: items from `offset` on, and whether there are more. */
export async function readPage(
  client: VendorClient,
  { path, query, operation }: CollectionRequest,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  call?: Call,
): Promise<
  | { readonly ok: true; readonly value: readonly unknown[]; readonly hasMore: boolean }
  | Extract<ItemsRead, { ok: false }>
> {
  const paged = { ...query, onlyData: 'true', limit: String(limit), offset: String(offset) };
  const answer = await client.call('read', { method: 'GET', path, query: paged, operation }, call);
  if (!answer.ok) return answer;
  const read = validate(envelope, answer.json);
  if (!read.ok) return drift(client, read.issues[0]?.message ?? 'it has another shape');
  return { ok: true, value: read.value.items, hasMore: read.value.hasMore };
}

function drift(client: VendorClient, reason: string): Extract<ItemsRead, { ok: false }> {
  const failure = client.fail('contract-drift', `the answer cannot be read: ${reason}`, { safeToReplay: true });
  return { ok: false, failure };
}
