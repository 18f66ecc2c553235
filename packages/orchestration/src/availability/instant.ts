/** An instant some seconds later, in UTC with milliseconds. */
export function instantAfter(at: string, seconds: number): string {
  return new Date(Date.parse(at) + Math.round(seconds * 1000)).toISOString();
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
