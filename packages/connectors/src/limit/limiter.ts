import type { Limit, RetryHeader } from '../port/policy.ts';
import { Scheduler } from './scheduler.ts';

/** What wants to be sent. */
export interface AcquireRequest {
  /** Points for limits of kind `cost`; 1 when absent. The other kinds count requests. */
  readonly cost?: number | undefined;
  /** An operation with limits of its own, as the policy's limits name it. */
  readonly lane?: string | undefined;
  /** Who goes first when several wait; `normal` when absent. Nobody waits for ever: see {@link Limiter}. */
  readonly priority?: Priority | undefined;
  /** Frees the place in the queue when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since 1970. Whoever cannot be sent until then is refused at once. */
  readonly deadline?: number | undefined;
}

/** Where all wait, urgent requests get 16 places of 21, normal ones 4 and bulk 1. */
export type Priority = 'urgent' | 'normal' | 'bulk';

/** Not now: the queue is longer than the deadline, or full. */
export interface LimiterRefusal {
  readonly refused: true;
  /** When to come again, as far as it can be told; at least 1. */
  readonly retryAfterMs: number;
}

/** What an answer said. */
export interface LimitedAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body where it was JSON. */
  readonly json?: unknown;
}

/** The right to send one request. */
export interface Permit {
  /** Absent on a permit; so `if (permit.refused)` tells the two apart. */
  readonly refused?: undefined;
  /**
   * Once, whatever happened; a second time does nothing. With the answer; with nothing when it may have arrived and no
   * answer came; with `notSent` when nothing left this side: then nothing was used up.
   */
  done(answer?: LimitedAnswer | 'notSent'): void;
}

/**
 * Keeps to what a vendor allows. Within a lane and a priority the order is that of arrival; a lane that waits for a limit of
 * its own holds up no other.
 */
export interface Limiter {
  /** Resolves when the request may go. Rejects only with the signal's reason. */
  acquire(request?: AcquireRequest): Promise<Permit | LimiterRefusal>;
}

/** What the outside gives to a limiter; each has a default of the platform. */
export interface LimiterOptions {
  /** Milliseconds since 1970, for deadlines and dates in headers. */
  readonly now?: (() => number) | undefined;
  /** Milliseconds of a clock that nobody sets. `now` when only that is given, else the platform's. */
  readonly monotonic?: (() => number) | undefined;
  /** Calls back once after so many milliseconds, unless the function that it returns is called before. */
  readonly timer?: Timer | undefined;
  /** From 0 to less than 1. */
  readonly random?: (() => number) | undefined;
  /** Headers that say when to come again: the policy's `retry.headers`. `retry-after` when absent. */
  readonly retryHeaders?: readonly RetryHeader[] | undefined;
  /** Error codes in a body that mean "too much", beside status 429; `THROTTLED`, `SSS_REQUEST_LIMIT_EXCEEDED` when absent. */
  readonly throttleCodes?: readonly string[] | undefined;
  /** How many may wait; 1000 when absent. Whoever comes then is refused. */
  readonly maximumWaiting?: number | undefined;
}

/** Calls back once after so many milliseconds; what it returns cancels that. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

/**
 * Keeps to a policy's limits, all of them at once, in the memory of this process. It learns from each answer: what the vendor
 * says wins over its own account. After a refusal all wait for the vendor's time, then one goes alone first.
 * Throws a RangeError for a limit that lets nothing through or is no number; `acquire` rejects with one for a cost that is none.
 */
export function limiter(limits: readonly Limit[], options: LimiterOptions = {}): Limiter {
  return new Scheduler(limits, options);
}
