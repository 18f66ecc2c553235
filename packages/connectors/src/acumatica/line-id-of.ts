import type { SalesOrderDetailWire } from './sales-order-wire.ts';

type Row = Partial<Pick<SalesOrderDetailWire, 'ExternalRef' | 'LineNbr' | 'id'>>;

/**
 * The line id of a row of an order: the buyer's where the row keeps it. `isKept` tells whether any row of the order does: one
 * without is `acumatica:2` then, since Acumatica's bare number might be the buyer's id of another line.
 */
export function lineIdOf({ ExternalRef, LineNbr, id }: Row, isKept: boolean): string {
  const own = LineNbr ?? id ?? '';
  return ExternalRef ?? (isKept ? `acumatica:${own}` : own);
}
