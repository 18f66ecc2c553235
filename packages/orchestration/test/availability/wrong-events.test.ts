import {
  type AvailabilityEvent,
  AvailabilityPolicy,
  availabilityTransition,
  defaultAvailabilityPolicy,
} from '@dist/orchestration/availability';
import { describe, expect, it } from 'vitest';
import { promise } from '../../src/availability/promise.ts';
import { givenStock } from './given-stock.ts';
import { apart, nothing, patient, receipt, request, start, stock } from './sample-stock.ts';

const told = (more: object) => ({ ...stock(1, 10), ...more }) as AvailabilityEvent;
const far = '2150-12-31T23:59:59.999Z';

describe('a malformed event changes nothing and leaves a note, whatever it is', () => {
  const before = givenStock([stock(1, 10)]).state;

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'stock.reported'],
    ['a type that nobody knows', { ...stock(2, 9), type: 'toString' }],
    ['no quantity', told({ quantity: undefined })],
    ['a quantity that is a number', told({ quantity: 5 })],
    ['reflections that are a text', told({ reflects: 'abc' })],
    ['no allocations', { ...apart(1, {}), allocations: null }],
    ['an allocation that is none', { ...apart(1, {}), allocations: [null] }],
    ['a day that there is not', told({ at: '2026-02-30T00:00:00.000Z' })],
    ['a date that there is not', { ...receipt('R1', 1, 5, '2026-03-09'), on: '2026-02-30' }],
    ['a time of no clock', told({ at: '9999-12-31T23:59:59.999Z' })],
    ...['+5', '.5', '5.', '1e5'].map((value): [string, unknown] => [value, told({ quantity: { value, unit: 'C62' } })]),
  ])('%s', (_, event) => {
    const { state, notes } = availabilityTransition(before, event as AvailabilityEvent, patient);
    expect([state === before, notes.map(({ type }) => type)]).toEqual([true, ['invalid']]);
  });

  it('a hundred and thirty thousand allocations, more than a call takes arguments, are none', () => {
    const many = Object.fromEntries(Array.from({ length: 130_000 }, (_, index) => [`E-${index}`, 0]));
    expect(availabilityTransition(before, apart(1, many), patient).notes.map(({ type }) => type)).not.toContain(
      'invalid',
    );
  });
});

describe('an instant that is ahead of the clock', () => {
  it('is refused where the clock is told, so that no item lives on in another time', () => {
    const { state, notes } = availabilityTransition(nothing, told({ at: far }), patient, start);
    expect([state, notes[0]?.type]).toEqual([nothing, 'invalid']);
    expect(notes[0]?.message).toContain(`ahead of the clock, which shows ${start}`);
  });

  it('and an item that lives there already comes back, and sells again', () => {
    const lost = availabilityTransition(nothing, told({ at: far }), patient).state;
    expect(lost.now).toBe(far);
    const back = availabilityTransition(lost, stock(2, 10), patient, start);
    expect(back.notes.map(({ type }) => type)).toContain('clock');
    const sold = availabilityTransition(back.state, request('a', 4), patient, start);
    expect(sold.effects.map(({ body }) => body.type)).toContain('reservation.granted');
  });
});

describe('a purchase plan', () => {
  const dated = Array.from({ length: 20_000 }, (_, index) => {
    const on = new Date(Date.parse(start) + ((index * 7919) % 20_000) * 86_400_000).toISOString().slice(0, 10);
    return { on, change: index % 3 === 0 ? '-2' : '1' };
  });

  it('of twenty thousand dates is looked at once for each of them, and the least is what can be promised', () => {
    expect(promise({ base: '10', dated: dated.slice(0, 30) }, '2026-03-02')).toBe(slowly('10', dated.slice(0, 30)));
    const before = performance.now();
    expect(promise({ base: '10', dated }, '2026-03-02')).toMatch(/^-?\d+$/);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

/** Each date by itself. */
function slowly(base: string, changes: readonly { readonly on: string; readonly change: string }[]): string {
  const dates = ['2026-03-02', ...changes.map(({ on }) => on)];
  const left = dates.map((date) =>
    changes.reduce((sum, { on, change }) => (on <= date ? sum + Number(change) : sum), Number(base)),
  );
  return String(Math.min(...left));
}

describe('a policy of stock', () => {
  it.each([
    ['seconds', { rememberSeconds: 1e300 }, 'rememberSeconds'],
    [
      'days',
      { receipts: { ...defaultAvailabilityPolicy.receipts, dockToStockDays: 9e15 } },
      'receipts.dockToStockDays',
    ],
  ])('with %s of another unit is refused where it stands', (_, more, place) => {
    const found = AvailabilityPolicy.safeParse({ ...defaultAvailabilityPolicy, ...more }).error?.issues[0];
    expect(found?.path.join('.')).toBe(place);
  });
});
