import { isUnanswered } from '../kernel/is-unanswered.ts';
import type { Policy } from '../policy/policy.ts';
import type { EffectType } from '../word/effect.ts';
import type { OrderState, Waiting } from '../word/state.ts';
import { viewOf } from './view-of.ts';

const answers: Readonly<Partial<Record<EffectType, readonly string[]>>> = {
  'order.enrich': ['order.enriched', 'order.unresolved', 'order.invalid'],
  'credit.check': ['credit.decided'],
};

/** The question that was reported as asked, without its answer: what answers it, or who asks it again. Undefined when there is none. */
export function unanswered(state: OrderState, policy: Policy): Waiting | undefined {
  const view = viewOf(state);
  const found = Object.values(state.effects).find((entry) => isUnanswered(view, entry));
  if (found === undefined) return undefined;
  const { effect, since } = found;
  const movedBy = [...(answers[effect.body.type] ?? []), `operator.replayed/${effect.key}`];
  const what = `${policy.errorClasses.system.owner}: ${effect.key} is reported as done, and nobody has told its answer`;
  return { on: 'person', what, since, movedBy };
}
