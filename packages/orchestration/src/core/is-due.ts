import type { OrderState } from '../word/state.ts';

/**
 * Whether an effect still has to be done: the ledger has this attempt as issued, and nobody has abandoned the order.
 * What was put in the outbox and then answered from elsewhere is not.
 */
export function isDue(state: OrderState, effect: { readonly key: string; readonly attempt: number }): boolean {
  const entry = state.effects[effect.key];
  const abandoned = 'operator.abandoned' in state.facts;
  return entry?.status === 'issued' && entry.attempt === effect.attempt && !abandoned;
}
