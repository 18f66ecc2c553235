import type { IssuedEffect, OrderState } from '../word/state.ts';
import { keptOf } from './kept-of.ts';

/** The entry of a state's ledger under a key; undefined when there is none. */
export function effectIn(state: OrderState, key: string): IssuedEffect | undefined {
  const { view, effects } = keptOf(state);
  // The records of a state that a step has gone on from are the newer one's.
  if (view !== undefined) return effects.get(key);
  // A key comes from outside: `constructor` is no entry.
  return Object.hasOwn(state.effects, key) ? state.effects[key] : undefined;
}
