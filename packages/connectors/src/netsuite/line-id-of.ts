import type { SalesOrderLineWire } from './sales-order-wire.ts';

/** The buyer's line id where a column of the tenant's holds it, else NetSuite's line number, which need not be 1, 2, 3. */
export function lineIdOf(line: SalesOrderLineWire, field: string | undefined): string {
  const kept = field === undefined ? undefined : line[field];
  return typeof kept === 'string' && kept !== '' ? kept : String(line.line);
}
