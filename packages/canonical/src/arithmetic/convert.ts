import type { Decimal } from 'decimal.js';
import type { Item } from '../document/item.ts';
import type { Quantity } from '../value/value.ts';
import { isZero } from './compare.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { multiply } from './multiply.ts';
import { normalize } from './normalize.ts';
import { quotient } from './round.ts';

/**
 * A quantity in another unit, through the item only: two codes never convert by themselves. The answer is exact, or
 * undefined when the item does not know a unit or the quotient has no end (one piece is no decimal of a dozen).
 */
export function convert(
  quantity: Quantity,
  unit: string,
  item: Pick<Item, 'baseUnit' | 'conversions'>,
): Quantity | undefined {
  if (quantity.unit === unit) return { value: normalize(quantity.value), unit };
  if (unit === item.baseUnit) return inBaseUnits(quantity, item);
  const from = baseUnitsOf(quantity.unit, item);
  const to = baseUnitsOf(unit, item);
  if (from === undefined || to === undefined) return undefined;
  const value = exactQuotient(parseDecimal(quantity.value).times(from), to);
  return value === undefined ? undefined : { value: formatDecimal(value), unit };
}

/** Towards the base unit it is a product, which always ends. */
function inBaseUnits({ value, unit }: Quantity, item: Pick<Item, 'baseUnit' | 'conversions'>): Quantity | undefined {
  const conversion = item.conversions.find((candidate) => candidate.unit === unit);
  if (conversion === undefined || isZero(conversion.baseUnits)) return undefined;
  return { value: multiply(value, conversion.baseUnits), unit: item.baseUnit };
}

function baseUnitsOf(unit: string, item: Pick<Item, 'baseUnit' | 'conversions'>): Decimal | undefined {
  if (unit === item.baseUnit) return parseDecimal('1');
  const conversion = item.conversions.find((candidate) => candidate.unit === unit);
  if (conversion === undefined) return undefined;
  const baseUnits = parseDecimal(conversion.baseUnits);
  return baseUnits.isZero() ? undefined : baseUnits;
}

function exactQuotient(a: Decimal, b: Decimal): Decimal | undefined {
  // A quotient that ends has at most as many digits as the divisor has factors of two (3.33 a digit), plus those of `a`.
  const places = a.decimalPlaces() + 4 * b.precision(true) + b.decimalPlaces();
  const value = quotient(a, b, places, 'down');
  return value.times(b).equals(a) ? value : undefined;
}
