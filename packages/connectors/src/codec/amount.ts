import { isDecimal, normalize } from '@dist/canonical/arithmetic';
import { type Codec, type CodecValue, type Refusal, refuse } from '@dist/mapping';

const expected = 'a decimal, as a text or as a number of at most 15 digits';

/**
 * A JSON number or a decimal text ↔ canonical decimal text: shops send the same field as `12.5`, `"12.5000"` or `8`.
 * A number is read by its shortest text and refused beyond the 15 digits that a binary number is sure to keep, because
 * its sender's digits are lost by then. Written as a text.
 */
export const amount: Codec = {
  native: expected,
  canonical: 'a decimal',
  decode: (value) => toDecimal(typeof value === 'number' ? digitsOf(value) : value),
  encode: (value) => toDecimal(value),
};

function digitsOf(value: number): string {
  const text = String(value);
  return text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15 ? text : '';
}

function toDecimal(value: CodecValue): string | Refusal {
  return typeof value === 'string' && value.length <= 64 && isDecimal(value) ? normalize(value) : refuse(expected);
}
