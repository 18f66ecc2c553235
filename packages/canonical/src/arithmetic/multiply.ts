import type { DecimalString } from '../value/value.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { smallDecimal, smallProduct, writeSmall } from './small-decimal.ts';

/** The exact product of two decimals. */
export function multiply(a: DecimalString, b: DecimalString): DecimalString {
  return smallTimes(a, b) ?? formatDecimal(parseDecimal(a).times(parseDecimal(b)));
}

function smallTimes(a: DecimalString, b: DecimalString): DecimalString | undefined {
  const [x, y] = [smallDecimal(a), smallDecimal(b)];
  if (x === undefined || y === undefined) return undefined;
  const { units, places } = smallProduct(x, y);
  return writeSmall(units, places);
}
