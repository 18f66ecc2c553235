import type { Definition } from '@dist/x12';
import * as release004010 from '@dist/x12/004010';
import * as release005010 from '@dist/x12/005010';

/** Every transaction set that can be read, in both releases: what has no map is acknowledged all the same, and kept for a person. */
export const receivedDefinitions: readonly Definition[] = [
  ...Object.values<Definition>(release004010),
  ...Object.values<Definition>(release005010),
];

/** The id of a definition's format, as maps name it: `x12/004010/850`. */
export function nativeId({ release, id }: Pick<Definition, 'release' | 'id'>): string {
  return `x12/${release}/${id}`;
}

/** The definition of a format; undefined where there is none. */
export function definitionOf(native: string): Definition | undefined {
  return byNative.get(native);
}

const byNative = new Map(receivedDefinitions.map((definition) => [nativeId(definition), definition]));
