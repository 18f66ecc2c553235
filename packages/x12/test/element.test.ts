import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataType, ElementUse } from '../src/definition/definition.ts';
import { checkValue } from '../src/element/check-value.ts';
import { isDate } from '../src/element/is-date.ts';
import { inReference, referenceFolder } from './reference-folder.ts';

const use = (type: DataType, minimum: number, maximum: number, codes?: string): ElementUse => ({
  designator: 'XX01',
  element: '1',
  name: 'sample',
  requirement: 'O',
  type,
  minimum,
  maximum,
  repeat: 1,
  ...(codes === undefined ? {} : { codes: new Set(codes.split(' ')) }),
});

/** `AN 1/22` as in the tables. */
const parsed = (text: string): ElementUse => {
  const [, type, minimum, maximum, codes] = /^(\w+) (\d+)\/(\d+)(?: of (.*))?$/.exec(text) ?? [];
  return use(type as DataType, Number(minimum), Number(maximum), codes);
};

describe('checkValue', () => {
  it.each([
    ['text of the greatest length', 'AN 1/5', 'ABCDE'],
    ['leading blanks are data', 'AN 1/5', '  X'],
    ['trailing blanks are no reason to reject', 'AN 1/5', 'X  '],
    ['letters of other alphabets', 'AN 1/5', 'ŁÓDŹ'],
    ['a sign outside the basic plane counts once', 'AN 1/1', '😀'],
    ['a caret is data before 00402', 'AN 1/5', 'A^B'],
    ['an open code list takes any code', 'ID 1/2', 'Q9'],
    ['a code of a closed list', 'ID 1/2 of A C', 'C'],
    ['a code that is padded', 'ID 1/2 of A C', 'C '],
    ['a whole number', 'N0 1/3', '120'],
    ['a minus does not count', 'N0 1/3', '-120'],
    ['leading zeros are digits', 'N0 1/3', '007'],
    ['N2 of one digit is cents', 'N2 1/15', '5'],
    ['the point of a decimal does not count', 'R 1/3', '1.25'],
    ['neither minus nor point count', 'R 1/3', '-1.25'],
    ['a decimal without whole digits', 'R 1/3', '.50'],
    ['a point at the end', 'R 1/3', '12.'],
    ['29 February of a leap year', 'DT 8/8', '20280229'],
    ['29 February 2000', 'DT 8/8', '20000229'],
    ['a date of six digits where both lengths are allowed', 'DT 6/8', '260228'],
    ['29 February 00 of six digits', 'DT 6/6', '000229'],
    ['the last minute of a day', 'TM 4/8', '2359'],
    ['seconds', 'TM 4/8', '235959'],
    ['tenths of a second', 'TM 4/8', '2359591'],
    ['hundredths of a second', 'TM 4/8', '23595912'],
    ['binary data of any bytes', 'B 1/5', '\u0000~*'],
  ])('%s: %s %j is valid', (_, type, text) => {
    expect(checkValue(parsed(type), text)).toBeUndefined();
  });

  it.each([
    ['one character too many', 'AN 1/5', 'ABCDEF', 'element-too-long', 'at most 5 characters'],
    ['one character too few', 'AN 2/5', 'A', 'element-too-short', 'at least 2 characters'],
    ['a control character', 'AN 1/5', 'A\u0007', 'element-invalid-character', 'text without control characters'],
    ['half of a surrogate pair', 'AN 1/5', 'A\ud800', 'element-invalid-character', 'text without control characters'],
    ['nothing but blanks', 'AN 1/5', '  ', 'element-invalid-character', 'at least one character that is not a blank'],
    ['a code outside a closed list', 'ID 1/2 of A C', 'Z', 'element-invalid-code', 'one of A, C'],
    ['a letter in a number', 'N0 1/3', '2O', 'element-invalid-character', 'a whole number'],
    [
      'a point in an implied decimal',
      'N2 1/15',
      '243.60',
      'element-invalid-character',
      'digits without a point, the last 2 after the implied point',
    ],
    ['a plus sign', 'N0 1/3', '+10', 'element-invalid-character', 'a whole number'],
    ['a minus behind the digits', 'N0 1/3', '10-', 'element-invalid-character', 'a whole number'],
    ['a digit too many behind the minus', 'N0 1/3', '-1234', 'element-too-long', 'at most 3 digits'],
    ['a digit too few behind the minus', 'N0 2/3', '-1', 'element-too-short', 'at least 2 digits'],
    ['a decimal with a comma', 'R 1/9', '1,25', 'element-invalid-character', 'a decimal number'],
    ['a point alone', 'R 1/9', '.', 'element-invalid-character', 'a decimal number'],
    ['a minus alone', 'R 1/9', '-', 'element-invalid-character', 'a decimal number'],
    ['an exponent', 'R 1/9', '1E3', 'element-invalid-character', 'a decimal number'],
    ['a digit too many around the point', 'R 1/3', '12.34', 'element-too-long', 'at most 3 digits'],
    ['30 February', 'DT 8/8', '20260230', 'element-invalid-date', 'a calendar date CCYYMMDD'],
    ['29 February of a common year', 'DT 8/8', '20260229', 'element-invalid-date', 'a calendar date CCYYMMDD'],
    ['29 February 1900', 'DT 8/8', '19000229', 'element-invalid-date', 'a calendar date CCYYMMDD'],
    ['29 February 2200', 'DT 8/8', '22000229', 'element-invalid-date', 'a calendar date CCYYMMDD'],
    ['a thirteenth month', 'DT 8/8', '20261301', 'element-invalid-date', 'a calendar date CCYYMMDD'],
    ['a day zero', 'DT 8/8', '20260100', 'element-invalid-date', 'a calendar date CCYYMMDD'],
    ['six digits where eight are asked for', 'DT 8/8', '260114', 'element-too-short', 'at least 8 characters'],
    ['seven digits', 'DT 6/8', '2601141', 'element-invalid-date', 'a calendar date YYMMDD or CCYYMMDD'],
    ['a letter in a date', 'DT 8/8', '2026O114', 'element-invalid-date', 'a calendar date CCYYMMDD'],
    ['hour 24', 'TM 4/8', '2400', 'element-invalid-time', 'a time HHMM, HHMMSS or HHMMSSDD'],
    ['minute 61', 'TM 4/8', '2561', 'element-invalid-time', 'a time HHMM, HHMMSS or HHMMSSDD'],
    ['a single digit of seconds', 'TM 4/8', '12305', 'element-invalid-time', 'a time HHMM, HHMMSS or HHMMSSDD'],
    ['second 60', 'TM 4/8', '123060', 'element-invalid-time', 'a time HHMM, HHMMSS or HHMMSSDD'],
  ])('%s: %s %j is a fault', (_, type, text, code, expected) => {
    expect(checkValue(parsed(type), text)).toEqual({ code, expected });
  });

  it('law: a date of eight digits is one exactly when the calendar has it', () => {
    const digits = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.nat(14), fc.nat(33));
    fc.assert(
      fc.property(digits, ([year, month, day]) => {
        const text = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(isDate(text)).toBe(exists);
      }),
    );
  });

  it('law: the check of a long hostile value takes no longer than its length', () => {
    for (const type of ['AN', 'ID', 'N2', 'R', 'DT', 'TM'] as const)
      for (const text of ['1'.repeat(200_000), `${'1'.repeat(200_000)}x`, ' '.repeat(200_000), '.'.repeat(200_000)])
        expect(checkValue(use(type, 1, 10), text)).toBeDefined();
  });

  interface Vector {
    readonly type: string;
    readonly value: string;
    readonly charset: string;
    readonly expected_valid: boolean;
  }

  // Where pyx12 and we differ, with our reason.
  const DIFFERENT: Readonly<Record<string, string>> = {
    'AN " "': 'X12.6 asks a string for one character that is no blank',
    'AN "  "': 'X12.6 asks a string for one character that is no blank',
    'AN "bad ^`"': 'which characters are agreed beyond the basic ones is a matter of the partners',
    'R "333."': 'X12.6 says that a point at the right end should be left out, not that it must',
    'DT "09991202"': 'the year 999 is a calendar year',
    'DT "200402020400"': 'a date has six or eight digits at 004010',
  };

  it.skipIf(referenceFolder === undefined)(
    'agrees with the data type cases of pyx12, but for those listed (skipped without the reference folder)',
    () => {
      const vectors = JSON.parse(
        readFileSync(inReference('x12', 'cases', 'pyx12-data-types.json'), 'utf8'),
      ) as Vector[];
      // The basic character set is an agreement of partners: we take the extended one.
      const compared = vectors.filter(({ type, charset }) => /^(AN|ID|N|R|DT|TM)$/.test(type) && charset !== 'B');
      const differing = compared.filter(({ type, value, expected_valid }) => {
        const wide =
          type === 'DT'
            ? use('DT', 6, 8)
            : type === 'TM'
              ? use('TM', 4, 8)
              : use((type === 'N' ? 'N0' : type) as DataType, 1, 100);
        return (checkValue(wide, value) === undefined) !== expected_valid;
      });
      const names = differing.map(({ type, value }) => `${type} ${JSON.stringify(value)}`);
      expect(compared.length).toBeGreaterThan(40);
      expect(names.filter((name) => !(name in DIFFERENT))).toEqual([]);
    },
  );
});
