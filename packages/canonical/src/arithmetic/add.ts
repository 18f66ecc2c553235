import type { DecimalString } from '../value/value.ts';
import { Exact, formatDecimal, parseDecimal } from './decimal.ts';

/** The exact sum of two decimals. */
export function add(a: DecimalString, b: DecimalString): DecimalString {
  return formatDecimal(parseDecimal(a).plus(parseDecimal(b)));
}

/** The exact difference `a − b`. */
export function subtract(a: DecimalString, b: DecimalString): DecimalString {
  return formatDecimal(parseDecimal(a).minus(parseDecimal(b)));
}

/** The exact sum of a list; `'0'` for an empty one. */
export function sum(values: Iterable<DecimalString>): DecimalString {
  let total = new Exact(0);
  for (const value of values) total = total.plus(parseDecimal(value));
  return formatDecimal(total);
}

/** The decimal with its sign turned; zero has none. */
export function negate(value: DecimalString): DecimalString {
  return formatDecimal(parseDecimal(value).negated());
}
