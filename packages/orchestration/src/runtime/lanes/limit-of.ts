import type { LaneLimit } from '../journal.ts';

/**
 * The limit of a lane: the one of its name, otherwise the longest that ends in `*` and begins like it (`partner:*`), which
 * counts for each of its lanes by itself. Undefined when there is none: the lane is unlimited.
 */
export function limitOf(limits: readonly LaneLimit[] | undefined, lane: string): LaneLimit | undefined {
  let best: LaneLimit | undefined;
  for (const limit of limits ?? []) {
    if (limit.lane === lane) return limit;
    if (!limit.lane.endsWith('*') || !lane.startsWith(limit.lane.slice(0, -1))) continue;
    if (best === undefined || limit.lane.length > best.lane.length) best = limit;
  }
  return best;
}
