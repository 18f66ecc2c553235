import { checkDigit, isGln, isGtin, isSscc, makeSscc, toGtin14 } from '@dist/canonical';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// The check digit example of the GS1 General Specifications, and keys that the EPC Tag Data Standard uses throughout.
const keys = {
  gtin8: '96385074',
  gtin12: '614141123452',
  gtin13: '6291041500213',
  gtin14: '80614141123458',
  gln: '0614141123452',
  sscc: '106141412345678908',
};

const body = fc.array(fc.constantFrom(...'0123456789'), { minLength: 7, maxLength: 17 }).map((all) => all.join(''));

describe('check digits', () => {
  it.each(Object.entries(keys))('a %s ends in its own', (_, key) => {
    expect(checkDigit(key.slice(0, -1))).toBe(key.slice(-1));
  });

  it('one wrong digit is always found, and so is any leading zero left out or put before', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
        const at = place % digits.length;
        const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
        expect(checkDigit(wrong)).not.toBe(checkDigit(digits));
        expect(checkDigit(`00${digits}`)).toBe(checkDigit(digits));
      }),
    );
  });

  it.each(['', '12a', '1.5', '١'])('"%s" has none: a mistake of the program', (text) => {
    expect(() => checkDigit(text)).toThrow(RangeError);
  });
});

describe('keys', () => {
  it.each<[string, (text: string) => boolean, string, boolean]>([
    ['8 digits', isGtin, keys.gtin8, true],
    ['12 digits', isGtin, keys.gtin12, true],
    ['13 digits', isGtin, keys.gtin13, true],
    ['14 digits', isGtin, keys.gtin14, true],
    ['a wrong check digit', isGtin, '6291041500214', false],
    ['9 digits', isGtin, '963850745', false],
    ['zeros alone', isGtin, '00000000000000', false],
    ['a blank', isGtin, ' 6291041500213', false],
    ['a location', isGln, keys.gln, true],
    ['a location of 12 digits', isGln, keys.gtin12, false],
    ['a location with a wrong check digit', isGln, '0614141123453', false],
    ['a logistic unit', isSscc, keys.sscc, true],
    ['a logistic unit with its application identifier', isSscc, `00${keys.sscc}`, false],
    ['a logistic unit with a wrong check digit', isSscc, '106141412345678909', false],
  ])('%s', (_, test, text, expected) => expect(test(text)).toBe(expected));

  it.each<[string, string, string | undefined]>([
    ['a UPC-A', '614141123452', '00614141123452'],
    ['with hyphens and blanks', '6-14141-12345 2', '00614141123452'],
    ['an EAN-13', keys.gtin13, '06291041500213'],
    ['a leading zero lost to a spreadsheet', '12345600012', '00012345600012'],
    ['a wrong check digit', '614141123453', undefined],
    ['too short', '1234565', undefined],
    ['letters', '61414112345A', undefined],
    ['zeros alone', '000000000000', undefined],
  ])('14 digits of %s', (_, text, expected) => expect(toGtin14(text)).toBe(expected));
});

describe('codes of logistic units', () => {
  it.each<[string, Parameters<typeof makeSscc>, string]>([
    ['the example of the standard', ['0614141', 1, 234567890], keys.sscc],
    ['a serial number is padded', ['0614141', '0', '1'], '006141410000000012'],
    [
      'the longest company prefix leaves four digits',
      ['123456789012', 9, 9999n],
      `91234567890129999${checkDigit('91234567890129999')}`,
    ],
  ])('%s', (_, parts, expected) => {
    expect(makeSscc(...parts)).toBe(expected);
    expect(isSscc(makeSscc(...parts))).toBe(true);
  });

  it.each<[string, Parameters<typeof makeSscc>]>([
    ['a serial number that does not fit', ['0614141', 0, 1_000_000_000]],
    ['a serial number below zero', ['0614141', 0, -1]],
    ['a serial number that is no whole number', ['0614141', 0, 1.5]],
    ['two extension digits', ['0614141', 10, 1]],
    ['a prefix of three digits', ['061', 0, 1]],
    ['a prefix of letters', ['ABCDEFG', 0, 1]],
  ])('%s is a mistake of the program', (_, parts) => expect(() => makeSscc(...parts)).toThrow(RangeError));
});
