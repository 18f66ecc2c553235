import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AlteredCase } from '../src/testing/altered-case.ts';
import { expectedOutcomes, recordedOutcome } from './altered-oracle.ts';
import { goldenFiles } from './golden-files.ts';

const folder = join(import.meta.dirname, 'golden');

/** The changes recorded beside a golden pair. */
function recorded(name: string): readonly AlteredCase[] {
  const file = join(folder, `${name}.altered.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Every change of a set, what was recorded of it, and what X12 says of it. */
function judged(set: string) {
  const cases = goldenFiles.filter(({ name }) => name.startsWith(`004010/${set}/`));
  return cases.flatMap(({ name, text }) =>
    recorded(name).map((altered) => ({
      row: `${name}: ${altered.direction} ${altered.path} = ${JSON.stringify(altered.value)}`,
      found: recordedOutcome(altered),
      expected: expectedOutcomes(set, altered, text),
    })),
  );
}

describe('what is recorded of changed golden pairs is what X12 says of the element', () => {
  const sets = ['850', '856', '810', '855'];

  it.each(sets)('%s', (set) => {
    const said = judged(set).filter(({ expected }) => expected.length > 0);
    expect(said.filter(({ found, expected }) => !expected.includes(found))).toEqual([]);
  });

  it('at least nine of ten are judged in each set', () => {
    const shares = sets.map((set) => {
      const rows = judged(set);
      return rows.filter(({ expected }) => expected.length > 0).length / rows.length;
    });
    expect(shares.filter((share) => !(share >= 0.9))).toEqual([]);
  });
});
