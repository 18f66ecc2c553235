import type { SubmitOrder } from '../port/orders.ts';

/** The body of `POST /orders`. Decimals are texts; quantities in the item's base unit, prices for one of it. */
export interface ReferenceErpOrder {
  readonly externalReference: string;
  readonly purchaseOrder: string;
  readonly partner?: string | undefined;
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

/** An order as the reference ERP takes it. The same order gives the same bytes, so that a repeat is no conflict. */
export function encodeOrder(order: SubmitOrder, externalReference: string): ReferenceErpOrder {
  const { purchaseOrder, partner, customer, shipTo, currency, requestedShipOn, lines } = order;
  return {
    externalReference,
    purchaseOrder,
    partner,
    customer,
    shipTo,
    currency,
    requestedShipOn,
    lines: lines.map(({ lineId, item, quantity, price }) => ({
      line: lineId,
      item,
      quantity: quantity.value,
      unit: quantity.unit,
      price,
    })),
  };
}
