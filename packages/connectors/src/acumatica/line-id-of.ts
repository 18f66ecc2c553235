import type { SalesOrderDetailWire } from './sales-order-wire.ts';

/** The buyer's line id where the line keeps it, else Acumatica's number of the line. */
export function lineIdOf({
  ExternalRef,
  LineNbr,
  id,
}: Pick<SalesOrderDetailWire, 'ExternalRef' | 'LineNbr' | 'id'>): string {
  return ExternalRef ?? LineNbr ?? id;
}
