import { compare } from '@dist/canonical/arithmetic';
import { effectKey } from '../kernel/effect-key.ts';
import { isAnswered, partOf } from '../kernel/part-of.ts';
import { partnerOf } from '../kernel/partner-of.ts';
import type { View } from '../kernel/view.ts';
import type { OrderState, Phase } from '../word/state.ts';
import { effectIn } from './effect-in.ts';
import { keptOf } from './kept-of.ts';
import { hasOpenLines, submittedParts } from './lines.ts';
import { viewOf } from './view-of.ts';

/** Where an order is, in one word: derived from facts and ledger, never stored. */
export function phase(state: OrderState): Phase {
  const kept = keptOf(state);
  kept.phase ??= derive(state);
  return kept.phase;
}

/** Phases that nothing leads out of but a person or a late surprise. */
export const terminalPhases: readonly Phase[] = ['invalid', 'rejected', 'closed', 'cancelled', 'abandoned'];

function derive(state: OrderState): Phase {
  const view = viewOf(state);
  const held = !isEmpty(state.holds);
  if (view.captured === undefined) return sharedPhase(state, view, held);
  if (view.abandoned !== undefined) return 'abandoned';
  const { byStatus } = view.ledger;
  // Whatever else holds: what waits for a person must be seen by one.
  if (byStatus.parked.size > 0) return 'parked';
  if (view.invalid !== undefined) return 'invalid';
  if (byStatus.inDoubt.size > 0) return 'inDoubt';
  if (view.cancels.size > 0 && submittedParts(state).length === 0) return 'cancelled';
  if (held) return 'held';
  if (view.enriched === undefined) return 'captured';
  return fulfilmentPhase(state, view);
}

/** Of a load or a remittance; and a hold may come before the order: what was received under its number could not be read. */
function sharedPhase(state: OrderState, view: View, held: boolean): Phase {
  const { byStatus } = view.ledger;
  if (view.abandoned !== undefined) return 'abandoned';
  if (byStatus.parked.size > 0) return 'parked';
  if (held) return 'held';
  if (partnerOf(view) === undefined) return 'empty';
  const waits = view.remittance === undefined && effectIn(state, effectKey.loadNotice(state.id)) === undefined;
  return waits || byStatus.issued.size > 0 || !keptOf(state).awaited.isEmpty ? 'fulfilling' : 'closed';
}

function fulfilmentPhase(state: OrderState, view: View): Phase {
  // While nothing is cancelled every part is on its way, so that the list of the undecided ones tells all.
  const submitted =
    view.cancels.size > 0 || view.undecided.size > 0 ? submittedParts(state) : (view.enriched?.parts ?? []);
  const answered = view.undecided.size === 0 || submitted.every(({ partId }) => isAnswered(partOf(view, partId)));
  if (submitted.length === 0 || !answered) return 'submitting';
  if (submitted.every(({ partId }) => partOf(view, partId).accepted === undefined)) return 'rejected';
  if (hasOpenLines(state)) return view.lines.backordered.size > 0 ? 'backordered' : 'fulfilling';
  if (view.lines.shipped.size === 0) return isAllRejected(view) ? 'rejected' : 'cancelled';
  if (view.lines.uninvoiced.size > 0) return 'shipped';
  const busy = view.ledger.byStatus.issued.size > 0 || !keptOf(state).awaited.isEmpty;
  return busy || view.unnoticed.size > 0 || isChangeOpen(view) ? 'invoiced' : 'closed';
}

/** Whether a change order has come and nobody has settled it. */
function isChangeOpen({ changes }: View): boolean {
  if (changes.size === 0) return false;
  return [...changes.values()].some(({ status }) => status !== 'applied' && status !== 'refused');
}

function isAllRejected(view: View): boolean {
  return [...view.rows.values()].every((row) => compare(row.rejected, row.ordered) >= 0);
}

function isEmpty(record: object): boolean {
  for (const _name in record) return false;
  return true;
}
