import { type Codec, refuse } from '@dist/mapping';

/** Given name and family name ↔ the whole name. It only reads: where a whole name is to be cut, nobody knows. */
export const fullName: Codec = {
  native: 'a given name and a family name',
  canonical: 'a name that is read only',
  arity: { native: 2, canonical: 1 },
  decode: (value) => {
    const names = Array.isArray(value) ? value.filter((name) => typeof name === 'string' && name !== '') : [];
    return names.length === 0 ? refuse('a given name and a family name') : names.join(' ');
  },
  encode: () => refuse('a name that is read only'),
};
