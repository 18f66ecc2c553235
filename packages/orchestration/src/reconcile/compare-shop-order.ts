import { compare } from '@dist/canonical/arithmetic';
import { inBaseUnit } from '../kernel/row.ts';
import { changedByHand, isChangeOpen } from './changed-by-hand.ts';
import { type Comparison, settleDifference, viewNow } from './comparison.ts';
import type { ObservedOrder } from './observed.ts';

/** Holds a shop's order against ours: what was edited or cancelled there is asked of the ERPs, where it is adopted. */
export function compareShopOrder(comparison: Comparison, order: ObservedOrder): void {
  const { from, changedAt, status, lines } = order;
  const { id } = comparison.state;
  const about = { from, class: 'inventory' } as const;
  const view = viewNow(comparison);
  if (status === 'cancelled') {
    if (view.cancels.size > 0) return;
    const sentence = `${id} was cancelled at the shop, and the journal did not know.`;
    const adopt = [
      { type: 'cancel.requested', cancel: `${from}/${changedAt}`, reason: 'cancelled at the shop' } as const,
    ];
    const difference = {
      field: 'cancellation',
      kind: 'cancelled',
      name: id,
      known: 'open',
      reported: 'cancelled',
    } as const;
    settleDifference(comparison, { ...about, ...difference, sentence, adopt });
    return;
  }
  for (const { lineId, quantity } of lines) {
    const row = viewNow(comparison).rows.get(lineId);
    const reported = (row && inBaseUnit(row, quantity)) ?? `${quantity.value} ${quantity.unit}`;
    const known = row?.ordered;
    if (known !== undefined && row !== undefined && inBaseUnit(row, quantity) === known) continue;
    const isMore = row === undefined || known === undefined || compare(reported, known) > 0;
    const change = { change: `${from}/${lineId}/${changedAt}`, line: { lineId, action: 'change', quantity } } as const;
    if (isChangeOpen(comparison, change.change)) continue;
    const sentence = `${id} at the shop has ${reported} of line ${lineId}, the journal ${known ?? 'has no such line'}.`;
    const adopt = row === undefined ? [] : changedByHand(comparison, change);
    const field = isMore ? 'raisedQuantity' : 'quantity';
    settleDifference(comparison, {
      ...about,
      field,
      kind: 'quantityDifference',
      name: lineId,
      known,
      reported,
      sentence,
      adopt,
    });
  }
}
