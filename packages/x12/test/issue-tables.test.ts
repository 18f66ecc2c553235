import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issueCodes } from '../src/issue-codes.ts';

const page = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const codes = Object.keys(issueCodes);

/** The codes in the first column of the tables of a page. */
const listed = (text: string, code: RegExp): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => (line.split(' | ')[0] ?? '').match(code) ?? []);

describe('the tables of issues in the documentation', () => {
  it('docs/companion-guides.md has every code of a guide, and no other', () => {
    const known = codes.filter((code) => code.startsWith('guide-'));
    expect(listed(page('docs/companion-guides.md'), /guide-[a-z-]+/g).sort()).toEqual(known.sort());
  });

  it('README.md has every code of reading, and no other', () => {
    const known = codes.filter((code) => /^(?:file|interchange|group|set|segment|loop|element|level)-/.test(code));
    const reading = /(?<=`)(?:file|interchange|group|set|segment|loop|element|level)-[a-z0-9-]+(?=`)/g;
    expect(listed(page('README.md'), reading).sort()).toEqual(known.sort());
  });
});
