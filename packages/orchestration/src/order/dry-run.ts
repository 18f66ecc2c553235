import type { Policy } from '../policy/policy.ts';
import type { Effect } from '../word/effect.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Note, OrderState, Phase, Timer } from '../word/state.ts';
import { phase } from './phase.ts';
import { runningTimers, transition } from './transition.ts';

/** What would happen. */
export interface DryRun {
  readonly state: OrderState;
  readonly effects: readonly Effect[];
  readonly timers: readonly Timer[];
  readonly notes: readonly Note[];
  readonly phases: { readonly before: Phase; readonly after: Phase };
}

/**
 * What events would do to an order, before anyone lets them: its effects, holds and phases. The policy may be another
 * than the order is pinned to, to see what a new version would decide from here on.
 */
export function dryRun(before: OrderState, events: readonly OrderEvent[], policy: Policy): DryRun {
  const pinned = before.policy !== undefined && before.policy !== policy.version;
  let state = pinned ? { ...before, policy: policy.version } : before;
  const effects = new Map<string, Effect>();
  const notes: Note[] = [];
  for (const event of events) {
    const step = transition(state, event, policy);
    state = step.state;
    for (const effect of step.effects) effects.set(effect.key, effect);
    notes.push(...step.notes);
  }
  const phases = { before: phase(before), after: phase(state) };
  return { state, effects: [...effects.values()], timers: runningTimers(state), notes, phases };
}
