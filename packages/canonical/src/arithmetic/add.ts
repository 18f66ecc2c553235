import type { DecimalString } from '../value/value.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { smallDecimal, smallSum, writeSmall } from './small-decimal.ts';

/** The exact sum of two decimals. */
export function add(a: DecimalString, b: DecimalString): DecimalString {
  return smallSum(a, b, 1) ?? formatDecimal(parseDecimal(a).plus(parseDecimal(b)));
}

/** The exact difference `a − b`. */
export function subtract(a: DecimalString, b: DecimalString): DecimalString {
  return smallSum(a, b, -1) ?? formatDecimal(parseDecimal(a).minus(parseDecimal(b)));
}

/** The exact sum of a list; `'0'` for an empty one. */
export function sum(values: Iterable<DecimalString>): DecimalString {
  let total: DecimalString = '0';
  for (const value of values) total = add(total, value);
  return total;
}

/** The decimal with its sign turned; zero has none. */
export function negate(value: DecimalString): DecimalString {
  const small = smallDecimal(value);
  const turned = small && writeSmall(0 - small.units, small.places);
  return turned ?? formatDecimal(parseDecimal(value).negated());
}
