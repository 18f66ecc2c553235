import {
  checkDigit,
  completeGtin,
  gtinReadings,
  isGln,
  isGtin,
  isSscc,
  makeSscc,
  reusedSsccs,
  type SerialSource,
  type Shipment,
  toGtin14,
  withSsccs,
} from '@dist/canonical';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipment } from './sample.ts';

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

describe('gotcha 35 item numbers that have lost digits', () => {
  it.each<[string, string, string[]]>([
    ['a UPC-A as it should be', '614141123452', ['00614141123452']],
    [
      'a leading zero lost, or a check digit: only the item master can tell',
      '12345600012',
      ['00012345600012', '00123456000124'],
    ],
    ['a check digit lost: 11 digits that end in none', '03600029145', ['00036000291452']],
    ['two leading zeros lost', '1234567895', ['00001234567895']],
    ['twelve digits with a wrong check digit are no item number', '614141123453', []],
    ['letters', 'AX-100', []],
    ['nothing', '', []],
    ['zeros', '00000000000', []],
  ])('%s', (_, text, readings) => expect(gtinReadings(text)).toEqual(readings));

  it.each<[string, string, string | undefined]>([
    ['qualifier UI, 11 digits', '6-14141-12345', '00614141123452'],
    ['qualifier UA, 12 digits', '061414112345', '00614141123452'],
    ['qualifier U2, 13 digits', '1061414112345', '10614141123459'],
    ['14 digits have theirs', '80614141123458', undefined],
    ['ten digits', '1414112345', undefined],
  ])('the check digit is added where a partner says that it is missing: %s', (_, text, expected) =>
    expect(completeGtin(text)).toBe(expected),
  );

  it('what is completed is a GTIN, and its number without the check digit reads back as it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (number) => {
        const digits = String(number).padStart(11, '0');
        const gtin = completeGtin(digits) ?? '';
        expect(isGtin(gtin)).toBe(true);
        expect(gtinReadings(digits)).toContain(gtin);
      }),
    );
  });
});

describe('SSCCs of a shipment', () => {
  const from = (first: number): SerialSource => {
    let last = first - 1;
    return { next: () => Promise.resolve(++last) };
  };
  const key = { companyPrefix: '0614141', extensionDigit: '1' };
  const bare: Shipment = {
    ...shipment,
    units: shipment.units.map(({ sscc, ...unit }, index) => (index === 0 && sscc ? { ...unit, sscc } : unit)),
  };

  it('each unit that lacks one gets the next, in order; what has one keeps it', async () => {
    const labelled = await withSsccs(bare, key, from(7));
    expect(labelled.units.map((unit) => unit.sscc)).toEqual([shipment.units[0]?.sscc, '106141410000000071']);
    expect(await withSsccs(labelled, key, from(8))).toEqual(labelled);
  });

  it('the serial begins again when the digits are used up', async () => {
    const labelled = await withSsccs(bare, key, from(1_000_000_005));
    expect(labelled.units[1]?.sscc).toBe(makeSscc('0614141', 1, 5));
  });

  it.each<[string, SerialSource['next']]>([
    ['a serial below zero', () => -1],
    ['a serial that is no number', () => 'A7'],
    ['a fraction', () => 1.5],
  ])('%s is a mistake of the program', async (_, next) => {
    await expect(withSsccs(bare, key, { next })).rejects.toThrow(RangeError);
  });

  it('a wrong company prefix is one, too', async () => {
    await expect(withSsccs(bare, { ...key, companyPrefix: '061' }, from(1))).rejects.toThrow(RangeError);
  });

  // The shipment ships on 2026-03-05.
  it.each<[string, string, string, number]>([
    ['the year before, a day too early', 'S0', '2025-03-06', 1],
    ['exactly 12 months before', 'S0', '2025-03-05', 0],
    ['the same day', 'S0', '2026-03-05', 1],
    ['a shipment that ships later', 'S2', '2026-12-01', 1],
    ['the shipment itself, sent again', 'S1', '2026-03-05', 0],
    ['another SSCC', 'other', '2026-03-05', 0],
  ])('gotcha 30 reuse is refused inside 12 months: %s', (_, shipmentId, shippedOn, found) => {
    const sscc = shipmentId === 'other' ? '006141410000000012' : (shipment.units[0]?.sscc ?? '');
    const issues = reusedSsccs(shipment, [{ sscc, shipmentId, shippedOn }]);
    expect(issues.map(({ code, path }) => [code, path])).toEqual(
      found === 1 ? [['sscc-reused', ['units', 0, 'sscc']]] : [],
    );
  });

  it('gotcha 30 the 29th of February has a year, too', () => {
    const leap = { ...shipment, shippedOn: '2024-02-29' };
    const used = (shippedOn: string) => [{ sscc: shipment.units[0]?.sscc ?? '', shipmentId: 'S0', shippedOn }];
    expect(reusedSsccs(leap, used('2023-03-01'))).toHaveLength(1);
    expect(reusedSsccs(leap, used('2023-02-28'))).toHaveLength(0);
    expect(reusedSsccs(leap, used('2025-02-28'))).toHaveLength(1);
    expect(reusedSsccs(leap, used('2025-03-01'))).toHaveLength(0);
  });
});
