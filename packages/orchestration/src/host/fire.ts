import type { OrderEvent } from '../word/event.ts';
import type { Timer } from '../word/state.ts';
import type { HostedOrder } from './hosted-order.ts';
import { waitUntil } from './prepare.ts';

/** What a wake-up call of the engine means for an order. */
export type Fired =
  | { readonly status: 'stale' }
  /** The engine's clock is ahead of ours: it has to call again. */
  | { readonly status: 'early'; readonly wait: number }
  | { readonly status: 'due'; readonly event: OrderEvent };

/** A timer that was given up, moved or has fired already is stale. */
export function fire({ armed }: HostedOrder, { timer, due }: Timer, now: string): Fired {
  if (!Object.hasOwn(armed, timer) || armed[timer] !== due) return { status: 'stale' };
  const wait = waitUntil(due, now);
  if (wait > 0) return { status: 'early', wait };
  return { status: 'due', event: { type: 'timer.fired', timer, key: `timer/${timer}/${due}`, at: now, v: 2 } };
}
