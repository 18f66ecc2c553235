import type { OrderState } from '../word/state.ts';

/** An order of which nothing is known yet. */
export function empty(id: string): OrderState {
  const none = { facts: {}, effects: {}, holds: {}, awaited: {}, timers: {}, breaches: {}, conflicts: {} };
  return { id, policy: undefined, ...none };
}
