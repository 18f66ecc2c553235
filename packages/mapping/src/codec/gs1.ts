import { isGtin, isSscc, toGtin14 } from '@dist/canonical';
import { type Codec, refuse } from './codec.ts';

/**
 * An item number of 8, 12, 13 or 14 digits with a right check digit ↔ GTIN-14; written with `width` digits. The
 * partner's own form (a lost leading zero, hyphens) comes back through the complement.
 */
export function gtin(width: 8 | 12 | 13 | 14): Codec {
  const native = `a GTIN with a right check digit that fits ${width} digits`;
  return {
    native,
    canonical: 'a GTIN of 14 digits',
    exact: (value, direction) =>
      direction === 'write' || (String(value).length === width && /^\d*$/.test(String(value))),
    decode: (value) => (typeof value === 'string' ? toGtin14(value) : undefined) ?? refuse(native),
    encode: (value) => {
      if (typeof value !== 'string' || value.length !== 14 || !isGtin(value)) return refuse('a GTIN of 14 digits');
      const zeros = 14 - width;
      return /^0*$/.test(value.slice(0, zeros)) ? value.slice(zeros) : refuse(native);
    },
  };
}

/** A logistic unit's code: 18 digits, on the wire also with application identifier 00 before it (MAN*GM). */
export function sscc(width: 18 | 20): Codec {
  const native = 'an SSCC with a right check digit: 18 digits, or 20 with 00 before them';
  return {
    native,
    canonical: 'an SSCC of 18 digits with a right check digit',
    decode: (value) => {
      const digits =
        typeof value === 'string' && value.length === 20 && value.startsWith('00') ? value.slice(2) : value;
      return typeof digits === 'string' && isSscc(digits) ? digits : refuse(native);
    },
    encode: (value) => {
      if (typeof value !== 'string' || !isSscc(value)) return refuse('an SSCC of 18 digits with a right check digit');
      return width === 20 ? `00${value}` : value;
    },
  };
}
