import type { FulfillmentOrder } from './fulfillment-queries.ts';
import type { Parcel } from './parcel.ts';

/** FulfillmentInput.lineItemsByFulfillmentOrder of `fulfillmentCreate`. */
export type LineItemsByFulfillmentOrder = readonly {
  readonly fulfillmentOrderId: string;
  readonly fulfillmentOrderLineItems: readonly { readonly id: string; readonly quantity: number }[];
}[];

export type FulfillmentPlan =
  | { readonly status: 'create'; readonly lineItemsByFulfillmentOrder: LineItemsByFulfillmentOrder }
  | { readonly status: 'onHold'; readonly message: string }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string };

/**
 * Pure: takes each line's quantity from the fulfillment orders in which it is open. A line that does not fit whole refuses
 * the shipment, so that nothing is published in part. Every line is named: Shopify would otherwise fulfil all that a
 * fulfillment order has left.
 */
export function planFulfillment(
  { quantities }: Pick<Parcel, 'quantities'>,
  orders: readonly FulfillmentOrder[],
): FulfillmentPlan {
  const left = new Map(quantities);
  const taken = orders.filter(isOpen).flatMap((order) => take(order, left));
  const [short] = [...left].filter(([, rest]) => rest > 0);
  if (short === undefined) return { status: 'create', lineItemsByFulfillmentOrder: taken };

  const [lineId, rest] = short;
  const shipped = quantities.get(lineId) ?? 0;
  const message = `line ${lineId}: ${shipped} shipped, ${shipped - rest} open`;
  const held = orders.some((order) => waits.has(order.status) && hasOpen(order, lineId));
  return held ? { status: 'onHold', message } : { status: 'rejected', reason: 'quantity-not-open', message };
}

function isOpen({ status }: FulfillmentOrder): boolean {
  return status === 'OPEN' || status === 'IN_PROGRESS';
}

/** What one fulfillment order gives; `left` goes down by it. */
function take(order: FulfillmentOrder, left: Map<string, number>): LineItemsByFulfillmentOrder {
  const lines: { id: string; quantity: number }[] = [];
  for (const { id, remainingQuantity, lineItem } of order.lineItems.nodes) {
    const wanted = left.get(lineItem.id) ?? 0;
    const quantity = Math.min(wanted, remainingQuantity);
    if (quantity <= 0) continue;
    left.set(lineItem.id, wanted - quantity);
    lines.push({ id, quantity });
  }
  return lines.length === 0 ? [] : [{ fulfillmentOrderId: order.id, fulfillmentOrderLineItems: lines }];
}

/** Statuses that a person, or time, must end first. */
const waits: ReadonlySet<string> = new Set(['ON_HOLD', 'SCHEDULED']);

function hasOpen({ lineItems }: FulfillmentOrder, lineId: string): boolean {
  return lineItems.nodes.some((node) => node.lineItem.id === lineId && node.remainingQuantity > 0);
}
