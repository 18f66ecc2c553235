import { describe } from 'vitest';
import type { DataType, ElementUse } from '../src/definition/definition.ts';
import { checkValue } from '../src/element/check-value.ts';
import { guideCharacters } from '../src/guide/guide-characters.ts';
import { syntaxNote } from '../src/validate/syntax-note.ts';
import { type ForeignCase, testForeignCases } from './foreign-case.ts';
import { referenceFolder } from './reference-folder.ts';

const useOf = (type: DataType, minimum: number, maximum: number, codes?: readonly string[]): ElementUse => ({
  designator: 'TST01',
  element: '1',
  name: 'test',
  requirement: 'O',
  type,
  minimum,
  maximum,
  repeat: 1,
  ...(codes === undefined || codes.length === 0 ? {} : { codes: new Set(codes) }),
});

interface DataTypeCase extends ForeignCase {
  readonly value: string;
  readonly type: string;
  /** Basic or extended character set. */
  readonly charset: 'B' | 'E';
  readonly icvn: string;
  readonly expected_valid: boolean;
}

const LENGTHS: Readonly<Record<string, readonly [DataType, number, number]>> = {
  AN: ['AN', 1, 200],
  ID: ['ID', 1, 200],
  N: ['N0', 1, 200],
  R: ['R', 1, 200],
  DT: ['DT', 6, 8],
  TM: ['TM', 4, 8],
};

interface NoteCase extends ForeignCase {
  /** `MEA*OG*HT~`. */
  readonly segment: string;
  readonly syntax: readonly [string, ...number[]];
  readonly expected_valid: boolean;
}

interface UsedNoteCase extends ForeignCase {
  readonly note: string;
  readonly positions: readonly number[];
  readonly used: Readonly<Record<string, boolean>>;
  readonly expected_count: number;
}

interface ValueCase extends ForeignCase {
  readonly value: string;
  readonly type: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly codes: readonly string[];
  readonly expected?: readonly string[];
  /** Digits that count; negative where the value is none. */
  readonly expected_length?: number;
}

const noteOf = (kind: string, elements: readonly number[]): string =>
  kind + elements.map((element) => String(element).padStart(2, '0')).join('');

const isBroken = (note: string, isThere: (element: number) => boolean): boolean => {
  try {
    return syntaxNote(note, String)(isThere) !== undefined;
  } catch {
    // A note that is none is a mistake of who wrote it; they call it a fault of the segment.
    return true;
  }
};

const TYPES: Readonly<Record<string, DataType>> = { AlphaNumeric: 'AN', Date: 'DT', Numeric: 'N0', Time: 'TM' };

const CODES: Readonly<Record<string, string>> = {
  DATA_ELEMENT_TOO_SHORT: 'element-too-short',
  DATA_ELEMENT_TOO_LONG: 'element-too-long',
  INVALID_CODE_VALUE: 'element-invalid-code',
  INVALID_CHARACTER_DATA: 'element-invalid-character',
  INVALID_DATE: 'element-invalid-date',
  INVALID_TIME: 'element-invalid-time',
};

describe.skipIf(referenceFolder === undefined)(
  'cases of other libraries (skipped without the reference folder)',
  () => {
    testForeignCases<DataTypeCase>('pyx12-data-types', ({ value, type, charset, icvn, expected_valid }) => {
      const lengths = LENGTHS[type];
      if (lengths === undefined) return undefined;
      const isSound = value !== '' && checkValue(useOf(...lengths), value) === undefined;
      // Which characters may be sent is a matter of the guide.
      const characters = guideCharacters({ set: charset === 'B' ? 'basic' : 'extended' }, `${icvn}0`);
      const isText = type === 'AN' || type === 'ID';
      return { expected: expected_valid, found: isSound && (!isText || characters.strange(value) === undefined) };
    });

    testForeignCases<NoteCase>('pyx12-syntax-notes', ({ segment, syntax, expected_valid }) => {
      const [kind, ...numbers] = syntax;
      const [, ...elements] = segment.replace('~', '').split('*');
      const broken = isBroken(noteOf(kind, numbers), (element) => (elements[element - 1] ?? '') !== '');
      return { expected: expected_valid, found: !broken };
    });

    testForeignCases<UsedNoteCase>('staedi-syntax-notes', ({ note, positions, used, expected_count }) => {
      if (!/^[PRECL]$/.test(note)) return undefined;
      const broken = isBroken(noteOf(note, positions), (element) => used[element] === true);
      return { expected: expected_count > 0, found: broken };
    });

    testForeignCases<ValueCase>('staedi-element-values', (each) => {
      const { type, min, max, expected, expected_length: length } = each;
      const value = unescaped(each.value);
      const codes = each.codes.map(unescaped);
      const dataType = codes.length > 0 ? 'ID' : TYPES[type];
      if (dataType === undefined) return undefined;
      if (expected?.[0] === 'INVALID_CODE_VALUE' && codes.length === 0) return undefined;
      const fault = checkValue(useOf(dataType, min ?? 1, max ?? 200, codes), value)?.code;
      if (expected === undefined) return { expected: (length ?? 0) >= 0, found: fault === undefined };
      // One cause is one issue here: the first of theirs.
      return { expected: expected[0] === undefined ? undefined : CODES[expected[0]], found: fault };
    });
  },
);

/** Their tests write `\u0008` for a control character. */
const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-fA-F]{4})/g, (_, hexadecimal: string) =>
    String.fromCharCode(Number.parseInt(hexadecimal, 16)),
  );
