import type { Issue, Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { OrderEncoder } from '../order/order-encoder.ts';
import { sellerItem } from '../order/seller-item.ts';
import { type UnitTable, unitCode } from './unit-table.ts';

/** What an order has beside what the map makes of it. */
export interface OrderHead {
  readonly businessUnit: string;
  readonly sourceSystem: string;
  /** Whether the prices of the order are kept; else Oracle prices it. */
  readonly keepPrices: boolean;
}

/** The body of `POST /salesOrdersForOrderHub`, which submits what it makes. */
export function encodeSalesOrder(
  encoder: OrderEncoder,
  order: Order,
  {
    head,
    units,
    externalReference,
    facts = {},
  }: {
    readonly head: OrderHead;
    readonly units: UnitTable;
    readonly externalReference: string;
    readonly facts?: Facts | undefined;
  },
): { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly issues: readonly Issue[] } {
  const encoded = encoder.encode(order, externalReference, { itemUnit: itemUnits(order, units), ...facts });
  if (!encoded.ok) return encoded;
  const own = {
    SourceTransactionSystem: head.sourceSystem,
    BusinessUnitName: head.businessUnit,
    RequestingBusinessUnitName: head.businessUnit,
    SubmittedFlag: true,
    FreezePriceFlag: head.keepPrices,
  };
  return { ok: true, body: { ...own, ...(encoded.body as object) } };
}

/** Facts of lookup `itemUnit`: the seller's item is Oracle's product number, and its unit is one of the table. */
function itemUnits({ lines }: Order, units: UnitTable): Readonly<Record<string, string>> {
  const pairs = lines.flatMap((line): (readonly [string, string])[] => {
    const [item, code] = [sellerItem(line), unitCode(units, line.quantity.unit)];
    return item === undefined || code === undefined ? [] : [[`${item}|${code}`, `${item}|${line.quantity.unit}`]];
  });
  return Object.fromEntries(pairs);
}
