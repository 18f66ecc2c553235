import { instantAt } from '../policy/instant-at.ts';

/** An instant some seconds later, in UTC with milliseconds. */
export function instantAfter(at: string, seconds: number): string {
  return instantAt(Date.parse(at) + Math.round(seconds * 1000));
}

/** The earlier of two instants in UTC with milliseconds, which stand in the order of their texts. */
export function earlierInstant(one: string, other: string): string {
  if (other < one) return other;
  return one;
}

/** The later of two such instants. */
export function laterInstant(one: string, other: string): string {
  if (other > one) return other;
  return one;
}
