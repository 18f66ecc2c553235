import type { Decimal } from 'decimal.js';
import type { DecimalString } from '../value/value.ts';
import { Exact, formatDecimal, parseDecimal } from './decimal.ts';
import { smallDecimal, smallQuotient } from './small-decimal.ts';

/**
 * What becomes of a half: `halfUp` away from zero (as invoices do), `halfEven` to the even neighbour.
 * `up` goes away from zero and `down` towards it whatever the remainder is.
 */
export type RoundingMode = 'halfUp' | 'halfEven' | 'up' | 'down';

const one = { units: 1, places: 0 };
const decimalRounding: Record<RoundingMode, Decimal.Rounding> = { up: 0, down: 1, halfUp: 4, halfEven: 6 };

/** A decimal rounded to `places` digits after the point, in canonical text: `round('2.675', 2)` is `'2.68'`. */
export function round(value: DecimalString, places: number, mode: RoundingMode = 'halfUp'): DecimalString {
  checkPlaces(places);
  const small = smallDecimal(value);
  const rounded = small && smallQuotient(small, one, places, mode);
  return rounded ?? formatDecimal(parseDecimal(value).toDecimalPlaces(places, decimalRounding[mode]));
}

/**
 * `a / b`, rounded once to `places` digits after the point. The quotient is never cut before it is rounded: a remainder
 * of whole numbers decides. Throws a RangeError when `b` is zero.
 */
export function divide(
  a: DecimalString,
  b: DecimalString,
  places: number,
  mode: RoundingMode = 'halfUp',
): DecimalString {
  checkPlaces(places);
  const [x, y] = [smallDecimal(a), smallDecimal(b)];
  const divided = x && y && smallQuotient(x, y, places, mode);
  return divided ?? formatDecimal(quotient(parseDecimal(a), parseDecimal(b), places, mode));
}

/** The same on numbers, for the arithmetic of this package. */
export function quotient(a: Decimal, b: Decimal, places: number, mode: RoundingMode): Decimal {
  if (b.isZero()) throw new RangeError('division by zero');
  const scaled = a.abs().times(powerOfTen(places));
  const divisor = b.abs();
  const whole = scaled.dividedToIntegerBy(divisor);
  const remainder = scaled.minus(whole.times(divisor));
  const magnitude = roundsAway(whole, remainder, divisor, mode) ? whole.plus(1) : whole;
  const unsigned = magnitude.times(powerOfTen(-places));
  return a.isNegative() === b.isNegative() ? unsigned : unsigned.negated();
}

function roundsAway(whole: Decimal, remainder: Decimal, divisor: Decimal, mode: RoundingMode): boolean {
  if (remainder.isZero() || mode === 'down') return false;
  if (mode === 'up') return true;
  const half = remainder.times(2).comparedTo(divisor);
  return half > 0 || (half === 0 && (mode === 'halfUp' || isOdd(whole)));
}

function isOdd(whole: Decimal): boolean {
  return /[13579]$/.test(whole.toFixed(0));
}

function powerOfTen(exponent: number): Decimal {
  return new Exact(`1e${exponent}`);
}

function checkPlaces(places: number): void {
  if (!Number.isInteger(places) || places < 0 || places > 1000) {
    throw new RangeError(`places must be a whole number from 0 to 1000, got ${places}`);
  }
}
