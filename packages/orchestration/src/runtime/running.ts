import { type InHand, inHand } from './in-hand.ts';
import { type KnownOrders, knownOrders } from './known-orders.ts';
import type { RuntimeOptions } from './runtime-options.ts';

/** A runtime at work: what it was made of, what it remembers, and what it has in hand. */
export interface Running extends RuntimeOptions {
  readonly orders: KnownOrders;
  readonly inHand: InHand;
}

export function runningOf(options: RuntimeOptions): Running {
  return { ...options, orders: knownOrders(options), inHand: inHand() };
}
