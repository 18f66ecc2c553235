import { type InHand, inHand } from './in-hand.ts';
import { inTurn } from './in-turn.ts';
import { type KnownOrders, knownOrders } from './known-orders.ts';
import type { RuntimeOptions } from './runtime-options.ts';
import { type Waiter, waiter } from './waiter.ts';

/** A runtime at work: what it was made of, what it remembers, and what it has in hand. */
export interface Running extends RuntimeOptions {
  readonly orders: KnownOrders;
  readonly inHand: InHand;
  /** Those that have lost a race for the same thing go one after the other, or they would lose to each other again. */
  readonly inTurn: ReturnType<typeof inTurn>;
  readonly waiter: Waiter;
  /** Orders whose timers could not be brought to them, and until when (milliseconds) they are left alone. */
  readonly standing: Map<string, number>;
}

export function runningOf(options: RuntimeOptions): Running {
  return {
    ...options,
    orders: knownOrders(options),
    inHand: inHand(),
    inTurn: inTurn(),
    waiter: waiter(),
    standing: new Map(),
  };
}
