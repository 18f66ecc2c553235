import type { Ledger } from './ledger.ts';
import type { Resolvable } from './select-fields.ts';
import type { ShopOrder } from './shop-orders.ts';

/** A fulfillment as the ledger keeps it. */
export interface KeptFulfillment {
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
  /** One for each tracking number. */
  readonly trackingInfo: readonly {
    readonly company: string | null;
    readonly number: string | null;
    readonly url: string | null;
  }[];
}

export interface MetafieldRow {
  readonly position: number;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
  readonly at: string;
}

/** An order as the shop shows it. Each order has one fulfillment order, which all its lines are in. */
export function orderAnswer(ledger: Ledger, order: ShopOrder): Resolvable {
  const fulfillments = fulfillmentAnswers(ledger, order);
  return {
    id: order.id,
    legacyResourceId: tail(order.id),
    name: order.name,
    lineItems: connection(order.lines.map(lineItem)),
    fulfillmentOrders: connection([fulfillmentOrderAnswer(ledger, order)]),
    fulfillments: ({ first }: { first?: unknown }) => page(fulfillments, 0, first),
    ...metafieldAnswers(ledger, order),
  };
}

export function fulfillmentOrderAnswer(ledger: Ledger, order: ShopOrder): Resolvable {
  const remaining = remainingOf(ledger, order);
  const open = order.lines.filter(({ id }) => (remaining.get(id) ?? 0) > 0).length;
  const untouched = order.lines.every(({ id, quantity }) => remaining.get(id) === quantity);
  const lines = order.lines.map((line) => ({
    id: gid('FulfillmentOrderLineItem', line.id),
    sku: line.sku,
    totalQuantity: line.quantity,
    remainingQuantity: remaining.get(line.id) ?? 0,
    lineItem: lineItem(line),
  }));
  return {
    id: fulfillmentOrderId(order),
    orderId: order.id,
    orderName: order.name,
    status: open === 0 ? 'CLOSED' : untouched ? 'OPEN' : 'IN_PROGRESS',
    requestStatus: 'UNSUBMITTED',
    lineItems: connection(lines),
  };
}

function lineItem({ id, sku, quantity }: ShopOrder['lines'][number]): Resolvable {
  return { id: gid('LineItem', id), sku, name: sku, quantity };
}

/** All fulfillments of an order. */
export function fulfillmentAnswers(ledger: Ledger, order: ShopOrder): Resolvable[] {
  return fulfillmentRows(ledger, order).map(({ position, at, fulfillment }) =>
    fulfillmentAnswer(position, at, order, JSON.parse(fulfillment) as KeptFulfillment),
  );
}

/** A fulfillment as the shop shows it. */
export function fulfillmentAnswer(position: number, at: string, order: ShopOrder, kept: KeptFulfillment): Resolvable {
  const items = kept.lines.map(({ id, quantity }) => {
    const line = order.lines.find((candidate) => candidate.id === id);
    return {
      id: gid('FulfillmentLineItem', id),
      quantity,
      lineItem: { id: gid('LineItem', id), sku: line?.sku ?? null },
    };
  });
  return {
    id: gid('Fulfillment', String(position)),
    legacyResourceId: String(position),
    name: `${order.name}-F${position}`,
    status: 'SUCCESS',
    displayStatus: 'FULFILLED',
    createdAt: at,
    updatedAt: at,
    totalQuantity: kept.lines.reduce((total, { quantity }) => total + quantity, 0),
    order: { id: order.id, name: order.name },
    trackingInfo: ({ first }: { first?: unknown }) => page(kept.trackingInfo, 0, first),
    fulfillmentLineItems: connection(items),
    fulfillmentOrders: connection([{ id: fulfillmentOrderId(order) }]),
  };
}

export function metafieldAnswer(row: MetafieldRow): Resolvable {
  const { position, namespace, key, type, value, at } = row;
  const id = gid('Metafield', String(position));
  return { id, namespace, key, type, value, ownerType: 'ORDER', createdAt: at, updatedAt: at };
}

export function fulfillmentOrderId(order: ShopOrder): string {
  return gid('FulfillmentOrder', tail(order.id));
}

/** What of each line has not been fulfilled; never less than nothing, though more was sent. */
export function remainingOf(ledger: Ledger, order: ShopOrder): ReadonlyMap<string, number> {
  const remaining = new Map(order.lines.map(({ id, quantity }) => [id, quantity]));
  for (const { fulfillment } of fulfillmentRows(ledger, order))
    for (const { id, quantity } of (JSON.parse(fulfillment) as KeptFulfillment).lines)
      remaining.set(id, Math.max(0, (remaining.get(id) ?? 0) - quantity));
  return remaining;
}

/** The number at the end of a global id. */
export function tail(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function metafieldAnswers(ledger: Ledger, { id }: ShopOrder): Resolvable {
  const rows = () =>
    ledger.rows<MetafieldRow>('SELECT * FROM shop_metafields WHERE owner_id = ? ORDER BY position', id);
  const named = ({ namespace, key }: { namespace?: unknown; key?: unknown }) =>
    rows().filter((row) => (namespace ?? row.namespace) === row.namespace && (key ?? row.key) === row.key);
  return {
    metafield: (asked: object) => named(asked).map(metafieldAnswer)[0] ?? null,
    metafields: (asked: Page & { namespace?: unknown }) =>
      connection(named({ namespace: asked.namespace }).map(metafieldAnswer))(asked),
  };
}

function fulfillmentRows(ledger: Ledger, order: ShopOrder) {
  return ledger.rows<{ position: number; at: string; fulfillment: string }>(
    'SELECT position, at, fulfillment FROM shop_fulfillments WHERE order_id = ? ORDER BY position',
    order.id,
  );
}

function gid(type: string, number: string): string {
  return `gid://shopify/${type}/${number}`;
}

interface Page {
  readonly first?: unknown;
  readonly after?: unknown;
}

/** A list as a connection, in pages; a cursor is the number of what stands before the next page. */
function connection(list: readonly Resolvable[]) {
  return ({ first, after }: Page): Resolvable => {
    const start = typeof after === 'string' && /^\d{1,9}$/.test(after) ? Number(after) : 0;
    const nodes = page(list, start, first);
    const edges = nodes.map((node, index) => ({ node, cursor: String(start + index + 1) }));
    const pageInfo = { hasNextPage: start + nodes.length < list.length, endCursor: edges.at(-1)?.cursor ?? null };
    return { nodes, edges, pageInfo };
  };
}

function page<T>(list: readonly T[], start: number, first: unknown): readonly T[] {
  return list.slice(start, typeof first === 'number' ? start + first : undefined);
}
