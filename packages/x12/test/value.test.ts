import { describe, expect, it } from 'vitest';
import type { Segment } from '../src/envelope/interchange.ts';
import { value } from '../src/value.ts';

const segment = (id: string, ...elements: string[]): Segment => ({
  id,
  elements: elements.map((text) => ({ repeats: text.split('^').map((repeat) => repeat.split('>')) })),
  offset: 0,
  length: 0,
  position: 2,
});

describe('value', () => {
  it.each([
    ['an element', segment('PO1', '1', '24'), 'PO102', '24'],
    ['an element of a segment with a short id', segment('N1', 'ST', 'STORE'), 'N102', 'STORE'],
    ['a component', segment('REF', 'DP', '1', '', 'ZZ>7'), 'REF04-2', '7'],
    ['the first component where none is named', segment('REF', 'DP', '1', '', 'ZZ>7'), 'REF04', 'ZZ'],
    ['the first repeat', segment('SV1', 'A^B'), 'SV101', 'A'],
    ['nothing where the element is empty', segment('PO1', '', '24'), 'PO101', undefined],
    ['nothing behind the last element', segment('PO1', '1', '24'), 'PO103', undefined],
    ['nothing behind the last component', segment('REF', 'DP', '1', '', 'ZZ>7'), 'REF04-3', undefined],
    ['nothing of another segment', segment('PID', 'F'), 'PO101', undefined],
    ['nothing of N10 when N1 is asked for', segment('N10', 'A'), 'N101', undefined],
    ['nothing of N1 when N10 is asked for', segment('N1', 'A'), 'N1001', undefined],
  ])('gives %s', (_, of, designator, expected) => {
    expect(value(of, designator)).toBe(expected);
  });

  it.each(['', 'PO1', 'PO1[02]', 'po102', 'PO102-', 'PO1-02'])(
    '%j is no designator: a mistake of the program',
    (designator) => {
      expect(() => value(segment('PO1', '1'), designator)).toThrow(RangeError);
    },
  );
});
