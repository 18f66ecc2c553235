import {
  add,
  compare,
  divide,
  equals,
  isDecimal,
  isNegative,
  isZero,
  lineNet,
  maximum,
  minimum,
  multiply,
  negate,
  normalize,
  type RoundingMode,
  round,
  subtract,
  sum,
} from '@dist/canonical/arithmetic';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The slow, obvious arithmetic: a whole number of units of 10^-places. */
interface Scaled {
  readonly units: bigint;
  readonly places: number;
}

function scaled(text: string): Scaled {
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const units = BigInt(`${whole}${fraction}` || '0');
  return { units: text.startsWith('-') ? -units : units, places: fraction.length };
}

function write(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return units < 0n ? `-${text}` : text;
}

function aligned(a: string, b: string): [bigint, bigint, number] {
  const [x, y] = [scaled(a), scaled(b)];
  const places = Math.max(x.places, y.places);
  return [x.units * 10n ** BigInt(places - x.places), y.units * 10n ** BigInt(places - y.places), places];
}

/** a / b as a fraction of whole numbers, rounded by looking at twice the remainder. */
function quotient(a: string, b: string, places: number, mode: RoundingMode): string {
  const [x, y] = aligned(a, b);
  const [top, bottom] = [(x < 0n ? -x : x) * 10n ** BigInt(places), y < 0n ? -y : y];
  const [down, rest] = [top / bottom, top % bottom];
  const half = rest * 2n - bottom;
  const goesUp = {
    down: false,
    up: rest > 0n,
    halfUp: half >= 0n && rest > 0n,
    halfEven: half > 0n || (half === 0n && down % 2n === 1n),
  };
  const size = goesUp[mode] ? down + 1n : down;
  return write(x < 0n === y < 0n ? size : -size, places);
}

const digits = (maxLength: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength }).map((all) => all.join(''));
const decimal = fc
  .tuple(fc.constantFrom('', '-', '+'), digits(30), fc.option(digits(12)))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`);
const places = fc.integer({ min: 0, max: 8 });
const mode = fc.constantFrom<RoundingMode>('halfUp', 'halfEven', 'up', 'down');

describe('decimals', () => {
  it('sums, differences and products are exact at any length', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y, common] = aligned(a, b);
        expect(add(a, b)).toBe(write(x + y, common));
        expect(subtract(a, b)).toBe(write(x - y, common));
        expect(multiply(a, b)).toBe(write(x * y, 2 * common));
        expect(compare(a, b)).toBe(x < y ? -1 : x > y ? 1 : 0);
        expect(equals(a, b)).toBe(x === y);
        expect([minimum(a, b), maximum(a, b)]).toEqual([normalize(x < y ? a : b), normalize(x < y ? b : a)]);
      }),
    );
  });

  it('a number has one canonical text', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const { units, places: own } = scaled(text);
        expect(normalize(text)).toBe(write(units, own));
        expect(normalize(normalize(text))).toBe(normalize(text));
        expect(negate(negate(text))).toBe(normalize(text));
        expect([isZero(text), isNegative(text)]).toEqual([units === 0n, units < 0n]);
      }),
    );
  });

  it('quotients and roundings are rounded once, as a remainder of whole numbers decides', () => {
    fc.assert(
      fc.property(decimal, decimal, places, mode, (a, b, digitsAfter, how) => {
        expect(round(a, digitsAfter, how)).toBe(quotient(a, '1', digitsAfter, how));
        if (!isZero(b)) expect(divide(a, b, digitsAfter, how)).toBe(quotient(a, b, digitsAfter, how));
      }),
      { numRuns: 200 },
    );
  });

  it('the sum of a list is the sum of its members in any order', () => {
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 8 }), (all) => {
        expect(sum(all)).toBe(all.reduce((total, value) => add(total, value), '0'));
        expect(sum([...all].reverse())).toBe(sum(all));
      }),
    );
  });
});

/** Short ones, which go the way of doubles, and those just beyond. */
const short = fc
  .tuple(fc.constantFrom('', '-', '+'), digits(9), fc.option(digits(9)))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`);

describe('short decimals', () => {
  const Library = Decimal.clone({ precision: 200, toExpNeg: -9e15, toExpPos: 9e15 });
  const roundings = { up: 0, down: 1, halfUp: 4, halfEven: 6 } as const;
  const textOf = (number: Decimal) => (number.isZero() ? '0' : number.toFixed());
  const rounded = (number: Decimal, places: number, how: RoundingMode) =>
    textOf(number.toDecimalPlaces(places, roundings[how]));

  it('sums, products and orders are those of the library', () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        const [x, y] = [new Library(a), new Library(b)];
        expect([add(a, b), subtract(a, b), multiply(a, b)]).toEqual([x.plus(y), x.minus(y), x.times(y)].map(textOf));
        expect([compare(a, b), equals(a, b)]).toEqual([x.comparedTo(y), x.equals(y)]);
        expect([normalize(a), negate(a)]).toEqual([x, x.negated()].map(textOf));
        expect([isZero(a), isNegative(a)]).toEqual([x.isZero(), x.lessThan(0)]);
      }),
      { numRuns: 500 },
    );
  });

  it('quotients, roundings and net amounts are those of the library', () => {
    fc.assert(
      fc.property(short, short, short, fc.integer({ min: 0, max: 8 }), mode, (a, b, c, digitsAfter, how) => {
        const [x, y, z] = [new Library(a), new Library(b), new Library(c)];
        expect(round(a, digitsAfter, how)).toBe(rounded(x, digitsAfter, how));
        fc.pre(z.greaterThan(0));
        expect(divide(a, c, digitsAfter, how)).toBe(rounded(x.dividedBy(z), digitsAfter, how));
        const line = { quantity: { value: a, unit: 'C62' }, price: { amount: b, per: c } };
        expect(lineNet(line, digitsAfter, how)).toBe(rounded(x.times(y).dividedBy(z), digitsAfter, how));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['the most that fifteen digits hold', add('999999999999999', '999999999999999'), '1999999999999998'],
    ['more than a double counts', multiply('94906267', '94906267'), '9007199515875289'],
    ['places that differ beyond a double', add('999999999999999', '0.00000001'), '999999999999999.00000001'],
    ['no minus before zero', multiply('-0', '5'), '0'],
    ['no minus before a zero with places', negate('0.00'), '0'],
    ['leading and trailing zeros', subtract('007.50', '-0.50'), '8'],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));
});

describe('rounding', () => {
  it.each<[string, RoundingMode, string[]]>([
    ['half up goes away from zero', 'halfUp', ['0.01', '0.02', '0.03', '-0.01', '-0.02', '-0.03']],
    ['half even goes to the even neighbour', 'halfEven', ['0', '0.02', '0.02', '0', '-0.02', '-0.02']],
    ['up goes away from zero', 'up', ['0.01', '0.02', '0.03', '-0.01', '-0.02', '-0.03']],
    ['down goes towards zero', 'down', ['0', '0.01', '0.02', '0', '-0.01', '-0.02']],
  ])('%s', (_, how, expected) => {
    const halves = ['0.005', '0.015', '0.025', '-0.005', '-0.015', '-0.025'];
    expect(halves.map((half) => round(half, 2, how))).toEqual(expected);
    expect(halves.map((half) => divide(half, '1', 2, how))).toEqual(expected);
    expect(halves.map((half) => divide(half, '-0.1', 1, how))).toEqual(
      expected.map((value) => negate(multiply(value, '10'))),
    );
  });

  it.each([
    ['what a binary float gets wrong', round('2.675', 2), '2.68'],
    ['half up is the default', divide('1', '8', 2), '0.13'],
    ['a quotient without end', divide('1', '3', 5), '0.33333'],
    ['a quotient that lies just above a half', divide('1.0000000000000000000000000001', '2', 0), '1'],
    ['no minus before zero', round('-0.001', 2), '0'],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));
});

describe('texts that are no decimals', () => {
  it.each([
    ['nothing', ''],
    ['a point', '.'],
    ['a sign', '-'],
    ['two signs', '--1'],
    ['two points', '1.2.3'],
    ['an exponent', '1e3'],
    ['a blank', ' 1'],
    ['a comma', '1,5'],
    ['a word', 'Infinity'],
    ['hexadecimal', '0x10'],
    ['digits of another script', '١'],
    ['a line break', '1\n'],
  ])('%s is none', (_, text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => normalize(text)).toThrow(RangeError);
  });

  it.each(['.5', '5.', '+5', '007', '-0'])('%s is one', (text) => expect(isDecimal(text)).toBe(true));

  it('the length of a text costs what it is long: a tenth of a million digits take no time at all', () => {
    const long = '1'.repeat(100_000);
    expect(isDecimal(`${long}x`)).toBe(false);
    expect(isDecimal(`.${long}.`)).toBe(false);
    expect(normalize(`${long}.${long}`)).toBe(`${long}.${long}`);
    expect(add(long, '1')).toBe(`${long.slice(1)}2`);
  });

  it.each([
    ['division by zero', () => divide('1', '0', 2)],
    ['places below zero', () => round('1', -1)],
    ['places that are no whole number', () => round('1', 1.5)],
    ['places beyond all bounds', () => divide('1', '3', 1e9)],
    ['the least of nothing', () => minimum()],
    ['the greatest of nothing', () => maximum()],
  ])('%s is a mistake of the program', (_, run) => expect(run).toThrow(RangeError));

  it('a number instead of a text is a mistake of the program', () => {
    const number: unknown = 1.5;
    expect(() => add(number as string, '1')).toThrow(TypeError);
  });
});
