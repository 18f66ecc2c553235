import { Decimal } from 'decimal.js';
import type { DecimalString } from '../value/value.ts';

/**
 * A private copy of decimal.js, so that neither the settings of the application nor ours touch the other's.
 * The precision is the largest there is: addition and multiplication are then exact at any length. Nothing here calls
 * the library's division, the only operation whose cost grows with the precision; `divide` works on whole numbers.
 */
export const Exact: typeof Decimal = Decimal.clone({
  precision: 1e9,
  rounding: 4,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
});

// No two parts can take the same digits, so that a long text that is no number costs one pass.
const plainNotation = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;

/** Whether the text is a decimal number in plain notation: digits, at most one sign and one point, no exponent. */
export function isDecimal(text: string): boolean {
  return plainNotation.test(text);
}

/** The number that a text states. Throws a RangeError when the text is not a decimal number. */
export function parseDecimal(text: DecimalString): Decimal {
  if (typeof text !== 'string') throw new TypeError(`a decimal is a string, got ${typeof text}`);
  if (!isDecimal(text)) throw new RangeError(`not a decimal number: "${text.slice(0, 40)}"`);
  return new Exact(text.endsWith('.') ? text.slice(0, -1) : text);
}

/** The canonical text of a number: no exponent, no trailing zeros after the point, no plus, no minus before zero. */
export function formatDecimal(value: Decimal): DecimalString {
  return value.isZero() ? '0' : value.toFixed();
}
