import { compare } from '@dist/canonical/arithmetic';

/** The lesser of two decimals, as it was written. */
export function lesser(one: string, other: string): string {
  return compare(one, other) > 0 ? other : one;
}
