import type { Shipment } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import { globalId } from './global-id.ts';
import { type UnitsByItem, unitOfItem } from './unit-of-item.ts';

/** A shipment as a shop sees it: whole pieces by the global id of the order's line, and numbers to follow it by. */
export interface Parcel {
  readonly quantities: ReadonlyMap<string, number>;
  readonly numbers: readonly string[];
}

export type ParcelResult =
  | { readonly ok: true; readonly parcel: Parcel }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/**
 * Pure: what of a shipment a shop can be told, or what it cannot count. The shop counts pieces: another unit than that in
 * which the order tells them is refused.
 */
export function parcelOf(shipment: Shipment, units?: UnitsByItem): ParcelResult {
  const values = new Map<string, string[]>();
  for (const { lineId, ids, quantity } of shipment.items) {
    const id = globalId('LineItem', lineId);
    if (id === undefined) return fault('line-unknown', `line ${lineId} is no line of a Shopify order`);
    const unit = unitOfItem(units, ids.find(({ scheme }) => scheme === 'seller')?.value);
    if (quantity.unit !== unit) return fault('unit', `line ${lineId} is counted in ${unit}, not in ${quantity.unit}`);
    const known = values.get(id);
    if (known === undefined) values.set(id, [quantity.value]);
    else known.push(quantity.value);
  }
  const quantities = new Map<string, number>();
  for (const [id, list] of values) {
    const value = sum(list);
    if (!/^[1-9]\d{0,8}$/.test(value)) return fault('quantity-not-whole', `line ${id}: ${value} pieces`);
    quantities.set(id, Number(value));
  }
  return { ok: true, parcel: { quantities, numbers: numbersOf(shipment) } };
}

function fault(reason: string, message: string): ParcelResult {
  return { ok: false, reason, message };
}

/** The numbers that a buyer can follow; the shipment's own where there is none, so that it can be found again. */
function numbersOf({ shipmentId, carrier, units }: Shipment): readonly string[] {
  const all = [carrier.trackingNumber, ...units.map((unit) => unit.trackingNumber)];
  const numbers = [...new Set(all.filter((number) => number !== undefined))];
  return numbers.length > 0 ? numbers : [shipmentId];
}
