import type { OrderState } from '../word/state.ts';
import { effectIn } from './effect-in.ts';
import { keptOf } from './kept-of.ts';

/**
 * Whether an effect still has to be done: the ledger has this attempt as issued, and nobody has abandoned the order.
 * What was put in the outbox and then answered from elsewhere is not.
 */
export function isDue(state: OrderState, effect: { readonly key: string; readonly attempt: number }): boolean {
  const entry = effectIn(state, effect.key);
  const { view } = keptOf(state);
  const abandoned = view === undefined ? 'operator.abandoned' in state.facts : view.abandoned !== undefined;
  return entry?.status === 'issued' && entry.attempt === effect.attempt && !abandoned;
}
