import type { LimitedAnswer } from './limiter.ts';

/**
 * Measures one limit of a vendor. All times are milliseconds of one steady clock. A request may arrive at any time between
 * sending and its answer, so what is known of it is only that interval: until the answer it counts as if it arrived now,
 * afterwards as if it had arrived with the answer. That is what keeps a limit whatever the network does.
 */
export interface Gauge {
  /** The lane that it holds for; all when undefined. */
  readonly lane: string | undefined;
  /** Milliseconds until one more fits: 0 now, Infinity when only an answer can make room. */
  wait(cost: number, now: number): number;
  /** Milliseconds until one more fits behind others that cost so much together and so many are. An estimate. */
  waitBehind(others: { readonly cost: number; readonly requests: number }, cost: number, now: number): number;
  /** Counts a request that is sent now. */
  take(cost: number, now: number): Taken;
}

/** A request that was counted. */
export interface Taken {
  /** What came of it. Milliseconds until there is room again, undefined where neither the answer nor the limit tells that. */
  settle(outcome: SettledRequest, now: number): number | undefined;
}

export interface SettledRequest {
  /** Undefined: it may have arrived, no answer came. */
  readonly answer?: LimitedAnswer | undefined;
  /** Nothing left this side. */
  readonly notSent: boolean;
  /** The vendor refused it since there was too much. */
  readonly throttled: boolean;
  readonly sentAt: number;
}
