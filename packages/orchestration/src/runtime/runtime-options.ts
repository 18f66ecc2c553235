import type { Policy } from '../policy/policy.ts';
import type { Note, OrderState } from '../word/state.ts';
import type { Journal } from './journal.ts';
import type { Performers } from './performers.ts';

/** What a runtime is made of: everything that is outside, given by the caller. */
export interface RuntimeOptions {
  readonly journal: Journal;
  /** The policy of new orders, or how to find the one an order is pinned to (`undefined` for a new order). */
  readonly policy: Policy | ((version: string | undefined) => Policy);
  readonly performers: Performers;
  /** The instant it is now, ISO 8601 in UTC with milliseconds. */
  readonly clock: () => string;
  /** Name of this worker, the same after a restart: its claims are then given back with `recover`. No other runs under it. */
  readonly worker: string;
  /** Milliseconds that a claim lasts, longer than any performer may take; 60,000 when absent. */
  readonly lease?: number | undefined;
  /** Called after the commit, for each note in order. It must not throw. */
  readonly onNote?: ((note: Note) => void) | undefined;
}

/** The policy that an order is pinned to, or that of new orders. */
export function policyOf({ policy }: RuntimeOptions, state: OrderState): Policy {
  return typeof policy === 'function' ? policy(state.policy) : policy;
}
