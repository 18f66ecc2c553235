import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { VendorClient } from '../http/vendor-client.ts';
import type { OrderDecoder } from '../order/order-decoder.ts';
import { type Row, type Rows, watermarkPages } from '../paging/watermark-pages.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { ListStart, Page } from '../port/page.ts';
import { type ListedOrder, listedOrder, partOfOrder } from './order-wire.ts';
import { v2Page, v2Rows } from './v2-rows.ts';

export interface OrderListing {
  readonly client: VendorClient;
  readonly decoder: OrderDecoder;
  readonly facts: Facts;
  readonly pageSize: number;
}

/** Before any store. */
const earliest = '2009-01-01T00:00:00Z';

/** Orders by their last change. V2 gives products and addresses as links: they are asked for, two requests an order. */
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
    // Dates of V2 are those of RFC 2822, which their signs do not order.
    compare: (a: string, b: string) => Date.parse(a) - Date.parse(b),
  };
  return watermarkPages(source, start, earliest);
}

async function readRows(
  listing: OrderListing,
  { from, skip }: { readonly from: string; readonly skip: number },
  call: Call,
): Promise<Rows<Order>> {
  const found = await window(listing, { from, skip }, call);
  if (!found.ok) return found;
  const rows: Row<Order>[] = [];
  for (const order of found.rows) {
    const row = await readRow(listing, order, call);
    if ('class' in row) return { ok: false, failure: row };
    rows.push(row);
  }
  return { ok: true, rows };
}

/** Rows from any place: V2 counts in pages, so that two may be needed for one. */
async function window(
  { client, pageSize }: OrderListing,
  { from, skip }: { readonly from: string; readonly skip: number },
  call: Call,
) {
  const page = Math.floor(skip / pageSize) + 1;
  const before = skip % pageSize;
  const read = (number: number) => {
    const query = {
      min_date_modified: from,
      sort: 'date_modified:asc',
      page: String(number),
      limit: String(pageSize),
    };
    return v2Page(client, { path: '/orders', query, operation: 'orders.list', row: listedOrder }, call);
  };
  const one = await read(page);
  if (!one.ok || before === 0) return one;
  if (one.rows.length < pageSize) return { ...one, rows: one.rows.slice(before) };
  const two = await read(page + 1);
  return two.ok ? { ...two, rows: [...one.rows, ...two.rows].slice(before, before + pageSize) } : two;
}

async function readRow(
  { client, decoder, facts }: OrderListing,
  order: ListedOrder,
  call: Call,
): Promise<Row<Order> | ConnectorFailure> {
  const id = String(order.id);
  const at = order.date_modified ?? '';
  if (Number.isNaN(Date.parse(at))) {
    return client.fail('contract-drift', `order ${id} does not tell when it changed`, { safeToReplay: true });
  }
  const operation = 'orders.list';
  const products = await v2Rows(client, { path: `/orders/${id}/products`, operation, row: partOfOrder }, call);
  if (!products.ok) return products.failure;
  const path = `/orders/${id}/shipping_addresses`;
  const addresses = await v2Rows(client, { path, operation, row: partOfOrder }, call);
  if (!addresses.ok) return addresses.failure;
  const document = { ...order, products: products.rows, shipping_addresses: addresses.rows };
  const decoded = decoder.decode(document, facts);
  return decoded.ok ? { id, at, item: decoded.order } : { id, at, issues: decoded.issues };
}
