import type { Policy } from '../policy/policy.ts';
import type { Note, OrderState } from '../word/state.ts';
import type { Journal, LaneLimit } from './journal.ts';
import type { LaneGuard } from './lanes/lane-guard.ts';
import type { OrderFault } from './order-fault.ts';
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
  /** Milliseconds that a performer may take; 10,000 when absent. Then its signal aborts and it is not waited for. */
  readonly timeout?: number | undefined;
  /** What some performers may take instead, by type of effect. */
  readonly timeouts?: { readonly [Type in keyof Performers]?: number | undefined } | undefined;
  /** Limits of the lanes, or who knows them at an instant and is told how each call ended; no limits when absent. */
  readonly limits?: readonly LaneLimit[] | Pick<LaneGuard, 'limits' | 'report'> | undefined;
  /** With more effects waiting than that the runtime does not accept new orders; no limit when absent. */
  readonly mostWaiting?: number | undefined;
  /** How many orders are kept in memory between their events; 1000 when absent. */
  readonly cache?: number | undefined;
  /** After how many entries of its log an order's state is stored again; 32 when absent. */
  readonly snapshotEvery?: number | undefined;
  /** Called after the commit, for each note in order. What it throws is told to `onNoteLost`, and changes nothing. */
  readonly onNote?: ((note: Note) => void) | undefined;
  /** Called when `onNote` has thrown: its note is told of to nobody else. Written to the console when absent. It must not throw. */
  readonly onNoteLost?: ((note: Note, error: unknown) => void) | undefined;
  /**
   * Called by `work`, `fireTimers` and `run` for an order that this process cannot move, while the others go on: its policy is
   * not here, or what is stored of it cannot be read. Its timers and effects are tried again later. It must not throw.
   * `work` and `fireTimers` reject with the fault, after all others have ended, when absent.
   */
  readonly onFault?: ((fault: OrderFault) => void) | undefined;
}

/**
 * The policy that an order is pinned to, or that of new orders.
 *
 * @throws RangeError when one policy was given, and the order is pinned to another version.
 */
export function policyOf({ policy }: Pick<RuntimeOptions, 'policy'>, pinned: Pick<OrderState, 'policy'>): Policy {
  if (typeof policy === 'function') return policy(pinned.policy);
  if (pinned.policy === undefined || pinned.policy === policy.version) return policy;
  throw new RangeError(
    `it is pinned to policy ${pinned.policy}, and only ${policy.version} is here: give as policy a function that finds each version that open orders have`,
  );
}
