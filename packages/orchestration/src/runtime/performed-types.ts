import type { PerformedType } from './performers.ts';

const all: Readonly<Record<PerformedType, true>> = {
  'order.enrich': true,
  'credit.check': true,
  'erp.submit': true,
  'erp.find': true,
  'erp.cancel': true,
  'erp.change': true,
  'erp.shipment': true,
  'erp.invoice': true,
  'erp.credit': true,
  'erp.cash': true,
  'warehouse.release': true,
  'warehouse.cancel': true,
  'document.send': true,
  'shop.fulfillment': true,
  'shop.invoice': true,
  'shop.cancel': true,
  'shop.refund': true,
};

/** Every type of effect of an order that has a performer. */
export const performedTypes: readonly PerformedType[] = Object.keys(all) as PerformedType[];
