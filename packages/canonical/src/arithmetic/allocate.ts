import type { Decimal } from 'decimal.js';
import type { DecimalString } from '../value/value.ts';
import { Exact, formatDecimal, parseDecimal } from './decimal.ts';

/**
 * Splits an amount in the ratio of the weights, each part with at most `places` digits after the point, so that the
 * parts sum to the amount exactly: no cent is lost or made. Each part is rounded down and the cents left over go to the
 * largest remainders, the first of equal ones first. Weights that are all zero count as equal.
 * Throws a RangeError when the amount has more than `places` digits, a weight is negative, or there is none.
 */
export function allocate(amount: DecimalString, weights: readonly DecimalString[], places: number): DecimalString[] {
  const total = parseDecimal(amount);
  if (!Number.isInteger(places) || places < 0) throw new RangeError(`places must be 0 or more, got ${places}`);
  if (total.decimalPlaces() > places) throw new RangeError(`${amount} has more than ${places} digits after the point`);
  const shares = equalWhenZero(weights.map(parseWeight));
  if (shares.length === 0) throw new RangeError('at least one weight is needed');

  const unit = new Exact(`1e${-places}`);
  const units = total.abs().times(new Exact(`1e${places}`));
  const parts = splitUnits(units, shares);
  return parts.map((part) => formatDecimal(total.isNegative() ? part.times(unit).negated() : part.times(unit)));
}

function parseWeight(text: DecimalString): Decimal {
  const weight = parseDecimal(text);
  if (weight.isNegative() && !weight.isZero()) throw new RangeError(`a weight is not negative, got ${text}`);
  return weight;
}

function equalWhenZero(weights: readonly Decimal[]): readonly Decimal[] {
  return weights.every((weight) => weight.isZero()) ? weights.map(() => new Exact(1)) : weights;
}

function splitUnits(units: Decimal, weights: readonly Decimal[]): Decimal[] {
  const whole = weights.reduce((total, weight) => total.plus(weight), new Exact(0));
  const shares = weights.map((weight, index) => {
    const exact = units.times(weight);
    const part = exact.dividedToIntegerBy(whole);
    return { index, part, remainder: exact.minus(part.times(whole)) };
  });
  const given = shares.reduce((total, share) => total.plus(share.part), new Exact(0));
  const left = units.minus(given).toNumber();
  const byRemainder = [...shares].sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  const favoured = new Set(byRemainder.slice(0, left).map((share) => share.index));
  return shares.map((share) => (favoured.has(share.index) ? share.part.plus(1) : share.part));
}
