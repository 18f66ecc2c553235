import type { Decimal } from 'decimal.js';
import type { DecimalString, Price } from '../value/value.ts';
import { Exact, formatDecimal, parseDecimal } from './decimal.ts';
import { quotient, type RoundingMode } from './round.ts';

/** An exact quotient that need not end, such as a price for three of something. */
export interface Fraction {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** Quantity × price / per, before anything is rounded. Throws a RangeError when `per` is not above zero. */
export function extension(price: Price, quantity: DecimalString): Fraction {
  const denominator = parseDecimal(price.per ?? '1');
  if (!denominator.greaterThan(0)) throw new RangeError(`a price is for more than ${price.per} units`);
  return { numerator: parseDecimal(price.amount).times(parseDecimal(quantity)), denominator };
}

/** The fraction with a decimal added. */
export function plus({ numerator, denominator }: Fraction, value: DecimalString): Fraction {
  return { numerator: numerator.plus(parseDecimal(value).times(denominator)), denominator };
}

/** The exact sum: terms of one denominator are added first, so that its size grows with the denominators alone. */
export function sumFractions(fractions: readonly Fraction[]): Fraction {
  const byDenominator = new Map<string, Fraction>();
  for (const { numerator, denominator } of fractions) {
    const key = formatDecimal(denominator);
    const sum = byDenominator.get(key)?.numerator ?? new Exact(0);
    byDenominator.set(key, { numerator: sum.plus(numerator), denominator });
  }
  const zero: Fraction = { numerator: new Exact(0), denominator: new Exact(1) };
  return [...byDenominator.values()].reduce(
    (a, b) => ({
      numerator: a.numerator.times(b.denominator).plus(b.numerator.times(a.denominator)),
      denominator: a.denominator.times(b.denominator),
    }),
    zero,
  );
}

/** The fraction rounded once to `places` digits after the point. */
export function roundFraction(fraction: Fraction, places: number, mode: RoundingMode): DecimalString {
  return formatDecimal(quotient(fraction.numerator, fraction.denominator, places, mode));
}
