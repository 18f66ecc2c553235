import type { DecimalString } from '../value/value.ts';
import { parseDecimal } from './decimal.ts';
import { normalize } from './normalize.ts';
import { smallDecimal, smallOrder } from './small-decimal.ts';

/** −1 when `a` is less than `b`, 0 when they are the same number, 1 when it is greater. */
export function compare(a: DecimalString, b: DecimalString): -1 | 0 | 1 {
  return smallOrder(a, b) ?? (Math.sign(parseDecimal(a).comparedTo(parseDecimal(b))) as -1 | 0 | 1);
}

/** Whether two texts state the same number: `equals('1.0', '1')` is true. */
export function equals(a: DecimalString, b: DecimalString): boolean {
  return compare(a, b) === 0;
}

/** Whether the number is zero, with or without a sign. */
export function isZero(value: DecimalString): boolean {
  const small = smallDecimal(value);
  return small === undefined ? parseDecimal(value).isZero() : small.units === 0;
}

/** Whether the number is less than zero; minus zero is not. */
export function isNegative(value: DecimalString): boolean {
  const small = smallDecimal(value);
  if (small !== undefined) return small.units < 0;
  const number = parseDecimal(value);
  return number.isNegative() && !number.isZero();
}

/** The least of at least one number, in canonical text. Throws a RangeError when there is none. */
export function minimum(...values: DecimalString[]): DecimalString {
  return select(values, -1);
}

/** The greatest of at least one number, in canonical text. Throws a RangeError when there is none. */
export function maximum(...values: DecimalString[]): DecimalString {
  return select(values, 1);
}

function select(values: readonly DecimalString[], direction: -1 | 1): DecimalString {
  const [first, ...rest] = values;
  if (first === undefined) throw new RangeError('at least one number is needed');
  let best = first;
  for (const value of rest) if (compare(value, best) * direction > 0) best = value;
  return normalize(best);
}
