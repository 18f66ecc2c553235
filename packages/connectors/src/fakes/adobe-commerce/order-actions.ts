import type { AdobeCommerceState, FakeItem, FakeOrder } from './adobe-commerce-state.ts';
import { commerceError } from './commerce-error.ts';

interface Posted {
  readonly items?: readonly { readonly order_item_id: number; readonly qty: number }[];
  readonly tracks?: readonly { readonly track_number: string; readonly title: string; readonly carrier_code: string }[];
  readonly comment?: { readonly comment: string; readonly is_visible_on_front: number };
}

/** What can be done to an order, and the documents that come of it. */
export const orderActions = { cancel, ship, invoice };

function cancel(order: FakeOrder): Response {
  const isOpen = (item: FakeItem) =>
    item.qty_ordered - Math.max(item.qty_shipped, item.qty_invoiced) - item.qty_canceled > 0;
  const open = order.items.filter(isOpen);
  if (['canceled', 'complete', 'closed', 'holded', 'payment_review'].includes(order.state) || open.length === 0) {
    return Response.json(false);
  }
  for (const item of open) item.qty_canceled = item.qty_ordered - Math.max(item.qty_shipped, item.qty_invoiced);
  if (order.items.every((item) => item.qty_canceled === item.qty_ordered)) order.state = order.status = 'canceled';
  return Response.json(true);
}

function ship(state: AdobeCommerceState, order: FakeOrder, body: Posted): Response {
  const kind = 'Shipment Document Validation Error(s):\n';
  if (['canceled', 'closed', 'holded', 'payment_review'].includes(order.state)) {
    return commerceError(400, `${kind}A shipment cannot be created when an order has a status of ${order.status}`);
  }
  const items = body.items ?? [];
  if (items.length === 0) return commerceError(400, `${kind}You can't create a shipment without products.`);
  const fault = faultOf(
    order,
    items,
    'qty_shipped',
    'The quantity to ship must not be greater than the unshipped quantity',
  );
  if (fault !== undefined) return commerceError(400, `${kind}${fault}`);
  for (const { order_item_id: id, qty: quantity } of items) {
    const item = order.items.find((one) => one.item_id === id);
    if (item !== undefined) item.qty_shipped += quantity;
  }
  const id = 40 + state.shipments.length;
  state.shipments.push({
    entity_id: id,
    order_id: order.id,
    items: items.map((item) => ({ ...item })),
    tracks: (body.tracks ?? []).map((track) => ({
      ...track,
      order_id: order.id,
      parent_id: id,
      weight: 0,
      qty: 0,
      description: '',
    })),
    comments: commentsOf(body, id),
  });
  return Response.json(id);
}

function invoice(state: AdobeCommerceState, order: FakeOrder, body: Posted): Response {
  const kind = 'Invoice Document Validation Error(s):\n';
  if (['canceled', 'closed', 'holded', 'payment_review', 'complete'].includes(order.state)) {
    return commerceError(400, `${kind}An invoice cannot be created when an order has a status of ${order.status}`);
  }
  const items = body.items ?? [];
  const fault = faultOf(
    order,
    items,
    'qty_invoiced',
    'The quantity to invoice must not be greater than the uninvoiced quantity',
  );
  if (fault !== undefined) return commerceError(400, `${kind}${fault}`);
  for (const { order_item_id: id, qty: quantity } of items) {
    const item = order.items.find((one) => one.item_id === id);
    if (item !== undefined) item.qty_invoiced += quantity;
  }
  const id = 70 + state.invoices.length;
  state.invoices.push({
    entity_id: id,
    order_id: order.id,
    total_qty: items.reduce((sum, item) => sum + item.qty, 0),
    items: items.map((item) => ({ ...item, sku: 'AX-100' })),
    comments: commentsOf(body, id),
  });
  return Response.json(id);
}

function faultOf(
  order: FakeOrder,
  items: NonNullable<Posted['items']>,
  done: 'qty_shipped' | 'qty_invoiced',
  text: string,
): string | undefined {
  for (const { order_item_id: id, qty: quantity } of items) {
    const item = order.items.find((one) => one.item_id === id);
    if (item === undefined) return 'The creation has product SKUs that are not part of the original order.';
    if (item[done] + quantity > item.qty_ordered - item.qty_canceled) return `${text} for product SKU "${item.sku}".`;
  }
  return undefined;
}

function commentsOf({ comment }: Posted, parent: number): readonly object[] {
  return comment === undefined ? [] : [{ ...comment, parent_id: parent, is_customer_notified: 0 }];
}
