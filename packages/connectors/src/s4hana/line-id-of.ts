import type { SalesOrderItemWire } from './sales-order-wire.ts';

/** The buyer's line id where the order was made with one, else SAP's item. */
export function lineIdOf({
  UnderlyingPurchaseOrderItem: buyers,
  SalesOrderItem: own,
}: Pick<SalesOrderItemWire, 'UnderlyingPurchaseOrderItem' | 'SalesOrderItem'>): string {
  return buyers === undefined || buyers === null || buyers === '' ? own : buyers;
}
