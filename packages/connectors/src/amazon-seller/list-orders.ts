import type { Order } from '@dist/canonical';
import { amazonAnswer } from '../amazon/amazon-answer.ts';
import type { VendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { type LinkedPage, linkedPages } from '../paging/linked-pages.ts';
import type { Call } from '../port/call.ts';
import type { ListStart, Page } from '../port/page.ts';
import { decodeOrder } from './decode-order.ts';
import { orderPageWire } from './order-wire.ts';

export interface OrderListSettings {
  readonly marketplaceIds: readonly string[];
  readonly includedData: readonly string[];
  readonly fulfilledBy: readonly string[];
  readonly pageSize: number;
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Pending orders have no price and may yet fall through: they come when they are no longer pending, since that is a change. */
const statuses = 'UNSHIPPED,PARTIALLY_SHIPPED,SHIPPED,CANCELLED,UNFULFILLABLE';
/** "Order data that is more than two years old" is not given. */
const history = 2 * 365 * 86_400_000;

/**
 * Orders by their last change. The first page says up to when it looks (`lastUpdatedBefore`): the next list begins there.
 */
export function listOrders(
  client: VendorClient,
  settings: OrderListSettings,
  start: ListStart | undefined,
  call: Call,
): AsyncIterable<Page<Order>> {
  const from = start !== undefined && 'from' in start ? start.from : new Date(settings.now - history).toISOString();
  const first = start !== undefined && 'after' in start ? start.after : `${from}||`;
  return linkedPages(
    (after) => readPage(client, settings, placeOf(after ?? first), call),
    (message) => client.fail('contract-drift', message, { safeToReplay: true }),
    first,
  );
}

interface Place {
  readonly from: string;
  readonly mark: string;
  readonly token: string;
}

function placeOf(word: string): Place {
  const [, from, mark = '', token = ''] = /^([^|]{10,40})\|([^|]{0,40})\|(.*)$/s.exec(word) ?? [];
  if (from === undefined || Number.isNaN(Date.parse(from))) throw new RangeError('a cursor is one that this list gave');
  return { from, mark, token };
}

async function readPage(
  client: VendorClient,
  { marketplaceIds, includedData, fulfilledBy, pageSize, timeZone }: OrderListSettings,
  { from, mark, token }: Place,
  call: Call,
): Promise<LinkedPage<Order>> {
  const query = {
    lastUpdatedAfter: from,
    marketplaceIds: marketplaceIds.join(','),
    fulfillmentStatuses: statuses,
    ...(fulfilledBy.length === 0 ? {} : { fulfilledBy: fulfilledBy.join(',') }),
    maxResultsPerPage: String(pageSize),
    includedData: includedData.join(','),
    ...(token === '' ? {} : { paginationToken: token }),
  };
  const path = '/orders/2026-01-01/orders';
  const request = { method: 'GET', path, query, operation: 'orders.list', lane: 'searchOrders' } as const;
  const page = amazonAnswer(client, await client.call('read', request, call), orderPageWire);
  if (!page.ok) return page;
  const { orders, pagination, lastUpdatedBefore } = page.value;
  const until = mark === '' ? (lastUpdatedBefore ?? from) : mark;
  const rows = orders.map((order) => {
    const decoded = decodeOrder(order, timeZone);
    if (decoded.ok) return { item: decoded.value };
    return { id: textOf(fieldOf(order, 'orderId')) ?? '', issues: decoded.issues };
  });
  const next = pagination?.nextToken;
  if (next !== undefined) return { ok: true, rows, next: `${from}|${until}|${next}` };
  return { ok: true, rows, next: undefined, cursor: `${until}||` };
}
