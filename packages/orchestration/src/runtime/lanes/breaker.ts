import type { BreakerRule } from '../../policy/work-rules.ts';
import type { ErrorClass } from '../../word/failure.ts';

/**
 * A circuit breaker of one endpoint, as plain JSON. Closed it counts calls, open it lets none through until an instant,
 * half-open it tries one at a time.
 */
export type Breaker =
  | { readonly state: 'closed'; readonly slices: readonly CallSlice[] }
  | { readonly state: 'open'; readonly until: string }
  | { readonly state: 'halfOpen'; readonly succeeded: number };

/** Calls that ended in one slice of the window; `from` is milliseconds since 1970. */
export interface CallSlice {
  readonly from: number;
  readonly calls: number;
  readonly failures: number;
}

/** A breaker that has seen nothing. */
export const closedBreaker: Breaker = { state: 'closed', slices: [] };

/** The window moves on by a tenth of it at a time. */
const slicesOfWindow = 10;

/** Failures that say that an endpoint does not work; the others are its answers. */
const faults: readonly ErrorClass[] = ['transport', 'throttled', 'system', 'inDoubt'];

/** The breaker at an instant: an open one whose time is over is half-open. */
export function breakerAt(breaker: Breaker, now: string): Breaker {
  return breaker.state === 'open' && breaker.until <= now ? { state: 'halfOpen', succeeded: 0 } : breaker;
}

/** The breaker after a call that ended at an instant; `failure` is its class, undefined when it did what it should. */
export function afterCall(before: Breaker, at: string, failure: ErrorClass | undefined, rule: BreakerRule): Breaker {
  const failed = failure !== undefined && faults.includes(failure);
  const breaker = breakerAt(before, at);
  switch (breaker.state) {
    case 'closed':
      return counted(breaker.slices, Date.parse(at), failed, rule);
    case 'halfOpen':
      if (failed) return opened(Date.parse(at), rule);
      return breaker.succeeded + 1 < rule.trialCalls
        ? { state: 'halfOpen', succeeded: breaker.succeeded + 1 }
        : closedBreaker;
    case 'open':
      // Calls that were under way when it opened end now; they say nothing new.
      return breaker;
  }
}

function counted(slices: readonly CallSlice[], at: number, failed: boolean, rule: BreakerRule): Breaker {
  const width = (rule.windowSeconds * 1000) / slicesOfWindow;
  const from = Math.floor(at / width) * width;
  const recent = slices.filter((slice) => slice.from > from - rule.windowSeconds * 1000);
  const same = recent.find((slice) => slice.from === from) ?? { from, calls: 0, failures: 0 };
  const now = { from, calls: same.calls + 1, failures: same.failures + (failed ? 1 : 0) };
  const all = [...recent.filter((slice) => slice !== same), now];
  const calls = all.reduce((sum, slice) => sum + slice.calls, 0);
  const failures = all.reduce((sum, slice) => sum + slice.failures, 0);
  const tooMany = failed && calls >= rule.minimumCalls && failures / calls >= rule.failureRatio;
  return tooMany ? opened(at, rule) : { state: 'closed', slices: all };
}

function opened(at: number, { openSeconds }: BreakerRule): Breaker {
  return { state: 'open', until: new Date(at + openSeconds * 1000).toISOString() };
}
