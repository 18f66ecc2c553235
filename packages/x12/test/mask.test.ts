import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as sets004010 from '../src/004010.ts';
import * as sets005010 from '../src/005010.ts';
import type { Definition, ElementUse } from '../src/definition/definition.ts';
import { hiddenElements } from '../src/mask/hidden-elements.ts';
import { mask } from '../src/mask.ts';
import { parse } from '../src/parse.ts';
import { read } from '../src/read.ts';
import { inReference, referenceFolder } from './reference-folder.ts';
import { interchange, ORDER, SHIP_NOTICE } from './sample.ts';

const sets: readonly Definition[] = [
  ...Object.values<Definition>(sets004010),
  ...Object.values<Definition>(sets005010),
];
const masked = (text: string): string => new TextDecoder().decode(mask(text));
const line = (segment: string): string => {
  const found = masked(interchange([[...ORDER, segment]]));
  return found.split('~').at(-5) ?? '';
};

describe('mask', () => {
  it.each([
    ['a name, but not whose it is', 'N1*ST*Sample Store 12*92*A12', 'N1*ST*Xxxxxx Xxxxx 11*92*X11'],
    ['an address', 'N4*SPRINGFIELD*OH*45501*US', 'N4*XXXXXXXXXXX*XX*11111*US'],
    [
      'a contact and its numbers',
      'PER*BD*A. BUYER*TE*(555) 010-0*EM*a@b.example',
      'PER*BD*X. XXXXX*TE*(111) 111-1*EM*x@x.xxxxxxx',
    ],
    ['a price, but not the quantity', 'PO1*1*24*EA*3.25**UP*012345678905', 'PO1*1*24*EA*1.11**UP*012345678905'],
    ['an amount with its sign', 'AMT*TT*-326.4', 'AMT*TT*-111.1'],
    ['an account number', 'REF*11*A-77', 'REF*11*X-11'],
    ['a reference to a shipment never', 'REF*BM*BOL77', 'REF*BM*BOL77'],
    ['the words of a note', 'MSG*Call Mr. Example', 'MSG*Xxxx Xx. Xxxxxxx'],
    ['the credentials of the bank', 'BPR*C*77*C*ACH*CTX*01*021*DA*99', 'BPR*C*11*C*ACH*CTX*01*111*DA*11'],
    ['a segment that is not known, wholly', 'ZZZ*Mr. Example*5', 'ZZZ*Xx. Xxxxxxx*1'],
    ['an id that is none', 'dear Mr. X*5', 'xxxx Xx. X*1'],
    ['letters of other alphabets', 'N3*ŁÓDŹ 字 😀 É', 'N3*ééXé 字 😀 é'],
  ])('hides %s', (_, segment, expected) => {
    expect(line(segment)).toBe(expected);
  });

  it('hides what belongs to no segment, and the password of the ISA', () => {
    const text = interchange([ORDER], { isa: { 3: '01', 4: 'SECRET7' } });
    const shown = masked(`To: Mr. Example 5\n${text}\nBye, A.`);
    expect(shown).toMatch(/^Xx: Xx. Xxxxxxx 1\nISA\*00\* {10}\*01\*XXXXXX1 {3}\*ZZ\*SENDER/);
    expect(shown).toMatch(/\nXxx, X\.$/);
  });

  it('leaves nothing of a binary payload', () => {
    const text = interchange([['BEG*00*SA*PO1**20260114', 'BIN*8*a~b*\u0001\u0002é', 'CTT*1']]);
    expect(masked(text)).toContain('~BIN*8*XXXXXXXX~CTT*1~');
  });

  it('keeps separators, also where they are letters or digits', () => {
    const text = interchange([['BEG*00*SA*PO2**20260224', 'N1*ST*Aha 22 Bob']], { component: 'X', terminator: 'x' });
    expect(masked(text)).toContain('xN1*ST*Yyy 11 Yyyx');
    expect(parse(mask(text)).interchanges[0]?.delimiters).toEqual(parse(text).interchanges[0]?.delimiters);
  });

  it('hides every element that is a name, an address, a contact, an account, a price or an amount', () => {
    const shown = sets.flatMap(({ segments }) =>
      Object.values(segments).flatMap(({ id, elements }) => {
        const row = hiddenElements(id);
        return elements.flatMap((use, index) =>
          isPrivate(use) && row !== undefined && !row.hides(index + 1, () => '') ? [use.designator] : [],
        );
      }),
    );
    expect([...new Set(shown)]).toEqual([]);
  });

  const issuesOf = (file: Uint8Array): string[] =>
    read(file, { sets }).issues.map(({ code, at }) => `${code} ${at.offset}+${at.length} ${at.segment} ${at.element}`);

  it('the copy has the issues of the original, at the same places', () => {
    const bytes = new TextEncoder().encode(interchange([ORDER, ['ST*850*0002', ...SHIP_NOTICE]]));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.constantFrom(...'*~>A1 \n\u00e9'.split(''))), { maxLength: 4 }),
        (faults) => {
          const file = bytes.slice();
          for (const [at, sign] of faults) file[at] = sign.charCodeAt(0);
          const copy = mask(file);
          expect(copy.length).toBe(file.length);
          expect(issuesOf(copy)).toEqual(issuesOf(file));
          expect(mask(copy)).toEqual(copy);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.skipIf(referenceFolder === undefined)('so have the edge files (skipped without the reference folder)', () => {
    const folder = inReference('x12', 'edge');
    for (const name of readdirSync(folder)) {
      const file = readFileSync(join(folder, name));
      expect([name, issuesOf(mask(file))]).toEqual([name, issuesOf(file)]);
    }
  });

  it('is linear for a file of one segment, and for one of nothing but letters', () => {
    for (const text of [`${interchange([])}ZZZ${'*A'.repeat(200_000)}`, 'ISA'.repeat(100_000)])
      expect(mask(text).length).toBe(text.length);
  });
});

/** Data elements of persons and money. */
const PRIVATE = new Set(
  '19 93 116 156 166 212 325 364 443 507 508 509 610 782 1035 1036 1037 1106 1104 933 1551'.split(' '),
);

const isPrivate = ({ element, components }: ElementUse): boolean =>
  PRIVATE.has(element) || (components ?? []).some(isPrivate);
