import type { Memory } from './memory.ts';

/** Orders that are closed since then, longest first, with nothing left to do and not compacted yet. */
export function closed(memory: Memory, before: string, limit: number): readonly { id: string; version: number }[] {
  const busy = new Set([...memory.outbox.values()].map(({ effect }) => effect.order));
  return [...memory.orders]
    .flatMap(([id, { version, closedAt, timers, compactedVersion }]) =>
      closedAt !== undefined &&
      closedAt <= before &&
      timers.length === 0 &&
      compactedVersion !== version &&
      !busy.has(id)
        ? [{ id, version, closedAt }]
        : [],
    )
    .sort((a, b) => (a.closedAt < b.closedAt ? -1 : a.closedAt > b.closedAt ? 1 : 0))
    .slice(0, limit)
    .map(({ id, version }) => ({ id, version }));
}
