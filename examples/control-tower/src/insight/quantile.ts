import { bucket } from '../projection/bucket.ts';

/** The hours within which a share of all was done, from counted buckets: the upper bound of the bucket that reaches it. */
export function quantile(buckets: ReadonlyMap<string, number>, share: number): number | undefined {
  const sorted = [...buckets].map(([index, n]) => [Number(index), n] as const).sort(([one], [other]) => one - other);
  const all = sorted.reduce((sum, [, n]) => sum + n, 0);
  let reached = 0;
  for (const [index, n] of sorted) {
    reached += n;
    if (reached >= share * all) return bucket.hours(index);
  }
  return undefined;
}
