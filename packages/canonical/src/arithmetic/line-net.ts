import type { AllowanceCharge, DecimalString, Price, Quantity, Tax } from '../value/value.ts';
import { Exact, formatDecimal, parseDecimal } from './decimal.ts';
import { quotient, type RoundingMode } from './round.ts';

/**
 * The net amount of a line: quantity × price / per, plus charges, less allowances, rounded once to `places`.
 * Throws a RangeError when the price is for another unit than the quantity's: convert first.
 */
export function lineNet(
  line: { quantity: Quantity; price: Price; allowancesCharges?: readonly AllowanceCharge[] | undefined },
  places: number,
  mode: RoundingMode = 'halfUp',
): DecimalString {
  const { price, quantity } = line;
  if (price.unit !== undefined && price.unit !== quantity.unit) {
    throw new RangeError(`the price is for ${price.unit}, the quantity in ${quantity.unit}`);
  }
  const per = parseDecimal(price.per ?? '1');
  const gross = parseDecimal(price.amount).times(parseDecimal(quantity.value));
  const extra = parseDecimal(chargesLessAllowances(line.allowancesCharges ?? []));
  return formatDecimal(quotient(gross.plus(extra.times(per)), per, places, mode));
}

/** Charges less allowances, exact. */
export function chargesLessAllowances(list: readonly AllowanceCharge[]): DecimalString {
  const total = list.reduce((sum, { kind, amount }) => {
    const value = parseDecimal(amount);
    return kind === 'charge' ? sum.plus(value) : sum.minus(value);
  }, new Exact(0));
  return formatDecimal(total);
}

/** What a document adds up to: the lines' net amounts, charges less allowances of the document, all taxes. */
export function documentTotal(document: {
  lines: readonly { net: DecimalString; taxes?: readonly Tax[] | undefined }[];
  allowancesCharges?: readonly AllowanceCharge[] | undefined;
  taxes?: readonly Tax[] | undefined;
}): DecimalString {
  const taxes = [...(document.taxes ?? []), ...document.lines.flatMap((line) => line.taxes ?? [])];
  const amounts = [...document.lines.map((line) => line.net), ...taxes.map((tax) => tax.amount)];
  const extra = parseDecimal(chargesLessAllowances(document.allowancesCharges ?? []));
  return formatDecimal(amounts.reduce((total, amount) => total.plus(parseDecimal(amount)), extra));
}
