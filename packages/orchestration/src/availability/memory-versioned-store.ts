import type { Timer } from '../word/state.ts';
import type { AvailabilityEffect } from './availability-effect.ts';
import type { AvailabilityState } from './availability-state.ts';
import type { VersionedStore } from './versioned-store.ts';

/** A store in memory, for tests and trials, with a look at what it holds. */
export interface MemoryVersionedStore extends VersionedStore {
  /** The outbox, in the order in which it was filled. */
  effects(): readonly AvailabilityEffect[];
  /** Timers that are due at an instant, earliest first. */
  due(now: string): readonly (Timer & { readonly item: string })[];
}

interface Row {
  readonly version: number;
  readonly state: AvailabilityState;
  readonly timers: readonly Timer[];
}

/** Items in memory, gone with the process. */
export function memoryVersionedStore(): MemoryVersionedStore {
  const rows = new Map<string, Row>();
  const outbox = new Map<string, AvailabilityEffect>();
  return {
    load: async (item) => rows.get(item),
    save: async (item, expected, { state, effects, timers }) => {
      if ((rows.get(item)?.version ?? 0) !== expected) return 'conflict';
      rows.set(item, { version: expected + 1, state, timers });
      for (const effect of effects) if (!outbox.has(effect.key)) outbox.set(effect.key, effect);
      return 'saved';
    },
    effects: () => [...outbox.values()],
    due: (now) =>
      [...rows]
        .flatMap(([item, { timers }]) => timers.map((timer) => ({ ...timer, item })))
        .filter(({ due }) => due <= now)
        .sort((one, other) => (one.due < other.due ? -1 : 1)),
  };
}
