import type { WorkRules } from '../../policy/work-rules.ts';
import type { Failure } from '../../word/failure.ts';
import type { Journal, LaneLimit } from '../journal.ts';
import { laneLimits } from '../lane-limits.ts';
import { afterCall, type Breaker, closedBreaker } from './breaker.ts';
import { readSwitches } from './switch-store.ts';

/** What a runtime asks before it claims, and tells after it has performed. */
export interface LaneGuard {
  /** The limits of all lanes at an instant. */
  limits(now: string): Promise<readonly LaneLimit[]>;
  /** How a call on a lane ended; `failure` is undefined when it did what it should. */
  report(lane: string, failure: Failure | undefined, at: string): void;
  /** The breakers of this worker, by lane. */
  breakers(): Readonly<Record<string, Breaker>>;
}

/** What a guard is made of. */
export interface LaneGuardOptions {
  readonly journal: Pick<Journal, 'mark'>;
  /** The policy whose lanes count now, whatever policies orders are pinned to. */
  readonly policy: { readonly work: WorkRules } | (() => { readonly work: WorkRules });
  /** `production` when absent. */
  readonly usage?: 'production' | 'test' | undefined;
}

/**
 * Puts together what bears on the lanes: the policy at that time of day, the switches of the operators in the journal, and
 * a circuit breaker for each lane to the outside. Breakers are this worker's own: each sees the endpoint from where it is.
 * A lane whose other side says when to come back (`Retry-After`) is left alone until then, not the one call alone.
 */
export function laneGuard({ journal, policy, usage }: LaneGuardOptions): LaneGuard {
  const breakers = new Map<string, Breaker>();
  const waits = new Map<string, string>();
  const current = typeof policy === 'function' ? policy : () => policy;
  return {
    async limits(now) {
      const switches = await readSwitches(journal);
      return laneLimits(current(), now, {
        switches,
        breakers: Object.fromEntries(breakers),
        waits: Object.fromEntries(waits),
        usage,
      });
    },
    report(lane, failure, at) {
      if (failure?.class === 'throttled' && failure.retryAfterSeconds !== undefined)
        waits.set(lane, new Date(Date.parse(at) + failure.retryAfterSeconds * 1000).toISOString());
      const rule = current().work.breaker;
      if (rule === undefined || lane === 'local') return;
      breakers.set(lane, afterCall(breakers.get(lane) ?? closedBreaker, at, failure?.class, rule));
    },
    breakers: () => Object.fromEntries(breakers),
  };
}
