import { instantAt } from '../policy/instant-at.ts';

/** An instant some seconds later, in UTC with milliseconds. */
export function later(at: string, seconds: number): string {
  return instantAt(Date.parse(at) + Math.round(seconds * 1000));
}

/** The last of some instants in UTC; the empty text when there is none. */
export function last(instants: Iterable<string>): string {
  let latest = '';
  for (const instant of instants) if (instant > latest) latest = instant;
  return latest;
}
