import type { DecimalString } from '../value/value.ts';
import { isNegative } from './compare.ts';
import { multiply } from './multiply.ts';
import { percentOf } from './percent-of.ts';
import { type RoundingMode, round } from './round.ts';

/** How an allowance or charge is stated: as an amount (X12 SAC05), in percent of a base (SAC07), or for each unit (SAC08). */
export type ChargeBasis =
  | { readonly amount: DecimalString }
  | { readonly percent: DecimalString; readonly of: DecimalString }
  | { readonly perUnit: DecimalString; readonly quantity: DecimalString };

/**
 * The amount of an allowance or charge, rounded once to `places`. It has no sign of its own (the kind carries it):
 * RangeError for a result below zero.
 */
export function chargeAmount(basis: ChargeBasis, places: number, mode: RoundingMode = 'halfUp'): DecimalString {
  const amount = computed(basis, places, mode);
  if (isNegative(amount)) throw new RangeError(`an allowance or charge is not negative, got ${amount}`);
  return amount;
}

function computed(basis: ChargeBasis, places: number, mode: RoundingMode): DecimalString {
  if ('percent' in basis) return percentOf(basis.of, basis.percent, places, mode);
  return round('perUnit' in basis ? multiply(basis.perUnit, basis.quantity) : basis.amount, places, mode);
}
