import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as definitions004010 from '../src/004010.ts';
import * as definitions005010 from '../src/005010.ts';
import { acknowledge } from '../src/acknowledge.ts';
import type { Definition } from '../src/definition/definition.ts';
import { issueCodes } from '../src/issue-codes.ts';
import { read } from '../src/read.ts';
import { arbitraryInterchange, type Mutant, mutantsOf, mutantTests } from '../src/testing.ts';
import { write } from '../src/write.ts';
import { interchange, ORDER } from './sample.ts';
import { whole } from './whole.ts';

const definitions: readonly Definition[] = [...Object.values(definitions004010), ...Object.values(definitions005010)];
const order850: Definition = definitions004010.purchaseOrder850;

/** Sound interchanges of a definition, the same at each run. Levels have many shapes, so there are more of ship notices. */
function samples(definition: Definition): readonly Uint8Array[] {
  const numRuns = definition.id === '856' ? 10 : 1;
  const made = fc.sample(arbitraryInterchange(definition, { places: 40, groups: 1, sets: 1 }), { numRuns, seed: 7 });
  return made.map(({ bytes }) => bytes);
}

const named = definitions.map((definition) => [`${definition.id} at ${definition.release}`, definition] as const);

describe('every mutant gives the one issue that must follow', () => {
  it.each(named)('%s', (_, definition) => {
    const failures: string[] = [];
    for (const bytes of samples(definition).slice(0, whole ? 10 : 3))
      for (const { name, run } of mutantTests(bytes, definition))
        try {
          run();
        } catch (error) {
          failures.push(`${name}: ${String(error)}`);
        }
    expect(failures).toEqual([]);
  });
});

// Where the sender or the receiver is blank there is nobody to write the answer to, or from.
const UNANSWERABLE = ['ISA06 names no sender', 'ISA08 names no receiver'];

describe('every mutant with two parties can be answered', () => {
  it.each(named.filter(([name]) => /^(?:850|856|999)/.test(name)))('%s', (_, definition) => {
    const [sample] = samples(definition);
    if (sample === undefined) throw new Error('no sample');
    const failures = mutantsOf(sample, definition).filter((mutant) => !isAnswered(mutant, definition));
    expect(failures.map(({ name }) => name)).toEqual(UNANSWERABLE);
  });
});

/** Whether TA1 and 997 can be written for all that a mutant holds. */
function isAnswered({ bytes, options }: Mutant, definition: Definition): boolean {
  const { interchanges } = read(bytes, { sets: [definition], ...options });
  return interchanges.every((received) => {
    const at = new Date('2026-01-15T09:00:00Z');
    const answer = acknowledge(received, { controlNumber: '000000001', at, interchangeAcknowledgment: 'always' });
    return answer !== undefined && write(answer).ok;
  });
}

/** Kinds of fault that no mutant shows, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'set-too-many-issues': 'it takes several faults',
  'file-too-many-issues': 'it takes many faults',
  'group-too-many-sets': 'it takes many sets',
  'group-release-nearest': 'it takes the option to read with the nearest release',
  'segment-binary-length': 'no set that is defined here holds a binary segment',
};

/** Kinds of fault that reading with a definition alone does not give. */
const NOT_READING = /^(?:dictionary|guide|document|outgoing|value)-/;

describe('mutants', () => {
  it('show every kind of fault that reading can find', () => {
    const shown = new Set(
      definitions.flatMap((definition) =>
        samples(definition).flatMap((bytes) => mutantsOf(bytes, definition).map(({ expected }) => expected.code)),
      ),
    );
    const wanted = Object.keys(issueCodes).filter((code) => !NOT_READING.test(code) && OTHERWISE[code] === undefined);
    expect(wanted.filter((code) => !shown.has(code as never))).toEqual([]);
  });

  it('of a small order name the fault and carry its place and acknowledgment code', () => {
    const bytes = new TextEncoder().encode(interchange([ORDER]));
    const told = mutantsOf(bytes, order850).map(({ name, expected }) => {
      const { code, segment, element, acknowledgment } = expected;
      return [name, code, segment, element, acknowledgment].join(' ');
    });
    for (const line of [
      'BEG03 is missing element-missing 2 3 AK403-1',
      'PO102 is letters element-invalid-character 9 2 AK403-6',
      'N1 breaks P0304 without N103 element-conditional 6 3 AK403-2',
      'BEG is missing segment-missing 2  AK304-3',
      'SE01 counts one segment too many set-segment-count 13 1 AK502-4',
    ])
      expect(told).toContain(line);
  });

  it('need an interchange without a fault', () => {
    const faulty = new TextEncoder().encode(interchange([['PO1*1*24*EA']]));
    expect(() => mutantsOf(faulty, order850)).toThrow(RangeError);
  });

  it('as tests fail where the fault is not found', () => {
    const bytes = new TextEncoder().encode(interchange([ORDER]));
    const open = { ...order850, segments: withoutRequirement(order850.segments) } as Definition;
    const strict = mutantsOf(bytes, order850).find(({ name }) => name === 'BEG03 is missing');
    expect(read(strict?.bytes ?? '', { sets: [open] }).issues).toEqual([]);
    const tests = mutantTests(bytes, order850);
    expect(tests.map(({ name }) => name)).toContain('850: BEG03 is missing');
  });
});

/** Segments whose elements are all optional. */
function withoutRequirement(segments: Definition['segments']): Definition['segments'] {
  return Object.fromEntries(
    Object.entries(segments).map(([id, segment]) => [
      id,
      { ...segment, elements: segment.elements.map((use) => ({ ...use, requirement: 'O' as const })) },
    ]),
  );
}
