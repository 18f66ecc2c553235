import { type Order, validate } from '@dist/canonical';
import { type Row, type Rows, watermarkPages } from '../paging/watermark-pages.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import type { AdminClient, LookedUp } from './admin-client.ts';
import type { OrderDecoder } from './decode-order.ts';
import { type OrderNode, orderNode } from './order-node.ts';
import { mostOrders, orderCursors, orderLines, ordersByChange } from './order-queries.ts';
import { searchText } from './search-text.ts';

/**
 * Orders by their last change. Apps without the scope `read_all_orders` see those of the last 60 days; the search that
 * stands behind it lags a little, so a job begins a few minutes before it ended (R28).
 */
export function listOrders(
  admin: AdminClient,
  decode: OrderDecoder,
  start: ListStart | undefined,
  call: Call = {},
): AsyncIterable<Page<Order>> {
  const source = {
    pageSize: mostOrders,
    // Texts of one instant differ: the list may begin with an offset, the shop answers in UTC.
    compare: (a: string, b: string) => Date.parse(a) - Date.parse(b),
    stuck: (message: string) => admin.fail('contract-drift', message, { safeToReplay: true }),
    read: (from: string, skip: number) => readRows(admin, decode, { from, skip }, call),
  };
  return watermarkPages(source, start, '1970-01-01T00:00:00Z');
}

async function readRows(
  admin: AdminClient,
  decode: OrderDecoder,
  { from, skip }: { readonly from: string; readonly skip: number },
  call: Call,
): Promise<Rows<Order>> {
  const search = `updated_at:>=${searchText(from)}`;
  const place = await cursorAfter(admin, search, skip, call);
  if (!place.ok) return place;
  if (place.data === 'end') return { ok: true, rows: [] };
  const answer = await admin.run(ordersByChange, { search, after: place.data }, call);
  if (!answer.ok) return answer;
  const rows: Row<Order>[] = [];
  for (const { id, updatedAt: at, ...rest } of answer.data.orders.nodes) {
    const read = validate(orderNode, { id, ...rest });
    if (!read.ok) {
      rows.push({ id, at, issues: read.issues });
      continue;
    }
    const whole = await withAllLines(admin, read.value, call);
    if (!whole.ok) return whole;
    const order = decode(whole.data);
    rows.push(order.ok ? { id, at, item: order.value } : { id, at, issues: order.issues });
  }
  return { ok: true, rows };
}

/** The cursor behind so many orders; `end` where there are fewer. */
async function cursorAfter(
  admin: AdminClient,
  search: string,
  skip: number,
  call: Call,
): Promise<LookedUp<string | undefined | 'end'>> {
  let after: string | undefined;
  for (let left = skip; left > 0; left -= 250) {
    const answer = await admin.run(orderCursors, { search, first: Math.min(left, 250), after }, call);
    if (!answer.ok) return answer;
    const { hasNextPage, endCursor } = answer.data.orders.pageInfo;
    if (!hasNextPage || endCursor === undefined) return { ok: true, data: 'end' };
    after = endCursor;
  }
  return { ok: true, data: after };
}

/** More pages of lines than any order has. */
const mostPages = 50;

async function withAllLines(admin: AdminClient, order: OrderNode, call: Call): Promise<LookedUp<OrderNode>> {
  const nodes = [...order.lineItems.nodes];
  let { pageInfo } = order.lineItems;
  for (let page = 0; pageInfo.hasNextPage; page++) {
    const answer = await admin.run(orderLines, { id: order.id, after: pageInfo.endCursor }, call);
    if (!answer.ok) return answer;
    const more = answer.data.order?.lineItems;
    if (more === undefined || page >= mostPages) {
      const failure = admin.fail('contract-drift', `the lines of ${order.id} do not end`, { safeToReplay: true });
      return { ok: false, failure };
    }
    nodes.push(...more.nodes);
    pageInfo = more.pageInfo;
  }
  return { ok: true, data: { ...order, lineItems: { nodes, pageInfo } } };
}
