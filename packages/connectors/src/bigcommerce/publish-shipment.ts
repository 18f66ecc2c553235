import { type Shipment, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import { present } from '../port/present.ts';
import type { PublishOutcome } from '../port/publish.ts';
import { optionalText } from '../wire/optional-text.ts';
import { excessOf, type Parcel, parcelOf } from './parcel-of.ts';
import { readOrder } from './read-order.ts';
import { v2Rows } from './v2-rows.ts';

const shipmentWire = z.object({
  id: z.number().int(),
  tracking_number: optionalText,
  comments: optionalText,
  items: z.array(z.object({ order_product_id: z.number().int(), quantity: z.number() })),
});

type ShipmentWire = z.output<typeof shipmentWire>;

/**
 * Tells the store that goods have left. It looks before it writes: a shipment of the same tracking number (or of our id in
 * its comments, where there is none) with the same pieces is the same.
 */
export async function publishShipment(
  client: VendorClient,
  { channelOrderId, shipment }: { readonly channelOrderId: string; readonly shipment: Shipment },
  call: WriteCall,
): Promise<PublishOutcome> {
  const operation = 'shipments.publish';
  const order = await readOrder(client, { by: 'id', value: channelOrderId, operation }, call);
  if (order.status === 'failed') return order;
  if (order.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${channelOrderId}`) };
  }
  const sized = parcelOf(shipment, order.products);
  if (!sized.ok) return { status: 'rejected', reason: sized.reason, message: sized.message };
  const { parcel } = sized;
  const path = `/orders/${channelOrderId}/shipments`;
  const known = await v2Rows(client, { path, operation, row: shipmentWire }, call);
  if (!known.ok) return { status: 'failed', failure: known.failure };
  const same = known.rows.find((one) => isSame(one, parcel));
  if (same !== undefined) return { status: 'already', id: String(same.id) };
  const excess = excessOf(parcel, order.products);
  if (excess !== undefined) return { status: 'rejected', reason: 'quantity', message: `BigCommerce: ${excess}` };
  const body = encodeShipment(parcel, shipment);
  const answer = await client.call('write', { method: 'POST', path: `/v2${path}`, body, operation }, call);
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.class === 'validation') return { status: 'rejected', reason: 'validation', message: failure.message };
    if (failure.safeToReplay) return { status: 'failed', failure };
    return { status: 'unknown', failure: { ...failure, safeToReplay: true } };
  }
  const made = validate(shipmentWire, answer.json);
  if (made.ok) return { status: 'published', id: String(made.value.id) };
  const failure = client.fail('contract-drift', 'the answer does not tell the shipment', { safeToReplay: true });
  return { status: 'unknown', failure };
}

/** The body of `POST /orders/{id}/shipments`. A carrier's name is no code of BigCommerce's: it goes into the method. */
export function encodeShipment(
  { addressId, quantities, trackingNumber, comments }: Parcel,
  { carrier }: Pick<Shipment, 'carrier'>,
): unknown {
  return present({
    order_address_id: addressId,
    tracking_number: trackingNumber,
    shipping_method: carrier.name ?? carrier.scac,
    comments,
    items: [...quantities].map(([id, quantity]) => ({ order_product_id: id, quantity })),
  });
}

function isSame({ tracking_number: number = '', comments, items }: ShipmentWire, parcel: Parcel): boolean {
  if (number !== parcel.trackingNumber || (parcel.comments !== undefined && comments !== parcel.comments)) return false;
  return (
    items.length === parcel.quantities.size &&
    items.every((item) => parcel.quantities.get(item.order_product_id) === item.quantity)
  );
}
