import { compare } from '@dist/canonical/arithmetic';
import type { OrderState, Phase } from '../word/state.ts';
import { hasOpenLines, submittedParts } from './lines.ts';
import { isAnswered } from './owed.ts';
import { type View, viewOf } from './view.ts';

const known = new WeakMap<OrderState, Phase>();

/** Where an order is, in one word: derived from facts and ledger, never stored. */
export function phase(state: OrderState): Phase {
  const remembered = known.get(state);
  if (remembered !== undefined) return remembered;
  const derived = derive(state);
  known.set(state, derived);
  return derived;
}

/** Phases that nothing leads out of but a person or a late surprise. */
export const terminalPhases: readonly Phase[] = ['invalid', 'rejected', 'closed', 'cancelled', 'abandoned'];

function derive(state: OrderState): Phase {
  const view = viewOf(state.facts);
  // A hold may come before the order: what was received under its number could not be read.
  if (view.captured === undefined) return Object.keys(state.holds).length > 0 ? 'held' : 'empty';
  if (view.abandoned !== undefined) return 'abandoned';
  const statuses = new Set(Object.values(state.effects).map((entry) => entry.status));
  // Whatever else holds: what waits for a person must be seen by one.
  if (statuses.has('parked')) return 'parked';
  if (view.invalid !== undefined) return 'invalid';
  if (statuses.has('inDoubt')) return 'inDoubt';
  const submitted = submittedParts(state);
  if (view.cancels.length > 0 && submitted.length === 0) return 'cancelled';
  if (Object.keys(state.holds).length > 0) return 'held';
  if (view.enriched === undefined) return 'captured';
  if (submitted.length === 0 || !submitted.every((part) => isAnswered(view, part))) return 'submitting';
  if (submitted.every((part) => !view.accepted.has(part.partId))) return 'rejected';
  if (hasOpenLines(state)) return view.lines.backordered.size > 0 ? 'backordered' : 'fulfilling';
  if (view.lines.shipped.size === 0) return isAllRejected(view) ? 'rejected' : 'cancelled';
  if (view.lines.uninvoiced.size > 0) return 'shipped';
  const busy = statuses.has('issued') || Object.keys(state.awaited).length > 0;
  return busy ? 'invoiced' : 'closed';
}

function isAllRejected(view: View): boolean {
  return [...view.rows.values()].every((row) => compare(row.rejected, row.ordered) >= 0);
}
