import { compare } from '@dist/canonical/arithmetic';

/** The greater of two decimals, as it was written. */
export function greater(one: string, other: string): string {
  return compare(one, other) < 0 ? other : one;
}
