import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ControlNumbers } from '../src/envelope/control-numbers.ts';

describe('ControlNumbers', () => {
  it('law: says of every number whether it came before, as a set of texts does', () => {
    const numbers = fc.oneof(
      fc.integer({ min: 0, max: 40 }).map(String),
      fc.integer({ min: 0, max: 40 }).map((value) => String(value).padStart(4, '0')),
      fc.constantFrom('', 'A1', '1A', '000000000000000001', 'é'),
    );
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 200 }), (texts) => {
        const known = new ControlNumbers();
        const came = new Set<string>();
        for (const text of texts) {
          expect(known.add(text), text).toBe(!came.has(text));
          came.add(text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps thousands of numbers apart that come in no order', () => {
    const known = new ControlNumbers();
    const numbers = Array.from({ length: 5000 }, (_, index) => String((index * 7919) % 10_007));
    expect(numbers.every((text) => known.add(text))).toBe(true);
    expect(numbers.some((text) => known.add(text))).toBe(false);
  });
});
