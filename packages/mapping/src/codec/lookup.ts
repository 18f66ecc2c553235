import { type Codec, refuse } from './codec.ts';

/** By master data that the run was given: native key ↔ canonical value. */
export function lookup(name: string): Codec {
  const expected = `a value that the facts of lookup ${name} hold`;
  return {
    native: expected,
    canonical: expected,
    decode: (value, context) =>
      (typeof value === 'string' ? context.canonicalOf(name, value) : undefined) ?? refuse(expected),
    encode: (value, context) =>
      (typeof value === 'string' ? context.nativeOf(name, value) : undefined) ?? refuse(expected),
  };
}
