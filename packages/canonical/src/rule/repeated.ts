import type { Finding } from './rule.ts';

/** A finding for each value that another before it has too; `undefined` is no value. */
export function* repeated<T>(
  list: readonly T[],
  keyOf: (one: T) => string | undefined,
  tell: (one: T, index: number, first: T) => Finding,
): Iterable<Finding> {
  const seen = new Map<string, T>();
  for (const [index, one] of list.entries()) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first !== undefined) yield tell(one, index, first);
    else seen.set(key, one);
  }
}
