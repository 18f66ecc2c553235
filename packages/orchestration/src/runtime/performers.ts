import type { Policy } from '../policy/policy.ts';
import type { EffectOf, EffectType } from '../word/effect.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { Batch, DeliveryEffect, Journal } from './journal.ts';

type Without<Event, Keys extends PropertyKey> = Event extends unknown ? Omit<Event, Keys> : never;

/** An event as a performer reports it: the runtime adds key, instant and causation. */
export type Report = Without<OrderEvent, 'key' | 'at' | 'v' | 'causation' | 'trace'>;

/** What came of an effect. `failure` says it did not happen, or, with the class `inDoubt`, that nobody knows. */
export type Outcome =
  | {
      readonly events?: readonly Report[] | undefined;
      /** Committed together with the events and the end of the effect. */
      readonly batch?: Omit<Batch, 'streams' | 'settle'> | undefined;
      /** What was sent: recorded with `effect.done`. */
      readonly sent?: { readonly controlNumber?: string | undefined; readonly file?: string | undefined } | undefined;
      readonly failure?: undefined;
      readonly postponed?: undefined;
    }
  | { readonly failure: Failure; readonly postponed?: undefined }
  /** Neither done nor failed: what is taken in now and leaves later, with others. */
  | {
      readonly postponed: Postponement;
      readonly events?: undefined;
      readonly batch?: undefined;
      readonly sent?: undefined;
      readonly failure?: undefined;
    };

/** When an effect is to be claimed again: the same attempt. Others of its order do not wait for it. */
export interface Postponement {
  /** ISO instant in UTC with milliseconds. */
  readonly until: string;
  /** In words, for whoever asks why it has not left yet. */
  readonly reason: string;
}

/** What a performer is told besides its effect. */
export interface PerformContext {
  /** Aborts when the lease runs out: what answers later is in doubt. */
  readonly signal: AbortSignal;
  readonly attempt: number;
  /** An earlier worker may have done it already. */
  readonly reclaimed: boolean;
  /** The idempotency key: the same for each attempt. */
  readonly key: string;
  readonly journal: Journal;
  /** The policy that the order is pinned to. */
  readonly policy: Policy;
}

/** Does one type of effect. It must abort with the signal; what it throws is a fault of its own. */
export type Performer<Effect> = (effect: Effect, context: PerformContext) => Promise<Outcome>;

/** What has a performer: all but what one order tells another, which the runtime does itself. */
export type PerformedType = Exclude<EffectType, 'order.tell'>;

/** One performer for each type of effect: a new type is a compile error where it is missing. */
export type Performers = {
  readonly [Type in PerformedType]: Performer<EffectOf<Type>>;
} & { readonly 'document.deliver': Performer<DeliveryEffect> };
