import type { Chance } from './chance.ts';

/** One of several items, of which there is at least one. */
export function oneOf<T>(items: readonly T[], chance: Chance): T {
  return items[chance(items.length)] as T;
}
