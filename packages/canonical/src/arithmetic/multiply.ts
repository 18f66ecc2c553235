import type { DecimalString } from '../value/value.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';

/** The exact product of two decimals. */
export function multiply(a: DecimalString, b: DecimalString): DecimalString {
  return formatDecimal(parseDecimal(a).times(parseDecimal(b)));
}
