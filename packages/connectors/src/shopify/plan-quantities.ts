import type { InventoryAvailability } from '@dist/canonical';
import { globalId } from './global-id.ts';
import type { InventoryItem } from './inventory-queries.ts';

/** One entry of InventorySetQuantitiesInput.quantities. */
export interface QuantityInput {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly quantity: number;
  /** What it must still be: the comparison of compare-and-set. */
  readonly changeFromQuantity: number;
}

/** What is to be set, by the name of the quantity, or why nothing is. */
export type QuantityPlan =
  | { readonly ok: true; readonly sets: ReadonlyMap<QuantityName, readonly QuantityInput[]> }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/** The quantities that can be set. */
export type QuantityName = 'available' | 'on_hand';

const names: Readonly<Record<string, QuantityName>> = { salable: 'available', onHand: 'on_hand' };

/**
 * Pure: which numbers differ from what is there. `salable` sets what can be sold, `onHand` what lies there; every other
 * number is the shop's own and is refused, as is one item's pair of both, of which the second would undo the first.
 */
export function planQuantities(
  { items }: Pick<InventoryAvailability, 'items'>,
  stock: readonly InventoryItem[],
  defaultLocation: string | undefined,
): QuantityPlan {
  const sets = new Map<QuantityName, QuantityInput[]>();
  const seen = new Set<string>();
  for (const { ids, location, quantities } of items) {
    const sku = ids.find(({ scheme }) => scheme === 'seller')?.value ?? '';
    const known = stock.filter((item) => item.sku === sku);
    const [item] = known;
    if (item === undefined) return fault('item-unknown', `there is no item ${sku}`);
    if (known.length > 1) return fault('item-ambiguous', `${known.length} items have the number ${sku}`);
    const place = location?.value ?? defaultLocation;
    const locationId = place === undefined ? undefined : globalId('Location', place);
    const level = item.inventoryLevels.nodes.find((one) => one.location.id === locationId);
    if (locationId === undefined || level === undefined)
      return fault('location-unknown', `item ${sku} is not stocked at ${place ?? 'no location'}`);
    for (const { type, quantity } of quantities) {
      const name = names[type];
      if (name === undefined) return fault('quantity-not-settable', `item ${sku}: ${type} is the shop's own number`);
      if (!/^-?\d{1,9}$/.test(quantity.value)) return fault('quantity-not-whole', `item ${sku}: ${quantity.value}`);
      if (seen.has(`${item.id} ${locationId}`)) return fault('quantity-twice', `item ${sku} at ${place} comes twice`);
      seen.add(`${item.id} ${locationId}`);
      const changeFromQuantity = level.quantities.find((one) => one.name === name)?.quantity ?? 0;
      const wanted = Number(quantity.value);
      if (wanted === changeFromQuantity) continue;
      const list = sets.get(name) ?? [];
      list.push({ inventoryItemId: item.id, locationId, quantity: wanted, changeFromQuantity });
      sets.set(name, list);
    }
  }
  return { ok: true, sets };
}

function fault(reason: string, message: string): QuantityPlan {
  return { ok: false, reason, message: `Shopify: ${message}` };
}
