import { type Codec, refuse } from './codec.ts';

/** A text, unchanged. */
export const text: Codec = {
  native: 'a text',
  canonical: 'a text',
  stable: true,
  decode: (value) => (typeof value === 'string' ? value : refuse('a text')),
  encode: (value) => (typeof value === 'string' ? value : refuse('a text')),
};

/** Capital letters on the native side, for partners that take no others. */
export const upper: Codec = {
  ...text,
  stable: false,
  native: 'a text in capital letters',
  encode: (value) => (typeof value === 'string' ? value.toUpperCase() : refuse('a text')),
};

/** Any JSON scalar, unchanged. */
export const same: Codec = {
  native: 'a value',
  canonical: 'a value',
  stable: true,
  decode: (value) => value,
  encode: (value) => value,
};

/** A text; where absent, the place in the list. */
export const index: Codec = { ...text, absent: ({ position }) => String(position) };

const flags: ReadonlyMap<unknown, boolean> = new Map([
  ['Y', true],
  ['N', false],
]);

/** `Y` or `N` (X12 1073) ↔ true or false. */
export const boolean: Codec = {
  native: 'Y or N',
  canonical: 'true or false',
  decode: (value) => flags.get(value) ?? refuse('Y or N'),
  encode: (value) => (typeof value === 'boolean' ? (value ? 'Y' : 'N') : refuse('true or false')),
};

/** A number of exactly `length` digits, as a text: a DUNS has nine, one with its suffix thirteen. */
export function digits(length: number): Codec {
  const expected = `${length} digits`;
  const exact = (value: unknown) =>
    typeof value === 'string' && value.length === length && /^\d*$/.test(value) ? value : refuse(expected);
  return { native: expected, canonical: expected, stable: true, decode: exact, encode: exact };
}
