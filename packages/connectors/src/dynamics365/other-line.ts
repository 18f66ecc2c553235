import type { EncodedOrder } from './encode-sales-order.ts';
import type { LineWire } from './wire.ts';

/**
 * A sentence on the first line that does not stand there once as it was sent: a request whose answer was lost may be worked on
 * later, when its line was sent again. A line without the buyer's number is the system's own (a supplementary item).
 */
export function otherLine(rows: readonly LineWire[], sent: EncodedOrder['lines']): string | undefined {
  const there = new Map<unknown, LineWire[]>();
  for (const row of rows) {
    const alike = there.get(row.CustomersLineNumber);
    if (alike === undefined) there.set(row.CustomersLineNumber, [row]);
    else alike.push(row);
  }
  for (const line of sent) {
    const number = Number(line['CustomersLineNumber']);
    const [row, second] = there.get(number) ?? [];
    if (row === undefined) return `line ${number} is missing; the next submit adds it`;
    if (second !== undefined)
      return `line ${number} is there twice (lots ${row.InventoryLotId} and ${second.InventoryLotId}); delete one of them`;
    const expected = `${line['OrderedSalesQuantity']} ${line['SalesUnitSymbol']} of ${line['ItemNumber']}`;
    const found = `${row.OrderedSalesQuantity} ${row.SalesUnitSymbol} of ${row.ItemNumber}`;
    const isSame =
      Number(row.OrderedSalesQuantity) === line['OrderedSalesQuantity'] &&
      // Texts are compared without case there.
      isAlike(row.SalesUnitSymbol, line['SalesUnitSymbol']) &&
      isAlike(row.ItemNumber, line['ItemNumber']);
    if (!isSame) return `line ${number} is ${found}, expected is ${expected}; correct it there, or delete the order`;
  }
  return undefined;
}

function isAlike(found: string, expected: unknown): boolean {
  return found.trim().toUpperCase() === String(expected).trim().toUpperCase();
}
