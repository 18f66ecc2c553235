import { isZero } from '@dist/canonical/arithmetic';
import { hasLeft } from '../kernel/has-left.ts';
import { isAnswered, partOf, partsOf } from '../kernel/part-of.ts';
import { type Row, tally, viewOfRow } from '../kernel/row.ts';
import type { View } from '../kernel/view.ts';
import type { LineQuantity, OrderPart } from '../word/event.ts';
import type { LineView, OrderState } from '../word/state.ts';
import { effectIn } from './effect-in.ts';
import { viewOf } from './view-of.ts';

/** The balance of every line, in the order of the purchase order. */
export function lines(state: OrderState): readonly LineView[] {
  const view = viewOf(state);
  if (view.captured === undefined || view.cancels.size === 0) return [...view.rows.values()].map(viewOfRow);
  const rows = new Map<string, Row>([...view.rows].map(([lineId, row]) => [lineId, { ...row }]));
  for (const { lineId, quantity } of goneUnsent(state, view)) {
    const row = rows.get(lineId);
    if (row !== undefined) tally(row, 'cancelled', quantity);
  }
  return [...rows.values()].map(viewOfRow);
}

/** Whether any quantity is still open. */
export function hasOpenLines(state: OrderState): boolean {
  const view = viewOf(state);
  if (view.cancels.size === 0) return view.lines.open.size > 0;
  return lines(state).some((line) => !isZero(line.open));
}

/** Parts that left for an ERP, or that one has answered. */
export function submittedParts(state: OrderState): readonly OrderPart[] {
  const view = viewOf(state);
  return partsOf(view).filter(
    ({ partId }) => isAnswered(partOf(view, partId)) || hasLeft(effectIn(state, partOf(view, partId).submit)),
  );
}

/** What a cancellation ended before it was anywhere: parts never submitted, or the whole order. */
function goneUnsent(state: OrderState, view: View): readonly LineQuantity[] {
  if (view.enriched === undefined) return view.order?.lines.map(({ lineId, quantity }) => ({ lineId, quantity })) ?? [];
  const submitted = new Set(submittedParts(state));
  return partsOf(view)
    .filter((part) => !submitted.has(part))
    .flatMap((part) => part.lines);
}
