import { instantAfter, laterInstant } from './instant.ts';

/** Clocks of those who report may go so much before ours. */
const ahead = 300;

/** Whether an instant lies so far ahead of a clock that it can not be told yet; never where no clock is given. */
export function isAhead(at: string, clock: string | undefined): boolean {
  return clock !== undefined && laterInstant(at, instantAfter(clock, ahead)) === at;
}
