import type { Quantity } from '@dist/canonical';
import type { WorkClass } from '../word/effect.ts';
import type { Timer } from '../word/state.ts';
import type { AvailabilityState, RefusalReason } from './availability-state.ts';

/** What is to be told. Quantities are totals, never differences: telling it twice does no harm. */
export type AvailabilityEffectBody =
  /** A channel sees another quantity. A receiver that knows a higher revision drops it. */
  | {
      readonly type: 'channel.quantity';
      readonly channel: string;
      readonly quantity: Quantity;
      /** What it was told before; absent the first time. */
      readonly previous?: Quantity | undefined;
      readonly revision: number;
      /** When it was so. */
      readonly asOf: string;
    }
  | {
      readonly type: 'reservation.granted';
      readonly channel: string;
      readonly reservation: string;
      readonly location: string;
      readonly quantity: Quantity;
      readonly expiresAt: string;
    }
  | {
      readonly type: 'reservation.refused';
      readonly channel: string;
      readonly reservation: string;
      readonly reason: RefusalReason;
      /** What could be had instead, at the place with the most. */
      readonly available: Quantity;
    };

/** A thing to be told, as data, with the fields of an order's effects. The key is the idempotency key. */
export interface AvailabilityEffect {
  /** `<type>/<item>/<channel>/<revision>` or `<type>/<item>/<reservation>`, each part with `%` and `/` escaped. */
  readonly key: string;
  readonly item: string;
  readonly body: AvailabilityEffectBody;
  /** From the channel's rule; `local` for a channel that has none. */
  readonly lane: string;
  readonly class: WorkClass;
  readonly priority: number;
  readonly notBefore: string;
  readonly attempt: number;
  readonly safety: 'idempotent';
}

/** What happened, for timelines and audit. */
export interface AvailabilityNote {
  readonly at: string;
  readonly item: string;
  /** `repeated`, `late`, `conflict`, `invalid`, `granted`, `refused`, `confirmed`, `released`, `expired`, `short`, `told`. */
  readonly type: string;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** What one event did: the state after it, effects for the outbox, all timers that now run, notes. */
export interface AvailabilityTransition {
  readonly state: AvailabilityState;
  readonly effects: readonly AvailabilityEffect[];
  /** `expiry/<reservation>`, `stale/<location>/<number>/<source>`, `day/<date>`. */
  readonly timers: readonly Timer[];
  readonly notes: readonly AvailabilityNote[];
}
