import type { Shipment } from '@dist/canonical';
import { add, compare, subtract } from '@dist/canonical/arithmetic';
import type { ProductWire } from './order-wire.ts';

/** A shipment as BigCommerce takes it: whole pieces by the id of the order's product, of one address. */
export interface Parcel {
  readonly addressId: number;
  readonly quantities: ReadonlyMap<number, number>;
  readonly trackingNumber: string;
  /** Stands in `comments` where there is no number to follow it by, so that it can be found again. */
  readonly comments: string | undefined;
}

/** A parcel, or why a shipment is none of BigCommerce’s: `reason` is a code. */
export type ParcelResult =
  | { readonly ok: true; readonly parcel: Parcel }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/** Pure: what of a shipment a store can be told, or what it cannot hold. */
export function parcelOf(shipment: Shipment, products: readonly ProductWire[]): ParcelResult {
  const sums = new Map<string, string>();
  for (const { lineId, quantity } of shipment.items) {
    if (quantity.unit !== 'C62') return fault('unit', `line ${lineId} is counted in pieces, not in ${quantity.unit}`);
    sums.set(lineId, add(sums.get(lineId) ?? '0', quantity.value));
  }
  const quantities = new Map<number, number>();
  const addresses = new Set<number>();
  for (const [lineId, value] of sums) {
    const product = products.find(({ id }) => String(id) === lineId);
    if (product === undefined) return fault('line-unknown', `the order has no line ${lineId}`);
    if (!/^[1-9]\d{0,8}$/.test(value)) return fault('quantity-not-whole', `line ${lineId}: ${value} pieces`);
    quantities.set(product.id, Number(value));
    addresses.add(product.order_address_id ?? 0);
  }
  const [addressId = 0, second] = addresses;
  if (second !== undefined) return fault('addresses', 'a shipment goes to one address of the order, this one to more');
  // Products that are downloaded or picked up have no address (OpenAPI orders.v2, order_address_id).
  if (addressId === 0) return fault('address-none', 'what is downloaded or picked up is not shipped');
  const numbers = numbersOf(shipment);
  const comments = numbers.length === 0 ? `Shipment ${shipment.shipmentId}` : undefined;
  return { ok: true, parcel: { addressId, quantities, trackingNumber: numbers.join(', '), comments } };
}

/** What of a parcel is more than is left to ship, as a message; undefined where it fits. */
export function excessOf({ quantities }: Parcel, products: readonly ProductWire[]): string | undefined {
  for (const [id, quantity] of quantities) {
    const product = products.find((one) => one.id === id);
    const left = product === undefined ? '0' : subtract(product.quantity, product.quantity_shipped ?? '0');
    if (compare(String(quantity), left) > 0) return `of line ${id} ${left} are left to ship, not ${quantity}`;
  }
  return undefined;
}

function fault(reason: string, message: string): ParcelResult {
  return { ok: false, reason, message: `BigCommerce: ${message}` };
}

function numbersOf({ carrier, units }: Shipment): readonly string[] {
  const all = [carrier.trackingNumber, ...units.map((unit) => unit.trackingNumber)];
  return [...new Set(all.filter((number) => number !== undefined))];
}
