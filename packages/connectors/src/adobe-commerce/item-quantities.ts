import type { Quantity } from '@dist/canonical';
import { add } from '@dist/canonical/arithmetic';
import type { OrderItemWire } from './order-wire.ts';

/** Quantities by the id of the order's item, or what of them a store cannot be told. */
export type ItemQuantities =
  | { readonly ok: true; readonly quantities: ReadonlyMap<number, string> }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/** Pure: the quantities of lines, added up line by line. Digits beyond what JSON numbers keep are refused. */
export function itemQuantities(
  lines: readonly { readonly lineId: string; readonly quantity: Quantity }[],
  items: readonly OrderItemWire[],
): ItemQuantities {
  const quantities = new Map<number, string>();
  for (const { lineId, quantity } of lines) {
    const item = items.find(({ item_id: id }) => String(id) === lineId);
    if (item === undefined) return fault('line-unknown', `the order has no line ${lineId}`);
    if (quantity.unit !== 'C62') return fault('unit', `line ${lineId} is counted in pieces, not in ${quantity.unit}`);
    const value = add(quantities.get(item.item_id) ?? '0', quantity.value);
    if (!/^\d{1,9}(\.\d{1,4})?$/.test(value))
      return fault('quantity', `line ${lineId}: ${value} is no quantity of Commerce`);
    quantities.set(item.item_id, value);
  }
  return { ok: true, quantities };
}

function fault(reason: string, message: string): ItemQuantities {
  return { ok: false, reason, message: `Adobe Commerce: ${message}` };
}
