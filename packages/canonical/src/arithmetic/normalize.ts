import type { DecimalString } from '../value/value.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { smallDecimal, writeSmall } from './small-decimal.ts';

/**
 * The one canonical text of a decimal number: `normalize('+007.50')` is `'7.5'`. Two numbers are equal exactly when
 * their canonical texts are. Throws a RangeError when the text is not a decimal number in plain notation.
 */
export function normalize(text: string): DecimalString {
  const small = smallDecimal(text);
  return (small && writeSmall(small.units, small.places)) ?? formatDecimal(parseDecimal(text));
}
