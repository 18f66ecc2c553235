import { type Codec, refuse } from './codec.ts';

const codes = 'a country of two letters (ISO 3166-1), or USA, CAN, MEX';

/** Countries of three letters that American partners write in N404 (X12 26 allows two or three). */
const threeLetters: ReadonlyMap<string, string> = new Map([
  ['USA', 'US'],
  ['CAN', 'CA'],
  ['MEX', 'MX'],
]);

/** A country code ↔ ISO 3166-1, two letters. The partner's three come back through the complement. */
export const country: Codec = {
  native: codes,
  canonical: 'a country of two letters',
  exact: (value, direction) => direction === 'write' || String(value).length === 2,
  decode: (value) => (typeof value === 'string' ? (threeLetters.get(value) ?? twoLetters(value)) : refuse(codes)),
  encode: twoLetters,
};

function twoLetters(value: unknown) {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? value : refuse(codes);
}
