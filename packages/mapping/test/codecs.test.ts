import { checkDigit, makeSscc } from '@dist/canonical';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Codec, CodecContext } from '../src/codec/codec.ts';
import { Refusal } from '../src/codec/codec.ts';
import { findCodec } from '../src/codec/find-codec.ts';

const tables = {
  unit: { EA: 'C62', CA: 'XCS' },
  basis: { lossy: true, read: { A: 'x', B: 'x' }, write: { x: 'A' } },
} as const;
const context: CodecContext = {
  position: 3,
  canonicalOf: (lookup, key) => (lookup === 'item' && key === 'AX-100' ? '4711' : undefined),
  nativeOf: (lookup, value) => (lookup === 'item' && value === '4711' ? 'AX-100' : undefined),
};

function codec(name: string): Codec {
  const found = findCodec(name, tables, {});
  if (found === undefined) throw new Error(`no codec ${name}`);
  return found;
}

describe('native ↔ canonical', () => {
  it.each([
    ['text', 'a b ', 'a b '],
    ['upper', 'ABC', 'ABC'],
    ['same', 7, 7],
    ['date', '20280229', '2028-02-29'],
    ['date', '00010101', '0001-01-01'],
    ['time', '0815', '08:15:00'],
    ['time', '081530', '08:15:30'],
    ['time', '08153099', '08:15:30.99'],
    ['decimal', '24.5', '24.5'],
    ['decimal', '-0.05', '-0.05'],
    ['number', 12.5, '12.5'],
    ['number', -3, '-3'],
    ['implied2', '24360', '243.6'],
    ['implied2', '-5', '-0.05'],
    ['implied:0', '12', '12'],
    ['implied:4', '1', '0.0001'],
    ['integer', '30', 30],
    ['boolean', 'Y', true],
    ['country', 'US', 'US'],
    ['digits:9', '012345678', '012345678'],
    ['digits:13', '0123456780117', '0123456780117'],
    ['boolean', 'N', false],
    ['index', '0001', '0001'],
    ['gtin:12', '036000291452', '00036000291452'],
    ['gtin:13', '4006381333931', '04006381333931'],
    ['gtin', '00036000291452', '00036000291452'],
    ['gtin:8', '96385074', '00000096385074'],
    ['sscc', '00006141411234567890', '006141411234567890'],
    ['sscc:18', '006141411234567890', '006141411234567890'],
    ['table:unit', 'CA', 'XCS'],
    ['lookup:item', 'AX-100', '4711'],
  ] as const)('%s: %s ↔ %s', (name, native, canonical) => {
    expect(codec(name).decode(native, context)).toBe(canonical);
    expect(codec(name).encode(canonical, context)).toBe(native);
  });

  it.each([
    ['a lower-case letter is written as a capital one', 'upper', 'abc', 'ABC'],
    ['zeros at the end are not canonical', 'decimal', '24.50', '24.5'],
    ['seconds of zero are left out', 'time', '08:15:00', '0815'],
  ])('%s', (_, name, canonical, native) => expect(codec(name).encode(canonical, context)).toBe(native));

  it.each([
    ['zeros before a number are not canonical', 'decimal', '0024', '24'],
    ['a GTIN that lost its zero', 'gtin:12', '36000291452', '00036000291452'],
    ['an SSCC without its application identifier', 'sscc', '006141411234567890', '006141411234567890'],
    ['a country of three letters', 'country', 'CAN', 'CA'],
    ['a lossy table gives several codes one meaning', 'table:basis', 'B', 'x'],
  ])('%s', (_, name, native, canonical) => expect(codec(name).decode(native, context)).toBe(canonical));
});

describe('two native values ↔ one', () => {
  it.each([
    ['UTC when no zone is named', 'dateTime', ['20260301', '0815'], '2026-03-01T08:15:00Z'],
    ['a fixed offset', 'dateTime:-06:00', ['20260301', '081530'], '2026-03-01T08:15:30-06:00'],
    ['winter in a named zone', 'dateTime:America/Chicago', ['20260301', '0815'], '2026-03-01T08:15:00-06:00'],
    ['summer in a named zone', 'dateTime:America/Chicago', ['20260701', '0815'], '2026-07-01T08:15:00-05:00'],
    [
      'the first of an hour that comes twice',
      'dateTime:America/Chicago',
      ['20261101', '0130'],
      '2026-11-01T01:30:00-05:00',
    ],
  ])('%s', (_, name, native, canonical) => {
    expect(codec(name).decode(native, context)).toBe(canonical);
    expect(codec(name).encode(canonical, context)).toEqual(native);
  });

  it('gotcha 32 an instant with another offset is written in the zone of the map', () => {
    expect(codec('dateTime:-06:00').encode('2026-03-01T14:15:00Z', context)).toEqual(['20260301', '0815']);
  });
});

describe('what is refused', () => {
  it.each([
    ['a day that does not exist', 'date', '20260229'],
    ['a month that does not exist', 'date', '20261301'],
    ['a short year', 'date', '260301'],
    ['an hour that does not exist', 'time', '2460'],
    ['a number with an exponent', 'decimal', '1e3'],
    ['a number with a comma', 'decimal', '1,5'],
    ['a text where a number stands', 'number', '5'],
    ['not a number', 'number', Number.NaN],
    ['a point where it is implied', 'implied2', '1.50'],
    ['a fraction where whole numbers stand', 'integer', '1.5'],
    ['another letter than Y and N', 'boolean', 'T'],
    ['a wrong check digit', 'gtin:12', '036000291453'],
    ['an SSCC of another length', 'sscc', '0006141411234567890'],
    ['a code that the table does not hold', 'table:unit', 'XX'],
    ['a name of every object', 'table:unit', 'constructor'],
    ['a key that the facts do not hold', 'lookup:item', 'ZZ'],
    ['a number where a text stands', 'text', 5],
    ['a digit too few', 'digits:9', '12345678'],
    ['a digit too many', 'digits:9', '1234567890'],
    ['a letter among digits', 'digits:9', '12345678A'],
    ['a country that is none', 'country', 'U1'],
  ] as const)('reading: %s', (_, name, native) => {
    expect(codec(name).decode(native, context)).toBeInstanceOf(Refusal);
  });

  it('reading: a whole number that parsing its JSON has rounded', () => {
    expect(codec('number').decode(JSON.parse('9007199254740993'), context)).toBeInstanceOf(Refusal);
    expect(codec('number').decode(9007199254740991, context)).toBe('9007199254740991');
  });

  it('reading: an hour that the clocks leave out', () => {
    expect(codec('dateTime:America/Chicago').decode(['20260308', '0230'], context)).toBeInstanceOf(Refusal);
  });

  it.each([
    ['more places than are implied: never rounded', 'implied2', '1.005'],
    ['a GTIN that needs more digits', 'gtin:12', '10036000291459'],
    ['a decimal that a binary number does not hold', 'number', '0.1000000000000000055'],
    ['a day that does not exist', 'date', '2026-02-29'],
    ['a date without time', 'dateTime', '2026-03-01'],
    ['an instant on a day that does not exist', 'dateTime', '2026-02-30T08:00:00Z'],
    ['an instant at 24 hours', 'dateTime', '2026-03-01T24:00:00Z'],
    ['an instant beyond the year 9999 in the zone', 'dateTime', '9999-12-31T23:30:00-14:00'],
    ['an instant in the year 50', 'dateTime:America/Chicago', '0050-06-01T12:00:00Z'],
    ['a code that nothing means', 'table:unit', 'constructor'],
    ['thirteen digits where nine stand', 'digits:9', '0123456780117'],
    ['a country of three letters', 'country', 'USA'],
  ])('writing: %s', (_, name, canonical) => {
    expect(codec(name).encode(canonical, context)).toBeInstanceOf(Refusal);
  });
});

describe('names', () => {
  it.each([
    'nothing',
    'table:nothing',
    'implied:12',
    'digits',
    'digits:0',
    'digits:x',
    'dateTime:Mars/Base',
    'lookup:',
    'constructor',
    '__proto__',
  ])('there is no codec %s', (name) => expect(findCodec(name, tables, {})).toBeUndefined());

  it('your own codec comes first', () => {
    const own = { ...codec('text'), native: 'mine' };
    expect(findCodec('date', {}, { date: own })?.native).toBe('mine');
  });
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }))
  .map(([whole, places]) => {
    const text = String(whole < 0n ? -whole : whole).padStart(places + 1, '0');
    const cut = text.length - places;
    return `${whole < 0n ? '-' : ''}${text.slice(0, cut)}${places === 0 ? '' : `.${text.slice(cut)}`}`;
  });
const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

/** Values that a codec must take, by the codec's name. */
const domains: readonly (readonly [string, fc.Arbitrary<string | number | readonly string[]>])[] = [
  ['text', fc.string()],
  ['upper', fc.string().map((text) => text.toUpperCase())],
  ['date', days.map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''))],
  [
    'time',
    fc
      .integer({ min: 0, max: 1439 })
      .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}${String(at % 60).padStart(2, '0')}`),
  ],
  ['decimal', decimals],
  [
    'number',
    fc.oneof(
      fc.integer(),
      fc.integer({ min: -1e6, max: 1e6 }).map((cents) => cents / 100),
    ),
  ],
  ['implied2', fc.integer().map(String)],
  ['integer', fc.integer().map(String)],
  [
    'gtin:12',
    digits(11)
      .filter((text) => !/^0+$/.test(text))
      .map((text) => text + checkDigit(text)),
  ],
  [
    'gtin',
    digits(13)
      .filter((text) => !/^0+$/.test(text))
      .map((text) => text + checkDigit(text)),
  ],
  ['sscc', digits(9).map((serial) => `00${makeSscc('0614141', 0, serial)}`)],
  ['table:unit', fc.constantFrom('EA', 'CA')],
  ['table:basis', fc.constantFrom('A', 'B')],
  ['dateTime:Europe/Berlin', days.map((day) => [day.toISOString().slice(0, 10).replaceAll('-', ''), '1230'] as const)],
];

describe('laws', () => {
  it.each(domains)('%s: writing what was read, and reading that, gives the same', (name, domain) => {
    fc.assert(
      fc.property(domain, (native) => {
        const { decode, encode } = codec(name);
        const canonical = decode(native, context);
        if (canonical instanceof Refusal) throw new Error(`${name} refuses ${JSON.stringify(native)}`);
        const back = encode(canonical, context);
        if (back instanceof Refusal) throw new Error(`${name} does not write ${JSON.stringify(canonical)}`);
        expect(decode(back, context)).toEqual(canonical);
      }),
      { numRuns: 60 },
    );
  });

  it('no codec throws, whatever it is given', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.array(fc.option(fc.string(), { nil: undefined })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...domains.map(([name]) => name), 'same', 'boolean', 'index', 'lookup:item'),
        anything,
        (name, value) => {
          expect(() => codec(name).decode(value, context)).not.toThrow();
          expect(() => codec(name).encode(value, context)).not.toThrow();
        },
      ),
      { numRuns: 300 },
    );
  });
});
