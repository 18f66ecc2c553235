import { describe } from 'vitest';
import { acknowledge } from '../src/acknowledge.ts';
import { defineSet } from '../src/definition/define-set.ts';
import type { Definition } from '../src/definition/definition.ts';
import { defineRelease } from '../src/definition/release.ts';
import { read } from '../src/read.ts';
import { write } from '../src/write.ts';
import { type ForeignCase, foreignInput, testForeignCases } from './foreign-case.ts';
import { referenceFolder } from './reference-folder.ts';

interface EnvelopeCase extends ForeignCase {
  readonly input: string;
  /** `isa` with a TA105 note, `gs` with an AK905 code, `st` with an AK502 code, `seg` with a code of their own. */
  readonly expected: readonly { readonly level: string; readonly code: string }[];
}

interface DocumentCase extends ForeignCase {
  readonly input: string;
  readonly ack: '997' | '999';
  /** Segments between ST and SE, and TA1 where there is one. */
  readonly expected: readonly string[];
}

const PREFIXES: Readonly<Record<string, string>> = { isa: 'TA1-', gs: 'AK905-', st: 'AK502-' };

/** Their codes for what is wrong in a set, in our words. */
const SEGMENT_CODES: Readonly<Record<string, string>> = { HL2: 'level-parent', '1': 'segment-unknown' };

/** A set of levels and whatever else: these cases are about envelopes and levels, not about the sets that they stand in. */
const release = (name: string) =>
  defineRelease({
    release: name,
    segments: [
      'HL Level\n01 628 M AN 1/12 Level\n02 734 O AN 1/12 Parent\n03 735 M ID 1/2 Kind\n04 736 O ID 1/1 Children',
    ],
    composites: 'C000 None\n01 1 O AN 1/1 None',
    codes: '736 0 1',
  });
const ofRelease = (name: string): Definition[] =>
  [
    ['837', 'HC'],
    ['278', 'HI'],
    ['835', 'HP'],
  ].map(([id = '', group = '']) => defineSet(id, release(name), `${id} ${group} Test\nHL O tree 1000`));
const definitions = [...ofRelease('004010'), ...ofRelease('005010')];

/** Faults of what stands in a set other than its levels: no definition of it is there to say so. */
const OF_THE_SET = /^(?:segment|element)-/;

describe.skipIf(referenceFolder === undefined)(
  'cases of other libraries (skipped without the reference folder)',
  () => {
    testForeignCases<EnvelopeCase>('pyx12-envelope', ({ input, expected }) => {
      const { issues } = read(foreignInput(input), { sets: definitions });
      const found = issues
        .filter(({ code }) => !OF_THE_SET.test(code) || expected.some((each) => SEGMENT_CODES[each.code] === code))
        .map(({ code, acknowledgment }) =>
          /^(?:TA1|AK905|AK502)-/.test(acknowledgment ?? '') ? acknowledgment : code,
        );
      const theirs = expected.map(({ level, code }) =>
        level === 'seg' ? (SEGMENT_CODES[code] ?? code) : `${PREFIXES[level]}${code}`,
      );
      return { expected: theirs.sort(), found: found.sort() };
    });

    testForeignCases<DocumentCase>('pyx12-documents-997-999', ({ input, expected }) => {
      // Their guides are not here: what can be compared is the answer to the envelope.
      const theirs = expected.filter((line) => line.startsWith('TA1'));
      if (theirs.length === 0) return undefined;
      const found = read(foreignInput(input), { sets: definitions }).interchanges.map((interchange) => {
        const answer = acknowledge(interchange, {
          controlNumber: '000000001',
          at: new Date(0),
          interchangeAcknowledgment: 'always',
        });
        const written = answer && write(answer);
        return written?.ok ? (/TA1[^~]*/.exec(new TextDecoder().decode(written.value))?.[0] ?? '') : '';
      });
      return { expected: theirs, found };
    });
  },
);
