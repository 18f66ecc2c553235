import { connection } from './connection.ts';
import { orderView, quantityOf, shippedOf } from './order-view.ts';
import type { Selection } from './parse-document.ts';
import { publishQuantities } from './publish-quantities.ts';
import { idOf } from './shop-queries.ts';
import { linesOf, type ShopifyState, type ShopOrder } from './shop-state.ts';

/** The fields of Mutation that there are. What they refuse is in `userErrors`, with status 200. */
export function shopMutations(state: ShopifyState): object {
  return {
    fulfillmentCreate: ({ args }: Selection) => fulfill(state, args['fulfillment']),
    metafieldsSet: ({ args }: Selection) => setMetafields(state, args['metafields']),
    orderCancel: ({ args }: Selection) => cancel(state, args),
    orderEditBegin: ({ args }: Selection) => begin(state, String(args['id'])),
    orderEditSetQuantity: ({ args }: Selection) => setQuantity(state, args),
    orderEditCommit: ({ args }: Selection) => commit(state, String(args['id'])),
    inventorySetQuantities: (selection: Selection) => publishQuantities(state, selection),
  };
}

interface FulfillmentInput {
  readonly lineItemsByFulfillmentOrder: readonly {
    readonly fulfillmentOrderId: string;
    readonly fulfillmentOrderLineItems: readonly { readonly id: string; readonly quantity: number }[];
  }[];
  readonly trackingInfo?: { readonly numbers?: readonly string[] | undefined } | undefined;
}

function isFulfillment(input: unknown): input is FulfillmentInput {
  return typeof input === 'object' && input !== null && 'lineItemsByFulfillmentOrder' in input;
}

function fulfill(state: ShopifyState, input: unknown): object {
  if (!isFulfillment(input)) return refused('fulfillment', 'Fulfillment is invalid');
  const groups = input.lineItemsByFulfillmentOrder.map(({ fulfillmentOrderId, fulfillmentOrderLineItems }) => ({
    waiting: state.orders
      .flatMap((order) => order.fulfillmentOrders.map((fulfillmentOrder) => ({ order, fulfillmentOrder })))
      .find(({ fulfillmentOrder }) => fulfillmentOrder.id === fulfillmentOrderId),
    wanted: fulfillmentOrderLineItems,
  }));
  const lines = groups.flatMap(({ waiting, wanted }) =>
    wanted.map(({ id, quantity }) => ({
      line: waiting?.fulfillmentOrder.lines.find((one) => one.id === id),
      quantity,
    })),
  );
  const [first] = groups;
  if (
    first?.waiting === undefined ||
    lines.some(({ line, quantity }) => line === undefined || quantity > line.remaining)
  )
    return refused('fulfillment', 'Invalid fulfillment order line item quantity requested.');
  const { order } = first.waiting;
  const id = `gid://shopify/Fulfillment/${state.orders.flatMap((one) => one.fulfillments).length + 1}`;
  for (const { line, quantity } of lines) if (line) line.remaining -= quantity;
  order.fulfillments.push({
    id,
    status: 'SUCCESS',
    numbers: [...(input.trackingInfo?.numbers ?? [])],
    lines: lines.flatMap(({ line, quantity }) => (line ? [{ lineItem: line.lineItem, quantity }] : [])),
  });
  touch(state, order);
  return { fulfillment: { id }, userErrors: [] };
}

function setMetafields(state: ShopifyState, input: unknown): object {
  const list: readonly Readonly<Record<string, string>>[] = Array.isArray(input) ? input : [];
  for (const { ownerId, namespace, key, value = '' } of list) {
    const order = state.orders.find((one) => idOf(one) === ownerId);
    if (order === undefined) return { ...refused('metafields', 'Owner does not exist.'), metafields: [] };
    order.metafields.set(`${namespace}.${key}`, value);
  }
  return { metafields: list.map(({ key }) => ({ id: `gid://shopify/Metafield/${key}` })), userErrors: [] };
}

function cancel(state: ShopifyState, args: Selection['args']): object {
  const order = state.orders.find((one) => idOf(one) === args['orderId']);
  const problem =
    order === undefined
      ? 'Order does not exist'
      : order.cancelledAt === undefined
        ? undefined
        : 'Cannot cancel an order that has already been canceled';
  if (order === undefined || problem !== undefined) {
    const code = order === undefined ? 'NOT_FOUND' : 'INVALID';
    return { job: null, orderCancelUserErrors: [{ field: ['orderId'], message: problem, code }] };
  }
  const id = `gid://shopify/Job/${state.jobs.size + 1}`;
  const end = () => {
    order.cancelledAt = state.now;
    for (const { lines } of order.fulfillmentOrders) for (const line of lines) line.remaining = 0;
    for (const one of linesOf(order.webhook)) order.quantities.set(one.id, shippedOf(order, one.id));
    touch(state, order);
  };
  state.jobs.set(id, { asks: state.jobAsks, end });
  if (state.jobAsks === 0) end();
  return { job: { id, done: state.jobAsks === 0 }, orderCancelUserErrors: [] };
}

function begin(state: ShopifyState, id: string): object {
  const order = state.orders.find((one) => idOf(one) === id);
  if (order === undefined || order.cancelledAt !== undefined)
    return { calculatedOrder: null, ...refused('id', 'The order cannot be edited.') };
  const editId = `gid://shopify/CalculatedOrder/${state.edits.size + 1}`;
  state.edits.set(editId, { order, totals: new Map() });
  const lines = linesOf(order.webhook).map((line) => ({
    id: line.id.replace('/LineItem/', '/CalculatedLineItem/'),
    quantity: quantityOf(order, line.id),
  }));
  return {
    calculatedOrder: { id: editId, lineItems: (selection: Selection) => connection(lines, selection) },
    userErrors: [],
  };
}

function setQuantity(state: ShopifyState, { id, lineItemId, quantity }: Selection['args']): object {
  const edit = state.edits.get(String(id));
  // A LineItem's own id is no calculated line item's.
  const lineId = /\/CalculatedLineItem\/\d+$/.test(String(lineItemId))
    ? String(lineItemId).replace('/CalculatedLineItem/', '/LineItem/')
    : '';
  const known = edit !== undefined && linesOf(edit.order.webhook).some((line) => line.id === lineId);
  if (edit === undefined || !known) return refused('lineItemId', 'Invalid id');
  if (Number(quantity) < shippedOf(edit.order, lineId))
    return refused('quantity', 'Quantity cannot be lower than the fulfilled quantity');
  edit.totals.set(lineId, Number(quantity));
  return { userErrors: [] };
}

function commit(state: ShopifyState, editId: string): object {
  const edit = state.edits.get(editId);
  if (edit === undefined) return { order: null, ...refused('id', 'The calculated order does not exist.') };
  const { order, totals } = edit;
  for (const [lineId, total] of totals) {
    const change = total - quantityOf(order, lineId);
    order.quantities.set(lineId, total);
    const line = order.fulfillmentOrders.flatMap(({ lines }) => lines).find(({ lineItem }) => lineItem === lineId);
    if (line) line.remaining = Math.max(line.remaining + change, 0);
  }
  state.edits.delete(editId);
  touch(state, order);
  return { order: orderView(order), userErrors: [] };
}

function refused(field: string, message: string): { fulfillment: null; userErrors: object[] } {
  return { fulfillment: null, userErrors: [{ field: [field], message, code: null }] };
}

function touch(state: ShopifyState, order: ShopOrder): void {
  state.now += 1000;
  order.updatedAt = state.now;
}
