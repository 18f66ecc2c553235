import { GrowingRecord } from '../kernel/growing-record.ts';
import type { View } from '../kernel/view.ts';
import type { OrderState } from '../word/state.ts';
import { type Kept, keptOf } from './kept-of.ts';
import { machine } from './machine.ts';

/** The view of a state: remembered for the newest one, derived anew for any other. Nobody but a step writes to it. */
export function viewOf(state: OrderState): View {
  const kept = keptOf(state);
  kept.view ??= deriveView(state, kept);
  return kept.view;
}

/** Takes the view of a state, with its records, for a step to write to: the state keeps none. */
export function takeView(state: OrderState): Pick<Kept, 'facts' | 'effects' | 'dues'> & { readonly view: View } {
  const kept = keptOf(state);
  const view = viewOf(state);
  kept.view = undefined;
  kept.isTaken = true;
  return { view, facts: kept.facts, effects: kept.effects, dues: kept.dues };
}

/** Leaves a view that nothing was written to with the state that it was taken from. */
export function leaveView(state: OrderState, view: View): void {
  const kept = keptOf(state);
  kept.view = view;
  kept.isTaken = false;
}

/** Where a step has gone on from this state, or failed, its records are the newer state's, and this one gets its own. */
function deriveView(state: OrderState, kept: Kept): View {
  if (kept.isTaken) {
    kept.facts = GrowingRecord.of(state.facts);
    kept.effects = GrowingRecord.of(state.effects);
    kept.isTaken = false;
  }
  return machine.derive({ id: state.id, facts: kept.facts, effects: kept.effects });
}
