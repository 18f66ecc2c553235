import { type Codec, type CodecContext, type CodecValue, Refusal } from '@dist/mapping';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vendorCodecs } from '../../src/codecs.ts';

const facts: Readonly<Record<string, string>> = { '4711|3': 'AX-100|XCS', 'odd|id|9': 'A|B|C62', bare: 'nothing' };
const context: CodecContext = {
  position: 1,
  canonicalOf: (_, key) => facts[key],
  nativeOf: (_, value) => Object.keys(facts).find((key) => facts[key] === value),
};

function codec(name: string): Codec {
  const found = vendorCodecs[name];
  if (found === undefined) throw new Error(`no codec ${name}`);
  return found;
}

describe('each value reads as', () => {
  it.each<[name: string, native: CodecValue, canonical: CodecValue]>([
    ['amount', '12.5000', '12.5'],
    ['amount', 12.5, '12.5'],
    ['amount', 8, '8'],
    ['amount', '0.0000', '0'],
    ['amount', -12, '-12'],
    ['amount', 123456789012.345, '123456789012.345'],
    ['fullName', ['Jo', 'Sample'], 'Jo Sample'],
    ['fullName', ['', 'Sample'], 'Sample'],
    ['fullName', ['Jo', undefined], 'Jo'],
    ['itemUnit', ['4711', '3'], ['AX-100', 'XCS']],
    ['itemUnit', ['odd|id', '9'], ['A|B', 'C62']],
    ['odataDate', '/Date(1772409600000)/', '2026-03-02'],
    ['odataDate', '/Date(-86400000)/', '1969-12-31'],
    ['reference6', '007', '007'],
    ['reference35', 'x'.repeat(35), 'x'.repeat(35)],
    ['rfc2822', 'Tue, 05 Mar 2019 21:40:11 +0000', '2019-03-05T21:40:11+00:00'],
    ['rfc2822', '5 Mar 2019 21:40 -0600', '2019-03-05T21:40:00-06:00'],
    ['utcDateTime', '2026-03-02 14:15:16', '2026-03-02T14:15:16Z'],
  ])('%s: %j as %j', (name, native, canonical) => {
    expect(codec(name).decode(native, context)).toEqual(canonical);
  });
});

describe('refused, and never guessed, is', () => {
  it.each<[name: string, native: CodecValue, why: string]>([
    ['amount', 0.1 + 0.2, 'a sum of binary numbers'],
    ['amount', 1_234_567_890_123_456, 'a number whose digits are lost'],
    ['amount', 1e21, 'an exponent'],
    ['amount', '1,5', 'a comma'],
    ['amount', true, 'no number'],
    ['fullName', ['', ''], 'no name'],
    ['itemUnit', ['4711', '9'], 'an item in a unit that nobody knows'],
    ['itemUnit', ['4711', undefined], 'no unit'],
    ['odataDate', '/Date(1772409600001)/', 'a time of day'],
    ['odataDate', '2026-03-02', 'another notation'],
    ['reference6', '0000001', 'seven characters'],
    ['reference35', 'x'.repeat(36), 'R19 36 characters'],
    ['rfc2822', 'Sat, 30 Feb 2019 21:40:11 +0000', 'a day that is none'],
    ['rfc2822', '2019-03-05T21:40:11Z', 'another notation'],
    ['utcDateTime', '2026-02-30 14:15:16', 'a day that is none'],
    ['utcDateTime', '2026-03-02T14:15:16Z', 'another notation'],
  ])('%s: %j, %s', (name, native) => {
    expect(codec(name).decode(native, context)).toBeInstanceOf(Refusal);
  });

  it.each<[name: string, canonical: CodecValue]>([
    ['amount', 'much'],
    ['fullName', 'Jo Sample'],
    ['itemUnit', ['AX-100', 'C62']],
    ['itemUnit', 'AX-100'],
    ['odataDate', '2026-02-30'],
    ['odataDate', 'soon'],
    ['reference35', 'x'.repeat(36)],
    ['rfc2822', '2026-02-30T00:00:00Z'],
    ['utcDateTime', '2026-03-02T14:15:16-06:00'],
  ])('%s on the way back: %j', (name, canonical) => {
    expect(codec(name).encode(canonical, context)).toBeInstanceOf(Refusal);
  });

  it('a fact that is no item and unit', () => {
    expect(codec('itemUnit').encode(['nothing', ''], context)).toBeInstanceOf(Refusal);
    const odd = { ...context, canonicalOf: () => 'nothing' };
    expect(codec('itemUnit').decode(['x', 'y'], odd)).toBeInstanceOf(Refusal);
  });
});

describe('what is decoded, encoded and decoded again is the same', () => {
  const instant = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  it.each<[name: string, canonical: fc.Arbitrary<string>]>([
    ['odataDate', instant.map((date) => date.toISOString().slice(0, 10))],
    ['utcDateTime', instant.map((date) => `${date.toISOString().slice(0, 19)}Z`)],
    ['rfc2822', instant.map((date) => `${date.toISOString().slice(0, 19)}-06:00`)],
    ['reference35', fc.string({ maxLength: 35 })],
    ['amount', fc.tuple(fc.integer(), fc.integer({ min: 1, max: 9 })).map(([whole, part]) => `${whole}.${part}`)],
  ])('%s', (name, canonical) => {
    const { decode, encode } = codec(name);
    fc.assert(
      fc.property(canonical, (value) => {
        const native = encode(value, context);
        expect(native instanceof Refusal ? native : decode(native, context)).toBe(value);
      }),
      { numRuns: 100 },
    );
  });

  it('no value makes a codec throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(vendorCodecs)), fc.anything(), ({ decode, encode }, value) => {
        expect(decode(value as CodecValue, context)).toBeDefined();
        expect(encode(value as CodecValue, context)).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});
