import { isDecimal, normalize } from '@dist/canonical/arithmetic';
import { type Codec, type CodecValue, type Refusal, refuse } from './codec.ts';

/** Decimal text (X12 type R) ↔ canonical decimal text: `0024.50` ↔ `24.5`. */
export const decimal: Codec = {
  native: 'a decimal',
  canonical: 'a decimal',
  stable: true,
  decode: (value) => toDecimal(value),
  encode: (value) => toDecimal(value),
};

/** A JSON number ↔ canonical decimal text. Refuses what a binary number cannot hold exactly. */
export const number: Codec = {
  native: 'a number',
  canonical: 'a decimal',
  decode: (value) => {
    // A whole number beyond these may have been rounded when its JSON was parsed.
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) return refuse('a number that is exact');
    return typeof value === 'number' ? toDecimal(String(value)) : refuse('a number');
  },
  encode: (value) => {
    const text = toDecimal(value);
    if (typeof text !== 'string') return text;
    return toDecimal(String(Number(text))) === text ? Number(text) : refuse('a decimal that a number holds exactly');
  },
};

/** Digits ↔ a whole JSON number. */
export const integer: Codec = {
  native: 'a whole number',
  canonical: 'a whole number',
  decode: (value) => {
    const fits = typeof value === 'number' || (typeof value === 'string' && /^-?\d{1,15}$/.test(value));
    return fits && Number.isSafeInteger(Number(value)) ? Number(value) : refuse('a whole number');
  },
  encode: (value) => (Number.isSafeInteger(value) ? String(value) : refuse('a whole number')),
};

/**
 * A number with implied decimal places (X12 types N0 to N9): with two, `24360` ↔ `243.6`. More places than implied are
 * refused, never rounded.
 */
export function implied(places: number): Codec {
  return {
    native: 'digits without a decimal point',
    canonical: `a decimal of at most ${places} places`,
    decode: (value) => {
      const parts = typeof value === 'string' ? /^(-?)(\d{1,40})$/.exec(value) : null;
      if (parts === null) return refuse('digits without a decimal point');
      const digits = (parts[2] ?? '').padStart(places + 1, '0');
      const cut = digits.length - places;
      return normalize(`${parts[1]}${digits.slice(0, cut)}${places > 0 ? '.' : ''}${digits.slice(cut)}`);
    },
    encode: (value) => {
      const text = toDecimal(value);
      if (typeof text !== 'string') return text;
      const [whole = '', fraction = ''] = text.split('.');
      if (fraction.length > places) return refuse(`a decimal of at most ${places} places`);
      return normalize(whole + fraction.padEnd(places, '0'));
    },
  };
}

function toDecimal(value: CodecValue): string | Refusal {
  if (typeof value !== 'string' || value.length > 64) return refuse('a decimal');
  if (canonicalDecimal.test(value)) return value;
  return isDecimal(value) ? normalize(value) : refuse('a decimal');
}

/** What `normalize` would leave as it is: most numbers, so that arithmetic need not be asked. */
const canonicalDecimal = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;
