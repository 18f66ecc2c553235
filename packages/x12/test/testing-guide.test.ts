import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchaseOrder850 } from '../src/004010.ts';
import * as release005010 from '../src/005010.ts';
import type { Definition } from '../src/definition/definition.ts';
import { withGuide } from '../src/guide/with-guide.ts';
import { issueCodes } from '../src/issue-codes.ts';
import { read } from '../src/read.ts';
import { arbitraryDocument, arbitraryInterchange, mutantsOf, mutantTests } from '../src/testing.ts';
import { type GuideParts, guideOf } from './guide-sample.ts';
import { GUIDES } from './guides-for-testing.ts';
import { whole } from './whole.ts';

const laid = (definition: Definition, parts: GuideParts): Definition =>
  withGuide(definition, guideOf(definition, parts));

describe('law: what the kit makes for a guide is accepted with it, and read back the same', () => {
  it.each(GUIDES.map(([name, definition, parts]) => [name, laid(definition, parts)] as const))(
    '%s',
    (_, definition) => {
      fc.assert(
        fc.property(arbitraryInterchange(definition), ({ bytes, documents }) => {
          const file = read(bytes, { sets: [definition] });
          expect(file.issues).toEqual([]);
          expect(file.sets.map(({ document }) => document)).toEqual(documents);
        }),
        { numRuns: 15 },
      );
    },
  );
});

describe('a guide', () => {
  it.each(GUIDES.map(([name, definition, parts]) => [name, definition, parts] as const))(
    'that asks for %s is broken by documents made without it',
    (_, definition, parts) => {
      const strict = laid(definition, parts);
      const samples = fc.sample(arbitraryInterchange(definition, { groups: 1, sets: 1 }), { numRuns: 30, seed: 3 });
      expect(samples.some(({ bytes }) => read(bytes, { sets: [strict] }).issues.length > 0)).toBe(true);
    },
  );

  it('that asks for what it forbids has no documents', () => {
    const impossible = laid(purchaseOrder850, {
      places: [{ path: 'CUR', usage: 'required' }],
      conditions: [{ id: 'none', must: { path: 'CUR', present: false } }],
    });
    expect(() => fc.sample(arbitraryDocument(impossible), 1)).toThrow(RangeError);
  });

  it('says which separators are used', () => {
    const separators = { element: '|', component: ':', segment: '~', repetition: '^' };
    for (const [definition, expected] of [
      [purchaseOrder850, { element: '|', component: ':', segment: '~' }],
      [release005010.purchaseOrder850, separators],
    ] as const) {
      const samples = fc.sample(arbitraryInterchange(laid(definition, { separators })), 5);
      expect(samples.map(({ delimiters }) => delimiters)).toEqual(Array(5).fill(expected));
    }
  });
});

/** Sound interchanges of a definition, the same at each run. */
const samples = (definition: Definition): readonly Uint8Array[] =>
  fc
    .sample(arbitraryInterchange(definition, { places: 40, groups: 1, sets: 1 }), { numRuns: 3, seed: 7 })
    .map(({ bytes }) => bytes);

describe('every mutant for a guide gives the one issue that must follow', () => {
  it.each(GUIDES.map(([name, definition, parts]) => [name, laid(definition, parts)] as const))(
    '%s',
    (_, definition) => {
      const failures: string[] = [];
      for (const bytes of samples(definition).slice(0, whole ? 3 : 1))
        for (const { name, run } of mutantTests(bytes, definition))
          try {
            run();
          } catch (error) {
            failures.push(`${name}: ${String(error)}`);
          }
      expect(failures).toEqual([]);
    },
  );
});

/** Kinds of fault that no mutant shows, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'guide-separators': 'it is found on writing alone',
  'guide-malformed': 'it is a fault of the guide',
  'guide-path': 'it is a fault of the guide',
};

describe('mutants for a guide', () => {
  const shown = GUIDES.flatMap(([, definition, parts]) => {
    const strict = laid(definition, parts);
    return samples(strict).flatMap((bytes) => mutantsOf(bytes, strict));
  });

  it('show every kind of fault against one', () => {
    const codes = new Set<string>(shown.map(({ expected }) => expected.code));
    const wanted = Object.keys(issueCodes).filter((code) => code.startsWith('guide-') && OTHERWISE[code] === undefined);
    expect(wanted.filter((code) => !codes.has(code))).toEqual([]);
  });

  it.each([
    'the condition numbered is broken guide-condition AK403-2',
    'the condition original is broken guide-condition AK403-7',
    'the condition no contract is broken guide-condition AK403-10',
    'REF[01=IA] is missing, which the guide requires guide-missing AK304-3',
    'REF[01=IA] comes more often than the guide allows guide-repeat AK304-5',
    'N1[01=ST] is missing, which the guide requires guide-missing AK304-3',
    'N1 is there, which the guide does not use guide-not-used AK304-2',
    'BEG04 is there, which the guide does not use guide-not-used AK403-10',
    'PO1/PO101 is missing, which the guide requires guide-missing AK403-1',
    'BEG02 is another code guide-code AK403-7',
    'REF[01=DP].02 is too long for the guide guide-length AK403-5',
    'REF[01=DP].02 is too short for the guide guide-length AK403-4',
    'BEG03 is not digits guide-format AK403-6',
    'BEG03 begins otherwise guide-format AK403-7',
    'HL03 is a level that the guide does not have guide-level-order AK403-7',
  ])('%s', (line) => {
    const lines = shown.map(({ name, expected }) => `${name} ${expected.code} ${expected.acknowledgment}`);
    expect(new Set(lines)).toContain(line);
  });

  it('are as grave as the table of the guide says', () => {
    const [, definition, parts] = GUIDES.find(([name]) => name === 'much of an order') ?? [];
    if (definition === undefined || parts === undefined) throw new Error('no such guide');
    const severities = (violations: Readonly<Record<string, string>>) => {
      const strict = laid(definition, { ...parts, violations });
      const mutants = samples(strict).flatMap((bytes) => mutantsOf(bytes, strict));
      const graveOf = (code: string) => mutants.find(({ expected }) => expected.code === code)?.expected.severity;
      return ['guide-code', 'guide-missing', 'element-missing', 'set-segment-count'].map(graveOf);
    };
    expect(severities({})).toEqual(['warning', 'warning', 'error', 'error']);
    expect(
      severities({ 'guide-*': 'reject', 'guide-code': 'silent', 'element-missing': 'accept-with-errors' }),
    ).toEqual(['information', 'error', 'warning', 'error']);
  });
});
