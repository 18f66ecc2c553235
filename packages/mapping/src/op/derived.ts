import type { Side } from '../issue.ts';

/** A value that a `calc` derives: what it is called, and what the values are called that it is derived of. */
export interface Derived {
  readonly side: Side;
  readonly key: string | undefined;
  readonly ofSide: Side;
  readonly ofKeys: ReadonlySet<string | undefined>;
  /** When it is derived: after those of a lower rank, of which it may be made. */
  rank: number;
}

/** Gives each its rank. Rings have no right order: they end with the number of all. */
export function rankDerived(all: readonly Derived[]): void {
  for (let round = 0; round < all.length; round++) {
    let isSettled = true;
    for (const one of all) {
      for (const other of all) {
        const isMadeOf = one !== other && other.side === one.ofSide && one.ofKeys.has(other.key);
        if (!isMadeOf || one.rank > other.rank || one.rank >= all.length) continue;
        one.rank = other.rank + 1;
        isSettled = false;
      }
    }
    if (isSettled) return;
  }
}
