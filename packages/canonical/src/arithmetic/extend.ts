import type { DecimalString, Price, Quantity } from '../value/value.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { quotient, type RoundingMode } from './round.ts';

/**
 * The amount of a line: quantity × price / per, rounded once to `places` (the currency's minor unit).
 * The price must be for the quantity's unit: where `price.unit` names another, convert the quantity through the item
 * first. Throws a RangeError when the units differ or `per` is zero.
 */
export function extend(price: Price, quantity: Quantity, places: number, mode: RoundingMode = 'halfUp'): DecimalString {
  if (price.unit !== undefined && price.unit !== quantity.unit) {
    throw new RangeError(`the price is for ${price.unit}, the quantity in ${quantity.unit}`);
  }
  const gross = parseDecimal(price.amount).times(parseDecimal(quantity.value));
  return formatDecimal(quotient(gross, parseDecimal(price.per ?? '1'), places, mode));
}
