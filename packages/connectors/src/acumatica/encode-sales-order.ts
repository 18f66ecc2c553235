import type { Issue, Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { OrderEncoder } from '../order/order-encoder.ts';
import { sellerItem } from '../order/seller-item.ts';
import { type UnitTable, unitCode } from './unit-table.ts';

/** The body of `PUT /SalesOrder` for an order: what the map makes of it, under a type of the tenant's. */
export function encodeSalesOrder(
  encoder: OrderEncoder,
  order: Order,
  {
    orderType,
    units,
    externalReference,
    facts = {},
  }: {
    readonly orderType: string;
    readonly units: UnitTable;
    readonly externalReference: string;
    readonly facts?: Facts | undefined;
  },
): { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly issues: readonly Issue[] } {
  const encoded = encoder.encode(order, externalReference, { itemUnit: itemUnits(order, units), ...facts });
  if (!encoded.ok) return encoded;
  return { ok: true, body: { OrderType: { value: orderType }, ...(encoded.body as object) } };
}

/** Facts of lookup `itemUnit`: the seller's item is Acumatica's Inventory ID, and its unit is one of the table. */
function itemUnits({ lines }: Order, units: UnitTable): Readonly<Record<string, string>> {
  const pairs = lines.flatMap((line): (readonly [string, string])[] => {
    const [item, code] = [sellerItem(line), unitCode(units, line.quantity.unit)];
    return item === undefined || code === undefined ? [] : [[`${item}|${code}`, `${item}|${line.quantity.unit}`]];
  });
  return Object.fromEntries(pairs);
}
