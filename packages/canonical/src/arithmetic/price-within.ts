import type { Decimal } from 'decimal.js';
import type { Item } from '../document/item.ts';
import type { DecimalString, Price } from '../value/value.ts';
import { convert } from './convert.ts';
import { parseDecimal } from './decimal.ts';

/** How far an ordered price may lie from the one agreed. What is not set allows nothing. */
export interface PriceTolerance {
  /** Percent of the price agreed. */
  percent?: DecimalString | undefined;
  /** An amount for one unit of the price agreed. */
  absolute?: DecimalString | undefined;
  /** Whether both must hold, or one is enough; `both` by default. */
  rule?: 'both' | 'either' | undefined;
}

/**
 * Whether a price lies within a tolerance of the one agreed, compared for one unit: a price per hundred equals a hundredth
 * of it per piece. `unit` is the unit of a price that names none. Undefined where the prices are for different units and the
 * item does not convert them: nobody can say.
 */
export function priceWithin(
  price: Price,
  agreed: Price,
  tolerance: PriceTolerance,
  { unit, item }: { unit?: string | undefined; item?: Pick<Item, 'baseUnit' | 'conversions'> | undefined } = {},
): boolean | undefined {
  const sizes = baseUnits(price.unit ?? unit, agreed.unit ?? unit, item);
  if (sizes === undefined) return undefined;
  // Both prices times both bases and both sizes: nothing is divided.
  const bases = basis(agreed).times(basis(price)).times(sizes.ofPrice);
  const offered = parseDecimal(price.amount).times(basis(agreed)).times(sizes.ofAgreed);
  const wanted = parseDecimal(agreed.amount).times(basis(price)).times(sizes.ofPrice);
  const difference = offered.minus(wanted).abs();
  const { percent, absolute, rule = 'both' } = tolerance;
  if (percent === undefined && absolute === undefined) return difference.isZero();
  const limits = [
    ...(percent === undefined ? [] : [difference.times(100).lte(wanted.abs().times(parseDecimal(percent)))]),
    ...(absolute === undefined ? [] : [difference.lte(bases.times(parseDecimal(absolute)))]),
  ];
  return rule === 'both' ? limits.every(Boolean) : limits.some(Boolean);
}

/** How many base units of the item each price is for; one and one where the unit is the same. */
function baseUnits(
  ofPrice: string | undefined,
  ofAgreed: string | undefined,
  item: Pick<Item, 'baseUnit' | 'conversions'> | undefined,
): { ofPrice: Decimal; ofAgreed: Decimal } | undefined {
  if (ofPrice === ofAgreed) return { ofPrice: parseDecimal('1'), ofAgreed: parseDecimal('1') };
  if (ofPrice === undefined || ofAgreed === undefined || item === undefined) return undefined;
  const first = convert({ value: '1', unit: ofPrice }, item.baseUnit, item);
  const second = convert({ value: '1', unit: ofAgreed }, item.baseUnit, item);
  if (first === undefined || second === undefined) return undefined;
  return { ofPrice: parseDecimal(first.value), ofAgreed: parseDecimal(second.value) };
}

function basis({ per = '1' }: Price): Decimal {
  const number = parseDecimal(per);
  if (!number.greaterThan(0)) throw new RangeError(`a price is for more than ${per} units`);
  return number;
}
