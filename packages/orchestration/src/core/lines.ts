import { isZero } from '@dist/canonical/arithmetic';
import type { OrderPart } from '../word/event.ts';
import type { LineView, OrderState } from '../word/state.ts';
import { effectKey } from './effect-key.ts';
import { type Row, tally, viewOfRow } from './line-row.ts';
import { hasLeft, isAnswered } from './owed.ts';
import { partsOf, type View, viewOf } from './view.ts';

/** The balance of every line, in the order of the purchase order. */
export function lines(state: OrderState): readonly LineView[] {
  const view = viewOf(state.facts);
  const rows = new Map<string, Row>(view.rows);
  if (view.captured !== undefined && view.cancels.length > 0) {
    const gone = view.enriched === undefined ? [wholeOrder(view)] : neverSubmitted(state);
    for (const { lineId, quantity } of gone.flat()) {
      const row = rows.get(lineId);
      if (row !== undefined) rows.set(lineId, tally(row, 'cancelled', quantity));
    }
  }
  return [...rows.values()].map(viewOfRow);
}

/** Whether any quantity is still open. */
export function hasOpenLines(state: OrderState): boolean {
  const view = viewOf(state.facts);
  if (view.cancels.length === 0) return view.lines.open.size > 0;
  return lines(state).some((line) => !isZero(line.open));
}

/** Parts that left for an ERP, or that one has answered. */
export function submittedParts({ id, facts, effects }: OrderState): readonly OrderPart[] {
  const view = viewOf(facts);
  return partsOf(view).filter((part) => isAnswered(view, part) || hasLeft(effects[effectKey.submit(id, part.partId)]));
}

function neverSubmitted(state: OrderState): readonly OrderPart['lines'][] {
  const submitted = new Set(submittedParts(state));
  return partsOf(viewOf(state.facts))
    .filter((part) => !submitted.has(part))
    .map((part) => part.lines);
}

function wholeOrder(view: View): OrderPart['lines'] {
  return view.captured?.order.lines.map(({ lineId, quantity }) => ({ lineId, quantity })) ?? [];
}
