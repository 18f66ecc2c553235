import type { Shipment } from '@dist/canonical';
import { add } from '@dist/canonical/arithmetic';
import type { VendorClient } from '../http/vendor-client.ts';
import { jsonNumber } from '../json/json-number.ts';
import { namedLines } from '../order/named-lines.ts';
import type { WriteCall } from '../port/call.ts';
import type { ErpOrderStatus, LineQuantity } from '../port/orders.ts';
import type { PublishOutcome } from '../port/publish.ts';
import type { NetsuiteWords } from './decode-sales-order.ts';
import { readSalesOrder } from './read-sales-order.ts';

/**
 * Tells NetSuite of goods that a warehouse has shipped: a transform of the order to an item fulfillment, `channelOrderId`
 * is the order's internal id. Every line is named, with `itemReceive: false` for what did not leave: a line that is left
 * out ships in full. Which of two lines with one line id has left nobody can tell: that is rejected. The fulfillment
 * carries the external id of the shipment, by which it is looked for first.
 */
export async function publishShipment(
  client: VendorClient,
  words: NetsuiteWords,
  { channelOrderId, shipment }: { readonly channelOrderId: string; readonly shipment: Shipment },
  call: WriteCall,
): Promise<PublishOutcome> {
  const externalId = `${channelOrderId}.${shipment.shipmentId}`;
  const known = await findFulfillment(client, externalId, call);
  if (known.status !== 'absent') return known;
  const order = await readSalesOrder(client, words, { key: channelOrderId, operation: 'shipments.publish' }, call);
  if (order.status === 'failed') return order;
  if (order.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${channelOrderId}`) };
  }
  const left = leftOf(order.order, shipment);
  if (!left.ok) return { status: 'rejected', reason: left.reason, message: `NetSuite: ${left.message}` };
  const items = order.rows.map((orderLine, at) => {
    const quantity = left.quantities.get(at);
    return quantity === undefined
      ? { orderLine, itemReceive: false }
      : { orderLine, itemReceive: true, quantity: jsonNumber(quantity) };
  });
  const path = `/record/v1/salesOrder/${encodeURIComponent(channelOrderId)}/!transform/itemFulfillment`;
  const body = { externalId, tranDate: shipment.shippedOn, shipStatus: { id: 'C' }, item: { items } };
  const request = { method: 'POST', path, body, operation: 'shipments.publish' } as const;
  const answer = await client.call('write', request, call);
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.class === 'validation') {
      return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
    }
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const id = /\/itemFulfillment\/(\d+)$/i.exec(answer.headers.get('location') ?? '')?.[1];
  if (id !== undefined) return { status: 'published', id };
  const failure = client.fail('contract-drift', 'the place of the fulfillment is not told', { safeToReplay: true });
  return { status: 'unknown', failure };
}

async function findFulfillment(
  client: VendorClient,
  externalId: string,
  call: WriteCall,
): Promise<Exclude<PublishOutcome, { status: 'rejected' }> | { readonly status: 'absent' }> {
  const path = `/record/v1/itemFulfillment/eid:${encodeURIComponent(externalId)}`;
  const answer = await client.call('read', { method: 'GET', path, operation: 'shipments.publish' }, call);
  if (answer.ok) {
    const { json } = answer;
    const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : undefined;
    if (typeof id === 'string') return { status: 'already', id };
    const failure = client.fail('contract-drift', 'a fulfillment without an id', { safeToReplay: true });
    return { status: 'failed', failure };
  }
  const { failure } = answer;
  if (failure.vendor?.status === 404 && failure.vendor.code === 'NONEXISTENT_ID') return { status: 'absent' };
  return { status: 'failed', failure };
}

/** What has left of each line, by its place in the order, in the line's own unit; or why NetSuite cannot be told. */
function leftOf(
  order: ErpOrderStatus,
  { items }: Shipment,
):
  | { readonly ok: true; readonly quantities: ReadonlyMap<number, string> }
  | { readonly ok: false; readonly reason: string; readonly message: string } {
  const lines = new Map<string, LineQuantity>();
  for (const { lineId, quantity } of items) {
    const { unit } = quantity;
    const before = lines.get(lineId)?.quantity ?? { value: '0', unit };
    if (before.unit !== unit) {
      return { ok: false, reason: 'unit', message: `line ${lineId} has left in ${before.unit} and in ${unit}` };
    }
    lines.set(lineId, { lineId, quantity: { value: add(before.value, quantity.value), unit } });
  }
  const named = namedLines(order, [...lines.values()]);
  if (!named.ok) return named;
  const inexact = named.lines.find(({ quantity }) => jsonNumber(quantity) === undefined);
  if (inexact === undefined)
    return { ok: true, quantities: new Map(named.lines.map(({ at, quantity }) => [at, quantity])) };
  const message = `line ${inexact.line.lineId}: ${inexact.quantity} has more digits than a number of JSON keeps`;
  return { ok: false, reason: 'quantity', message };
}
