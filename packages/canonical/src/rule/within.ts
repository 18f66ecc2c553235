import { subtract } from '../arithmetic/add.ts';
import { compare } from '../arithmetic/compare.ts';
import type { DecimalString } from '../value/value.ts';

/** Whether two amounts lie no farther apart than the tolerance. */
export function within(a: DecimalString, b: DecimalString, tolerance: DecimalString): boolean {
  const difference = compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
  return compare(difference, tolerance) <= 0;
}
