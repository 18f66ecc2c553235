import type { ErpOrderLine, ErpOrderStatus, OrderPhase } from '@dist/connectors';
import { csvTable, type RowOf } from './csv.ts';
import { decimalOf, isDecimal } from './decimal-of.ts';
import { type OrderFile, unitOf } from './order-file.ts';

/** ORDERS.CSV: a row for each line of each order. */
export const orderStatusTable = csvTable([
  'REFERENCE',
  'ORDER',
  'STATUS',
  'LINE',
  'ITEM',
  'QUANTITY',
  'UNIT',
  'SHIPPED',
  'REJECTED',
  'CHANGED',
]);

export type OrderStatusRow = RowOf<typeof orderStatusTable>;

/** The words of this ERP. */
const phases: Readonly<Record<string, OrderPhase>> = {
  OPEN: 'open',
  HOLD: 'onHold',
  PART: 'partlyShipped',
  SHIP: 'shipped',
  INVD: 'invoiced',
  RJCT: 'rejected',
};

/** How an order stands by its rows; undefined when a quantity in them is none. */
export function orderStatusOf([first, ...others]: readonly OrderStatusRow[]): ErpOrderStatus | undefined {
  if (first === undefined) return undefined;
  if (![first, ...others].every((row) => isDecimal(row.QUANTITY) && isDecimal(row.SHIPPED))) return undefined;
  return {
    number: first.ORDER,
    externalReference: first.REFERENCE,
    status: first.STATUS,
    phase: phases[first.STATUS] ?? 'unknown',
    lines: [first, ...others].map(lineOf),
    changedAt: first.CHANGED,
  };
}

function lineOf({ LINE, ITEM, QUANTITY, UNIT, SHIPPED, REJECTED }: OrderStatusRow): ErpOrderLine {
  const unit = unitOf(UNIT);
  const line = {
    lineId: LINE,
    item: ITEM,
    quantity: { value: decimalOf(QUANTITY), unit },
    shipped: { value: decimalOf(SHIPPED), unit },
  };
  if (REJECTED === '') return { ...line, status: 'accepted' };
  return { ...line, status: 'rejected', reason: REJECTED };
}

/** How an order stands of which there is no more than its file: the ERP has not said anything yet. */
export function undecided({ reference, lines }: OrderFile): ErpOrderStatus {
  return {
    // It has no number yet.
    number: reference,
    externalReference: reference,
    status: 'FILE',
    phase: 'pending',
    lines: lines.map(({ line, item, quantity, unit }) => ({
      lineId: line,
      item,
      quantity: { value: quantity, unit: unitOf(unit) },
      status: 'accepted',
    })),
  };
}
