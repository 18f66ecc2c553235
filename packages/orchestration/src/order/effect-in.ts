import type { IssuedEffect, OrderState } from '../word/state.ts';
import { keptOf } from './kept-of.ts';

/** The entry of a state's ledger under a key; undefined when there is none. It makes no object of the ledger, whichever state is asked. */
export function effectIn(state: OrderState, key: string): IssuedEffect | undefined {
  return keptOf(state).effects.at(key);
}
