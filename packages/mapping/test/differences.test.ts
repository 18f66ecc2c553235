import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../src/testing/differences.ts';
import { lineDifferences } from '../src/testing/line-differences.ts';

describe('where two documents differ', () => {
  it.each<[what: string, expected: unknown, found: unknown, places: [string, unknown, unknown][]]>([
    ['nowhere', { a: [1] }, { a: [1], b: undefined }, []],
    [
      'at every place, not only at the first',
      { a: 1, b: { c: 'x' }, d: [1, 2] },
      { a: 2, b: { c: 'x', e: true }, d: [1] },
      [
        ['a', 1, 2],
        ['b.e', undefined, true],
        ['d[1]', 2, undefined],
      ],
    ],
    ['as a whole', [], {}, [['', [], {}]]],
  ])('%s', (_, expected, found, places) => {
    expect(differences(expected, found).map((one) => [one.path, one.expected, one.found])).toEqual(places);
  });
});

it('only so many as are asked for are looked for', () => {
  expect(differences([1, 2, 3], [4, 5, 6], { most: 2 })).toHaveLength(2);
});

describe('where lines differ', () => {
  it.each<[what: string, expected: string, found: string, told: string[]]>([
    ['nowhere', 'a b', 'a b', []],
    ['a line is another one', 'a b c', 'a x c', ['2 b x']],
    ['a line more is one difference', 'a b c', 'a x b c', ['2 - x']],
    ['a line less is one difference', 'a b c d', 'a c d', ['2 b -']],
    ['each stretch is told alone', 'a b c d e', 'x b c e y', ['1 a x', '4 d -', '6 - y']],
    ['all of them', 'a', 'x y', ['1 a x', '2 - y']],
  ])('%s', (_, expected, found, told) => {
    const lines = lineDifferences(expected.split(' '), found.split(' '));
    expect(lines.map((one) => `${one.line} ${one.expected ?? '-'} ${one.found ?? '-'}`)).toEqual(told);
  });

  it('long stretches are compared line by line, and in time', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `line ${index}`);
    expect(
      lineDifferences(
        lines,
        lines.map((line) => `${line}!`),
      ),
    ).toHaveLength(100_000);
  });

  it('with its differences taken over, what was found is what was expected', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(few, few, (expected, found) => {
        const differing = lineDifferences(expected, found);
        const missing = differing.filter((one) => one.expected !== undefined).length;
        const extra = differing.filter((one) => one.found !== undefined).length;
        expect(found.length - extra).toBe(expected.length - missing);
        expect(differing.length === 0).toBe(expected.join() === found.join());
        for (const { line, expected: wanted } of differing)
          if (wanted !== undefined) expect(expected[line - 1]).toBe(wanted);
      }),
      { numRuns: 100 },
    );
  });
});
