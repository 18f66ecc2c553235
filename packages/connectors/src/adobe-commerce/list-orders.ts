import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { VendorClient } from '../http/vendor-client.ts';
import type { OrderDecoder } from '../order/order-decoder.ts';
import { type Row, type Rows, watermarkPages } from '../paging/watermark-pages.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import { listedOrder } from './order-wire.ts';
import { search } from './search.ts';

export interface OrderListing {
  readonly client: VendorClient;
  readonly decoder: OrderDecoder;
  readonly facts: Facts;
  readonly pageSize: number;
}

/** Orders by their last change, `updated_at`, which says no zone and means UTC. */
export function listOrders(
  listing: OrderListing,
  start: ListStart | undefined,
  call: Call,
): AsyncIterable<Page<Order>> {
  const { client, pageSize } = listing;
  const source = {
    pageSize,
    stuck: (message: string) => client.fail('contract-drift', message, { safeToReplay: true }),
    read: (from: string, skip: number) => readRows(listing, { from, skip }, call),
  };
  const place = start !== undefined && 'from' in start ? { from: commerceTime(start.from) } : start;
  return watermarkPages(source, place, '2008-01-01 00:00:00');
}

/** `2026-03-02 14:15:16`. */
function commerceTime(instant: string): string {
  return new Date(Date.parse(instant)).toISOString().slice(0, 19).replace('T', ' ');
}

/** Rows from any place: a search counts in pages, so that two may be needed for one. */
async function readRows(
  { client, decoder, facts, pageSize }: OrderListing,
  { from, skip }: { readonly from: string; readonly skip: number },
  call: Call,
): Promise<Rows<Order>> {
  const request = {
    path: '/orders',
    groups: [[{ field: 'updated_at', value: from, condition: 'gteq' as const }]],
    sort: ['updated_at', 'entity_id'],
    pageSize,
    operation: 'orders.list',
    row: listedOrder,
  };
  const page = Math.floor(skip / pageSize) + 1;
  const before = skip % pageSize;
  const one = await search(client, { ...request, page }, call);
  if (!one.ok) return one;
  let found = one.rows.slice(before);
  if (before > 0 && one.rows.length === pageSize) {
    const two = await search(client, { ...request, page: page + 1 }, call);
    if (!two.ok) return two;
    found = [...found, ...two.rows.slice(0, before)];
  }
  const rows = found.map((order): Row<Order> => {
    const { entity_id: number, updated_at: at } = order;
    const decoded = decoder.decode(order, facts);
    const id = String(number);
    return decoded.ok ? { id, at, item: decoded.order } : { id, at, issues: decoded.issues };
  });
  return { ok: true, rows };
}
