import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inReference, referenceFolder } from './reference-folder.ts';

/** What every case of another library carries. */
export interface ForeignCase {
  readonly name: string;
}

/** How we compare: what they expect and what we found, in the same words; `undefined` where the case can not be put to us. */
export type Comparison = { readonly expected: unknown; readonly found: unknown } | undefined;

/** Cases that are judged otherwise here, with who is right and why. */
interface KnownFailure {
  /** `pyx12-data-types 12`: the file and the number of the case in it, from 1. */
  readonly cases: readonly string[];
  readonly right: 'ours' | 'theirs' | 'both' | 'not comparable';
  readonly why: string;
}

const known = JSON.parse(
  readFileSync(new URL('data/foreign-known-failures.json', import.meta.url), 'utf8'),
) as KnownFailure[];

const folder = inReference('x12', 'cases');

/** Bytes of an input that a case names. */
export const foreignInput = (file: string): Uint8Array => readFileSync(`${folder}/${file}`);

/** One test per case of a file: the same answer as theirs, or a difference that the list of known failures explains. */
export function testForeignCases<C extends ForeignCase>(file: string, compare: (each: C) => Comparison): void {
  const cases =
    referenceFolder === undefined ? [] : (JSON.parse(readFileSync(`${folder}/${file}.json`, 'utf8')) as C[]);
  it.each(cases.map((each, index) => [`${file} ${index + 1}`, shortName(each), each] as const))(
    '%s: %s',
    (key, _, each) => {
      const failure = known.find((one) => one.cases.includes(key));
      const comparison = compare(each);
      if (failure === undefined) {
        expect(comparison, 'the case can not be compared').toBeDefined();
        expect(comparison?.found).toEqual(comparison?.expected);
        return;
      }
      // An explanation that is no longer needed must go.
      if (failure.right === 'not comparable') expect(comparison).toBeUndefined();
      else expect(comparison?.found).not.toEqual(comparison?.expected);
    },
  );

  it(`${file}: the list of known failures names cases that exist`, () => {
    const keys = known.flatMap((one) => one.cases).filter((key) => key.startsWith(`${file} `));
    expect(keys.filter((key) => Number(key.slice(file.length + 1)) > cases.length)).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });
}

const shortName = ({ name }: ForeignCase): string => name.replace(/^pyx12\.test\.test_\w+\./, '');
