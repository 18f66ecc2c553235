import type { OrderState } from '../word/state.ts';
import { keptAnew, stateOf } from './kept-of.ts';

/** An order of which nothing is known yet. */
export function empty(id: string): OrderState {
  const kept = keptAnew({ facts: {}, effects: {}, awaited: {}, timers: {} });
  return stateOf({ id, policy: undefined, holds: {}, breaches: {}, conflicts: {} }, kept);
}
