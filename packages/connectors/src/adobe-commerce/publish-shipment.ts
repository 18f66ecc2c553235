import type { Shipment } from '@dist/canonical';
import { equals } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { WriteCall } from '../port/call.ts';
import { present } from '../port/present.ts';
import type { PublishOutcome } from '../port/publish.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { itemQuantities } from './item-quantities.ts';
import { madeDocument } from './made-document.ts';
import { readOrder } from './read-order.ts';
import { searchAll } from './search.ts';

const shipmentWire = z.object({
  entity_id: z.number().int(),
  items: z.array(z.object({ order_item_id: z.number().int(), qty: numberOrDecimal })),
  tracks: z.array(z.object({ track_number: z.string().nullish() })),
  comments: z.array(z.object({ comment: z.string().nullish() })),
});

type ShipmentWire = z.output<typeof shipmentWire>;

/** How shipments are told. */
export interface ShipmentManner {
  /** Whether Commerce writes to the buyer. */
  readonly notify: boolean;
  /** The source of the stock, where there is more than the default one. */
  readonly sourceCode: string | undefined;
  /** Commerce's carrier codes by SCAC; `custom` where there is none. */
  readonly carriers: Readonly<Record<string, string>>;
}

/**
 * Tells the store that goods have left. It looks before it writes: a shipment with our id in a comment, or with the same
 * tracking numbers and quantities, is the same.
 */
export async function publishShipment(
  client: VendorClient,
  { channelOrderId, shipment }: { readonly channelOrderId: string; readonly shipment: Shipment },
  { manner, ...call }: WriteCall & { readonly manner: ShipmentManner },
): Promise<PublishOutcome> {
  const operation = 'shipments.publish';
  const order = await readOrder(client, { by: 'id', value: channelOrderId, operation }, call);
  if (order.status === 'failed') return order;
  if (order.status === 'notFound') {
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${channelOrderId}`) };
  }
  const counted = itemQuantities(shipment.items, order.value.items);
  if (!counted.ok) return { status: 'rejected', reason: counted.reason, message: counted.message };
  const { quantities } = counted;
  const groups = [[{ field: 'order_id', value: channelOrderId, condition: 'eq' as const }]];
  const request = { path: '/shipments', groups, sort: ['entity_id'], pageSize: 100, operation, row: shipmentWire };
  const known = await searchAll(client, request, call);
  if (!known.ok) return { status: 'failed', failure: known.failure };
  const same = known.rows.find((one) => isSame(one, shipment, quantities));
  if (same !== undefined) return { status: 'already', id: String(same.entity_id) };
  const path = `/order/${channelOrderId}/ship`;
  const body = encodeShipment(shipment, quantities, manner);
  return madeDocument(client, await client.call('write', { method: 'POST', path, body, operation }, call));
}

/** The body of `POST /V1/order/{orderId}/ship`. */
export function encodeShipment(
  shipment: Shipment,
  quantities: ReadonlyMap<number, string>,
  { notify, sourceCode, carriers }: ShipmentManner,
): unknown {
  const { carrier } = shipment;
  const code = carrier.scac === undefined ? undefined : carriers[carrier.scac];
  const title = carrier.name ?? carrier.scac ?? 'Carrier';
  return present({
    items: [...quantities].map(([id, value]) => ({ order_item_id: id, qty: Number(value) })),
    notify,
    // Not shown to the buyer: by it the shipment is found again.
    comment: { comment: commentOf(shipment), is_visible_on_front: 0 },
    tracks: numbersOf(shipment).map((number) => ({ track_number: number, title, carrier_code: code ?? 'custom' })),
    arguments: sourceCode === undefined ? undefined : { extension_attributes: { source_code: sourceCode } },
  });
}

function isSame(
  { items, tracks, comments }: ShipmentWire,
  shipment: Shipment,
  quantities: ReadonlyMap<number, string>,
): boolean {
  if (comments.some(({ comment }) => comment === commentOf(shipment))) return true;
  const numbers = numbersOf(shipment);
  const told = new Set(tracks.map(({ track_number: number }) => number));
  if (numbers.length === 0 || told.size !== numbers.length || !numbers.every((one) => told.has(one))) return false;
  return (
    items.length === quantities.size &&
    items.every((item) => equals(quantities.get(item.order_item_id) ?? '0', item.qty))
  );
}

function commentOf({ shipmentId }: Shipment): string {
  return `Shipment ${shipmentId}`;
}

function numbersOf({ carrier, units }: Shipment): readonly string[] {
  const all = [carrier.trackingNumber, ...units.map((unit) => unit.trackingNumber)];
  return [...new Set(all.filter((number) => number !== undefined))];
}
