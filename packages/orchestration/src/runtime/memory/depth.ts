import type { LaneDepth } from '../journal.ts';
import type { Memory } from './memory.ts';

/** Counts what is due and what is at work, by lane, class and partner. */
export function depth(memory: Memory, now: string): readonly LaneDepth[] {
  const found = new Map<string, LaneDepth>();
  for (const { lane, class: group, partner, since, lease, leaseUntil } of memory.outbox.values()) {
    const name = JSON.stringify([lane, group, partner]);
    const before = found.get(name) ?? { lane, class: group, partner, waiting: 0, claimed: 0 };
    const isClaimed = lease !== undefined && leaseUntil > now;
    if (isClaimed) found.set(name, { ...before, claimed: before.claimed + 1 });
    else if (since <= now) {
      const oldest = before.oldest !== undefined && before.oldest < since ? before.oldest : since;
      found.set(name, { ...before, waiting: before.waiting + 1, oldest });
    }
  }
  return [...found.keys()].sort().flatMap((name) => found.get(name) ?? []);
}
