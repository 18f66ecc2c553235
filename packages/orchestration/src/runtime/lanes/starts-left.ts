import type { LaneLimit } from '../journal.ts';

type Rate = NonNullable<LaneLimit['rate']>;

/**
 * How many starts a bucket of tokens lets through now. The bucket is kept as one number, the instant at which it is full
 * again (`full`, milliseconds; undefined for a full one), so that it needs no clock of its own.
 */
export function startsLeft(rate: Rate, full: number | undefined, now: number): number {
  const each = 1000 / rate.perSecond;
  const missing = Math.max(0, (full ?? now) - now) / each;
  // What an instant in a double loses of a third of a second is not missing: 2e-4 of a millisecond.
  return Math.max(0, Math.floor(rate.burst - missing + 1e-6));
}

/** The bucket after one start. */
export function afterStart(rate: Rate, full: number | undefined, now: number): number {
  return Math.max(full ?? now, now) + 1000 / rate.perSecond;
}
