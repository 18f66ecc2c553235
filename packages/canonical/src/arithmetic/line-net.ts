import type { AllowanceCharge, DecimalString, Price, Quantity, Tax } from '../value/value.ts';
import { add, subtract } from './add.ts';
import { extension, plus, roundFraction } from './fraction.ts';
import type { RoundingMode } from './round.ts';
import { smallDecimal, smallProduct, smallQuotient } from './small-decimal.ts';

/**
 * The net amount of a line: quantity (or priced quantity, of catch weight) × price / per, plus charges, less allowances, rounded
 * once to `places`. Throws a RangeError when the price is for another unit than that quantity's: convert first.
 */
export function lineNet(
  line: {
    quantity: Quantity;
    pricedQuantity?: Quantity | undefined;
    price: Price;
    allowancesCharges?: readonly AllowanceCharge[] | undefined;
  },
  places: number,
  mode: RoundingMode = 'halfUp',
): DecimalString {
  const { price, quantity, pricedQuantity: counted = quantity } = line;
  if (price.unit !== undefined && price.unit !== counted.unit) {
    throw new RangeError(`the price is for ${price.unit}, the quantity in ${counted.unit}`);
  }
  const small = smallNet(line.allowancesCharges, price, counted.value, places, mode);
  if (small !== undefined) return small;
  const exact = extension(price, counted.value);
  return roundFraction(plus(exact, chargesLessAllowances(line.allowancesCharges ?? [])), places, mode);
}

/** The same without allowances and charges, where doubles hold it; undefined otherwise. */
function smallNet(
  list: readonly AllowanceCharge[] = [],
  { amount, per = '1' }: Price,
  quantity: DecimalString,
  places: number,
  mode: RoundingMode,
): DecimalString | undefined {
  if (list.length > 0) return undefined;
  const [price, count, base] = [smallDecimal(amount), smallDecimal(quantity), smallDecimal(per)];
  if (price === undefined || count === undefined || base === undefined || base.units <= 0) return undefined;
  const gross = smallProduct(price, count);
  return Number.isSafeInteger(gross.units) ? smallQuotient(gross, base, places, mode) : undefined;
}

/**
 * Charges less allowances, exact. What is not settled on this document does not count: an allowance that is billed back,
 * credited or paid by check, a charge that the vendor bears (X12 331).
 */
export function chargesLessAllowances(
  list: readonly Pick<AllowanceCharge, 'kind' | 'amount' | 'method'>[],
): DecimalString {
  let total: DecimalString = '0';
  for (const { kind, amount } of list.filter(isSettledHere)) {
    total = kind === 'charge' ? add(total, amount) : subtract(total, amount);
  }
  return total;
}

function isSettledHere({ method }: Pick<AllowanceCharge, 'method'>): boolean {
  return method === undefined || method === 'offInvoice' || method === 'paidByCustomer';
}

/** The sum of the taxes that are added; those that the prices hold already are only told. */
export function addedTaxes(taxes: readonly Pick<Tax, 'amount' | 'included'>[]): DecimalString {
  let total: DecimalString = '0';
  for (const { amount, included } of taxes) if (included !== true) total = add(total, amount);
  return total;
}

/** What a document adds up to: the lines' net amounts, charges less allowances of the document, all added taxes. */
export function documentTotal(document: {
  lines: readonly { net: DecimalString; taxes?: readonly Tax[] | undefined }[];
  allowancesCharges?: readonly AllowanceCharge[] | undefined;
  taxes?: readonly Tax[] | undefined;
}): DecimalString {
  let total = add(chargesLessAllowances(document.allowancesCharges ?? []), addedTaxes(document.taxes ?? []));
  for (const { net, taxes } of document.lines) {
    total = add(total, net);
    if (taxes !== undefined) total = add(total, addedTaxes(taxes));
  }
  return total;
}
