import { add, compare } from '@dist/canonical/arithmetic';
import type { Position } from './position.ts';

/**
 * What can be promised from a calendar date on: the least that will be left on that date and on every later one, so that
 * nothing that is promised for later is given away before. Less than nothing when too much is promised already.
 */
export function promise({ base, dated }: Pick<Position, 'base' | 'dated'>, on: string): string {
  if (dated.length === 0) return base;
  // Each date is looked at once, after all that changes on it: a purchase plan has thousands.
  const changes = [...dated].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let left = base;
  let index = 0;
  const addUntil = (date: string) => {
    for (let next = changes[index]; next !== undefined && next.on <= date; next = changes[++index])
      left = add(left, next.change);
  };
  addUntil(on);
  let least = left;
  while (index < changes.length) {
    addUntil(changes[index]?.on ?? on);
    if (compare(left, least) < 0) least = left;
  }
  return least;
}

/** What may be granted on it: nothing when a number blocks, and never less than nothing. */
export function grantable(position: Position, on: string): string {
  if (position.blocked) return '0';
  const promised = promise(position, on);
  return compare(promised, '0') > 0 ? promised : '0';
}
