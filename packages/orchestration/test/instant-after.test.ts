import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantAfter } from '../src/policy/instant-after.ts';
import { instantAt } from '../src/policy/instant-at.ts';

const two = fc.integer({ min: 0, max: 61 }).map((number) => String(number).padStart(2, '0'));
const year = fc.constantFrom('0000', '1969', '1970', '2024', '2026', '9999', '026', '12026');
const text = fc
  .tuple(year, two, two, two, two, two, fc.constantFrom('.000Z', '.999Z', 'Z', '.000+01:00', ''))
  .map(([y, month, day, hour, minute, second, rest]) => `${y}-${month}-${day}T${hour}:${minute}:${second}${rest}`);
const plain = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2199-12-31') });
const hours = fc.integer({ min: -1e6, max: 1e6 }).map((number) => number * 3_600_000);

it('an instant after another is that of its milliseconds, however it is written and however far it is', () => {
  const at = fc.oneof(
    text,
    plain.map((date) => date.toISOString()),
    fc.constant('2026-02-31T08:00:00.000Z'),
  );
  fc.assert(
    fc.property(at, fc.oneof(hours, fc.integer(), fc.double()), (from, milliseconds) => {
      expect(instantAfter(from, milliseconds)).toBe(instantAt(Date.parse(from) + milliseconds));
    }),
    { numRuns: 2000 },
  );
});
