import type { DecimalString } from '../value/value.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { quotient, type RoundingMode } from './round.ts';

/** So many percent of an amount, rounded once to `places`: `percentOf('200', '2.5', 2)` is `'5'`. */
export function percentOf(
  amount: DecimalString,
  percent: DecimalString,
  places: number,
  mode: RoundingMode = 'halfUp',
): DecimalString {
  const product = parseDecimal(amount).times(parseDecimal(percent));
  return formatDecimal(quotient(product, parseDecimal('100'), places, mode));
}
