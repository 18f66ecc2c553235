import { isCountry, minorUnit, unitOfX12, units, x12OfUnit } from '@dist/canonical';
import { describe, expect, it } from 'vitest';

describe('currencies', () => {
  it.each<[string, string, number | undefined]>([
    ['the dollar has cents', 'USD', 2],
    ['the yen has none', 'JPY', 0],
    ['the Kuwaiti dinar has a thousand fils', 'KWD', 3],
    ['the Chilean unit of account has four digits', 'CLF', 4],
    ['the Uruguayan wage unit has four digits', 'UYW', 4],
    ['the Ugandan shilling has none', 'UGX', 0],
    ['the currency of Zimbabwe since 2024', 'ZWG', 2],
    ['the Caribbean guilder since 2025', 'XCG', 2],
    ['a currency withdrawn lately, in documents that are kept', 'BGN', 2],
    ['a currency withdrawn long ago', 'DEM', undefined],
    ['gold has no minor unit', 'XAU', undefined],
    ['no currency', 'XXX', undefined],
    ['a name of the prototype', 'constructor', undefined],
  ])('%s', (_, code, digits) => expect(minorUnit(code)).toBe(digits));

  it('every currency that people use and CLDR calls current is known', () => {
    const withoutMinorUnit = [
      'XAG',
      'XAU',
      'XBA',
      'XBB',
      'XBC',
      'XBD',
      'XDR',
      'XPD',
      'XPT',
      'XSU',
      'XTS',
      'XUA',
      'XXX',
    ];
    const current = Intl.supportedValuesOf('currency').filter((code) => !withoutMinorUnit.includes(code));
    // Older runtimes still list what has been withdrawn; whatever is unknown here must be known there as history.
    expect(current.filter((code) => minorUnit(code) === undefined && !historic.has(code))).toEqual([]);
  });
});

const historic = new Set('BYB BYR EEK LTL LVL MRO MTL SDD SIT SKK STD TMM TRL VEB VEF YUM ZMK ZWD ZWR'.split(' '));

describe('countries', () => {
  it('there are 249, and CLDR has a name for each', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const assigned = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCountry);
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(assigned).toHaveLength(249);
    expect(assigned.filter((code) => names.of(code) === undefined)).toEqual([]);
  });

  it.each([
    ['GB', true],
    ['UK', false],
    ['US', true],
    ['us', false],
    ['EU', false],
    ['AN', false],
    ['', false],
  ])('%s: %s', (code, expected) => expect(isCountry(code)).toBe(expected));
});

describe('units of X12 element 355', () => {
  const x12 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const codes = [...x12].flatMap((a) => [...x12].map((b) => a + b)).filter((code) => unitOfX12(code) !== undefined);

  it('each code names one unit of the table, and each unit one code', () => {
    expect(codes.length).toBeGreaterThan(55);
    expect(codes.filter((code) => !units.has(unitOfX12(code) ?? ''))).toEqual([]);
    expect(codes.filter((code) => x12OfUnit(unitOfX12(code) ?? '') !== code)).toEqual([]);
  });

  it.each<[string, string, string | undefined]>([
    ['gotcha 11 a case is a package, not so many eaches', 'CA', 'XCS'],
    ['an each', 'EA', 'EA'],
    ['a unit', 'UN', 'C62'],
    ['GT is a gross kilogram, not a long ton', 'GT', 'E4'],
    ['a long ton', 'LG', 'LTN'],
    ['a short ton', 'TN', 'STN'],
    ['a gallon of the US', 'GA', 'GLL'],
    ['a code that the table does not have', 'ZZ', undefined],
    ['a name of the prototype', '__proto__', undefined],
  ])('%s', (_, code, unit) => expect(unitOfX12(code)).toBe(unit));

  it('a unit that X12 has no code for', () => expect(x12OfUnit('XRL')).toBeUndefined());
});
