import { compare, isZero } from '@dist/canonical/arithmetic';
import type { LineQuantity } from '../word/event.ts';
import { balance, isBackordered, type Row, type Tally, tally } from './row.ts';
import type { View } from './view.ts';
import { wholeNumber } from './whole-number.ts';

/** Moves quantities of lines: what shipped, what was cancelled. Lines that the order does not have are passed over. */
export function move(view: View, what: Tally, lines: readonly LineQuantity[], sign: 1 | -1 = 1): void {
  for (const { lineId, quantity } of lines) {
    const row = view.rows.get(lineId);
    if (row === undefined) continue;
    if (quantity.value.startsWith('-') && counted.has(what))
      row.belowZero = `${quantity.value} ${quantity.unit} ${what}`;
    else tally(row, what, quantity, sign);
    markLine(view, row);
  }
}

/** What is counted in goods: less than none can not ship, and is not refused either. What is billed or reserved may go back. */
const counted: ReadonlySet<Tally> = new Set(['rejected', 'cancelled', 'shipped', 'noticed']);

/** Quantities of a credit memo may be stated with or without a minus: the document's type carries the sign. */
export function unsigned<Line extends LineQuantity>(line: Line): LineQuantity {
  const { lineId, quantity } = line;
  return quantity.value.startsWith('-') ? { lineId, quantity: { ...quantity, value: quantity.value.slice(1) } } : line;
}

/** Brings the sets of lines in line with a row. */
export function markLine({ lines }: View, row: Row): void {
  const { lineId } = row;
  const shipped = wholeNumber(row.shipped);
  const invoiced = wholeNumber(row.invoiced);
  const rest = signOfBalance(row, shipped);
  mark(lines.over, lineId, rest < 0);
  mark(lines.open, lineId, rest > 0);
  mark(lines.shipped, lineId, shipped > 0 || (shipped < 0 && !isZero(row.shipped)));
  const isBehind = shipped < 0 || invoiced < 0 ? compare(row.invoiced, row.shipped) < 0 : invoiced < shipped;
  mark(lines.uninvoiced, lineId, isBehind);
  mark(lines.backordered, lineId, row.backordered !== '0' && isBackordered(row));
  mark(lines.unknownUnit, lineId, row.unknownUnit !== undefined);
  mark(lines.belowZero, lineId, row.belowZero !== undefined);
}

/** More than 0 while something is open, less when more has gone than was ordered. */
function signOfBalance(row: Row, shipped: number): number {
  const ordered = wholeNumber(row.ordered);
  const rejected = wholeNumber(row.rejected);
  const cancelled = wholeNumber(row.cancelled);
  if (ordered >= 0 && rejected >= 0 && cancelled >= 0 && shipped >= 0) return ordered - rejected - cancelled - shipped;
  return compare(balance(row), '0');
}

function mark(set: Set<string>, lineId: string, holds: boolean): void {
  if (holds) set.add(lineId);
  else set.delete(lineId);
}
