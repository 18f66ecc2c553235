import type { ChangedLine, OrderLine, Quantity } from '@dist/canonical';
import { add, isNegative, subtract } from '@dist/canonical/arithmetic';
import type { ChangedLineView, ChangeView } from './change-view.ts';
import { inBaseUnit, inUnit } from './row.ts';
import type { View } from './view.ts';

/** What a change makes of its lines, or why that can not be said without a person. */
export type ChangeLines = { readonly lines: readonly ChangedLineView[] } | { readonly why: string };

type Meaning = 'total' | 'difference';

/**
 * Reads a change over the order as it stands. Quantities of increases and decreases are totals or differences as the
 * person, the document or the event says (which has the policy's word from when it was taken in); where none does, nothing is guessed (R17).
 */
export function changeLines(view: View, change: ChangeView): ChangeLines {
  const { request, decision } = change;
  const meaning = decision?.quantities ?? request.content.quantities ?? request.quantities;
  const read = readLines(view, request.content.lines, meaning);
  if ('why' in read) return read;
  const { lines } = read;
  if (request.content.mode !== 'fullImage') return { lines };
  const named = new Set(request.content.lines.map(({ lineId }) => lineId));
  const gone = [...view.ordered.values()].filter(({ lineId }) => !named.has(lineId));
  return { lines: [...lines, ...gone.map((line) => ({ lineId: line.lineId, quantity: none(line.quantity) }))] };
}

/** Each line is read over the order as it stands: of one that is named twice nobody can tell whether both count, or the last. */
function readLines(view: View, changed: readonly ChangedLine[], meaning: Meaning | undefined): ChangeLines {
  const found = new Map<string, ChangedLineView & Pick<ChangedLine, 'action'>>();
  for (const line of changed) {
    const { lineId, action } = line;
    const read = readLine(view, line, meaning);
    if ('why' in read) return read;
    if ('nothing' in read) continue;
    const before = found.get(lineId);
    if (before === undefined) found.set(lineId, { ...read.line, action });
    // A new price and a new quantity say two things.
    else if (action === 'changePrice' && before.price === undefined)
      found.set(lineId, { ...before, price: read.line.price });
    else if (before.action === 'changePrice' && read.line.price === undefined)
      found.set(lineId, { ...read.line, price: before.price, action });
    else return { why: `line ${lineId} is named twice` };
  }
  return { lines: [...found.values()].map(({ action: _action, ...line }) => line) };
}

type LineRead = { readonly line: ChangedLineView } | { readonly why: string } | { readonly nothing: true };

function readLine(view: View, line: ChangedLine, meaning: Meaning | undefined): LineRead {
  const { lineId, action, quantity, price } = line;
  if (action === 'noChange' || action === 'changeDates' || action === 'reschedule') return { nothing: true };
  const ordered = view.ordered.get(lineId);
  if (action === 'add' || action === 'replaceItem') return { why: `line ${lineId}: ${action} needs a person` };
  if (ordered === undefined) return { why: `line ${lineId} is not on the order` };
  if (action === 'cancel') return { line: { lineId, quantity: none(ordered.quantity) } };
  if (action === 'changePrice') return { line: { lineId, quantity: ordered.quantity, price } };
  if (quantity === undefined) return { why: `line ${lineId}: ${action} without a quantity` };
  const next = nextQuantity(view, ordered, { action, quantity }, meaning);
  if ('why' in next) return next;
  return { line: { lineId, quantity: next.quantity, ...(price !== undefined && { price }) } };
}

function nextQuantity(
  view: View,
  { lineId, quantity: before }: OrderLine,
  { action, quantity }: { readonly action: ChangedLine['action']; readonly quantity: Quantity },
  meaning: Meaning | undefined,
): { readonly quantity: Quantity } | { readonly why: string } {
  const sign = action === 'increaseQuantity' ? 1 : action === 'decreaseQuantity' ? -1 : 0;
  if (sign === 0 || meaning === 'total') {
    if (isKnownUnit(view, lineId, quantity)) return { quantity };
    return { why: `line ${lineId}: its item does not know the unit ${quantity.unit}` };
  }
  const size = inUnitOf(view, lineId, quantity, before.unit);
  if (size === undefined) return { why: `line ${lineId}: ${quantity.unit} does not convert to ${before.unit}` };
  const value = sign === 1 ? add(before.value, size) : subtract(before.value, size);
  if (meaning === undefined) {
    return { why: `line ${lineId}: meaning of the change quantity is not set (${quantity.value} or ${value}?)` };
  }
  if (isNegative(value)) return { why: `line ${lineId}: ${quantity.value} less than ${before.value} is nothing` };
  return { quantity: { value, unit: before.unit } };
}

/** Before enrichment nobody knows the units of an item; the change is read again after it. */
function isKnownUnit({ rows, enrichedLines }: View, lineId: string, quantity: Quantity): boolean {
  const row = rows.get(lineId);
  return row === undefined || !enrichedLines.has(lineId) || inBaseUnit(row, quantity) !== undefined;
}

function inUnitOf(view: View, lineId: string, quantity: Quantity, unit: string): string | undefined {
  if (quantity.unit === unit) return quantity.value;
  const row = view.rows.get(lineId);
  return row && inUnit(row, quantity, unit)?.value;
}

function none({ unit }: Quantity): Quantity {
  return { value: '0', unit };
}
