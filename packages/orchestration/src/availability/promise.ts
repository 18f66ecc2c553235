import { add, compare } from '@dist/canonical/arithmetic';
import type { Position } from './position.ts';

/**
 * What can be promised from a calendar date on: the least that will be left on that date and on every later one, so that
 * nothing that is promised for later is given away before. Less than nothing when too much is promised already.
 */
export function promise({ base, dated }: Pick<Position, 'base' | 'dated'>, on: string): string {
  if (dated.length === 0) return base;
  const dates = [on, ...dated.map((change) => change.on).filter((date) => date > on)];
  let least: string | undefined;
  for (const date of dates) {
    let left = base;
    for (const change of dated) if (change.on <= date) left = add(left, change.change);
    if (least === undefined || compare(left, least) < 0) least = left;
  }
  return least ?? base;
}

/** What may be granted on it: nothing when a number blocks, and never less than nothing. */
export function grantable(position: Position, on: string): string {
  if (position.blocked) return '0';
  const promised = promise(position, on);
  return compare(promised, '0') > 0 ? promised : '0';
}
