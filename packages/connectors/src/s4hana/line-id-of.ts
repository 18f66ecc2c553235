import type { SalesOrderItemWire } from './sales-order-wire.ts';

/** The buyer's line id where the order was made with one, else `sap:10`: SAP's bare item might be the buyer's id of another line. */
export function lineIdOf({
  UnderlyingPurchaseOrderItem: buyers,
  SalesOrderItem: own,
}: Pick<SalesOrderItemWire, 'UnderlyingPurchaseOrderItem' | 'SalesOrderItem'>): string {
  return buyers === undefined || buyers === null || buyers === '' ? `sap:${own}` : buyers;
}
