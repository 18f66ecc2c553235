import type { Order, Result } from '@dist/canonical';
import { sellerItem } from '../order/seller-item.ts';
import { sellerNumbers } from '../order/seller-numbers.ts';

/** The body of `POST /orders`. Decimals are texts; quantities in the item's base unit, prices for one of it. */
export interface ReferenceErpOrder {
  readonly externalReference: string;
  readonly purchaseOrder: string;
  readonly customer: string;
  readonly shipTo: string;
  readonly currency: string;
  readonly requestedShipOn?: string | undefined;
  readonly lines: readonly {
    readonly line: string;
    readonly item: string;
    readonly quantity: string;
    readonly unit: string;
    readonly price?: string | undefined;
  }[];
}

/**
 * An order as the reference ERP takes it. The same order gives the same bytes, so that a repeat is no conflict. An issue
 * for each number of the seller's that it lacks.
 */
export function encodeOrder(order: Order, externalReference: string): Result<ReferenceErpOrder> {
  const { number, currency, dates, lines } = order;
  const { customer, shipTo } = sellerNumbers(order);
  const items = lines.map(sellerItem);
  const missing = [
    ...(customer === undefined ? [absent(['parties', 'buyer', 'ids'], 'the seller’s number of the customer')] : []),
    ...(shipTo === undefined ? [absent(['parties', 'shipTo', 'ids'], 'the seller’s number of the place')] : []),
    ...items.flatMap((item, at) =>
      item === undefined ? [absent(['lines', at, 'ids'], 'the seller’s item number')] : [],
    ),
  ];
  if (customer === undefined || shipTo === undefined || missing.length > 0) return { ok: false, issues: missing };
  const value = {
    externalReference,
    purchaseOrder: number,
    customer,
    shipTo,
    currency,
    requestedShipOn: dates.requestedShip ?? dates.shipNotBefore,
    lines: lines.map(({ lineId, quantity, price }, at) => ({
      line: lineId,
      item: items[at] ?? '',
      quantity: quantity.value,
      unit: quantity.unit,
      price: price?.amount,
    })),
  };
  return { ok: true, value, issues: [] };
}

function absent(path: readonly (string | number)[], what: string) {
  return { code: 'value-required', severity: 'error', path, message: `${path.join('.')}: expected ${what}` } as const;
}
