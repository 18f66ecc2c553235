import type { Policy } from '../policy/policy.ts';
import type { EffectBody, Safety } from '../word/effect.ts';
import type { IssuedEffect, OrderState, Timer } from '../word/state.ts';
import { deadlines } from './deadlines.ts';
import { owed } from './owed.ts';
import { viewOf } from './view.ts';

/** One thing that the facts oblige us to do, and how far it is. */
export interface Obligation {
  readonly key: string;
  readonly lane: string;
  readonly priority: number;
  readonly safety: Safety;
  readonly body: EffectBody;
  /** `due` is for what the ledger does not have: nothing, after a transition. */
  readonly status: IssuedEffect['status'] | 'due';
}

/** All that the facts oblige us to do now, done or not; the body of what was issued is as it was issued. */
export function obligations(state: OrderState, policy: Policy): readonly Obligation[] {
  const { id, effects, holds } = state;
  const input = { id, view: viewOf(state.facts), holds, policy, entry: (key: string) => effects[key] };
  return [...owed(input)].map(({ key, lane, priority, safety, body }) => {
    const issued = effects[key];
    return { key, lane, priority, safety, body: issued?.effect.body ?? body(), status: issued?.status ?? 'due' };
  });
}

/** Every deadline that is owed, derived anew, earliest first. */
export function timers(state: OrderState, policy: Policy): readonly Timer[] {
  const { id, effects } = state;
  const due = deadlines({ id, view: viewOf(state.facts), policy, effects });
  return Object.entries(due)
    .map(([timer, at]) => ({ timer, due: at }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
