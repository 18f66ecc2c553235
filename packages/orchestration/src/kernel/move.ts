import { compare, isNegative, isZero } from '@dist/canonical/arithmetic';
import type { LineQuantity } from '../word/event.ts';
import { balance, isBackordered, type Row, type Tally, tally } from './row.ts';
import type { View } from './view.ts';

/** Moves quantities of lines: what shipped, what was cancelled. Lines that the order does not have are passed over. */
export function move(view: View, what: Tally, lines: readonly LineQuantity[], sign: 1 | -1 = 1): void {
  for (const { lineId, quantity } of lines) {
    const row = view.rows.get(lineId);
    if (row === undefined) continue;
    tally(row, what, quantity, sign);
    markLine(view, row);
  }
}

/** Quantities of a credit memo may be stated with or without a minus: the document's type carries the sign. */
export function unsigned<Line extends LineQuantity>(line: Line): LineQuantity {
  const { lineId, quantity } = line;
  return quantity.value.startsWith('-') ? { lineId, quantity: { ...quantity, value: quantity.value.slice(1) } } : line;
}

/** Brings the sets of lines in line with a row. */
export function markLine({ lines }: View, row: Row): void {
  const rest = balance(row);
  const isOver = isNegative(rest);
  mark(lines.over, row.lineId, isOver);
  mark(lines.open, row.lineId, !isOver && !isZero(rest));
  mark(lines.shipped, row.lineId, !isZero(row.shipped));
  mark(lines.uninvoiced, row.lineId, compare(row.invoiced, row.shipped) < 0);
  mark(lines.backordered, row.lineId, row.backordered !== '0' && isBackordered(row));
  mark(lines.unknownUnit, row.lineId, row.unknownUnit !== undefined);
}

function mark(set: Set<string>, lineId: string, holds: boolean): void {
  if (holds) set.add(lineId);
  else set.delete(lineId);
}
