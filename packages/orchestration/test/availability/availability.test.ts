import {
  type AvailabilityEvent,
  AvailabilityPolicy,
  defaultAvailabilityPolicy,
} from '@dist/orchestration/availability';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenStock } from './given-stock.ts';
import {
  apart,
  confirm,
  delta,
  patient,
  pieces,
  receipt,
  release,
  request,
  second,
  start,
  stock,
} from './sample-stock.ts';
import { seeded } from './seeded.ts';
import { someFacts } from './some-log.ts';

const tomorrow = '2026-03-03';
const cart = [stock(1, 10), request('a', 4)];
const sold = [...cart, confirm('a', 'E-1')];

describe('what can be promised', () => {
  it.each<readonly [string, readonly AvailabilityEvent[], string]>([
    ['nothing is known', [], '0'],
    ['ten lie there', [stock(1, 10)], '10'],
    ['a delta came before its snapshot', [delta(2, -3), stock(1, 10)], '7'],
    ['a snapshot holds the delta that comes late', [stock(2, 7), delta(1, -3)], '7'],
    ['an older snapshot comes late', [stock(2, 7), stock(1, 10)], '7'],
    ['one report says two things', [stock(1, 10), stock(1, 8), stock(1, 9)], '8'],
    [
      'R20 a source that the policy does not name says otherwise',
      [stock(1, 10), stock(1, 99, { source: 'shop' })],
      '10',
    ],
    ['a cart holds four', cart, '6'],
    ['the same cart asks again', [...cart, request('a', 4)], '6'],
    ['the cart was given back', [...cart, release('a')], '10'],
    ['the cart was given back down to one', [...cart, release('a', { remaining: pieces(1) })], '9'],
    ['a cart was given back before it was asked for', [stock(1, 10), release('a'), request('a', 4)], '10'],
    ['the time of the cart is over', [...cart, { key: 't', at: second(60), type: 'timer.fired', timer: 'x' }], '10'],
    [
      'its timer fires too early',
      [...cart, { key: 't', at: second(59), type: 'reservation.expired', reservation: 'a' }],
      '6',
    ],
    ['it is an order', [...sold, { key: 't', at: second(3600), type: 'timer.fired', timer: 'x' }], '6'],
    ['the warehouse has set the order apart', [...sold, apart(1, { 'E-1': 4 })], '6'],
    [
      'two sources tell of the order',
      [...sold, apart(1, { 'E-1': 4 }), apart(1, { 'E-1': 4 }, { source: 'erp' })],
      '6',
    ],
    ['the warehouse has set apart more than was sold', [...sold, apart(1, { 'E-1': 5 })], '5'],
    ['it has shipped, and the ERP does not know', [...sold, apart(1, { 'E-1': [0, 4] })], '6'],
    [
      'it has shipped, and the warehouse tells no more of it',
      [...sold, apart(1, { 'E-1': [0, 4] }), apart(2, {})],
      '6',
    ],
    [
      'the ERP has posted it',
      [...sold, stock(2, 6, { reflects: [{ externalReference: 'E-1', quantity: pieces(4) }] })],
      '6',
    ],
    [
      'the ERP has posted it, and the warehouse still shows it',
      [...sold, apart(1, { 'E-1': 4 }), stock(2, 6, { reflects: [{ externalReference: 'E-1', quantity: pieces(4) }] })],
      '6',
    ],
    [
      'the ERP has posted a part',
      [...sold, delta(2, -1, { reflects: [{ externalReference: 'E-1', quantity: pieces(1) }] })],
      '6',
    ],
    [
      'it was shipped short and closed',
      [
        ...sold,
        stock(2, 7, { reflects: [{ externalReference: 'E-1', quantity: pieces(3) }] }),
        apart(
          1,
          {},
          { allocations: [{ externalReference: 'E-1', quantity: pieces(0), shipped: pieces(3), closed: true }] },
        ),
      ],
      '7',
    ],
    ['an order of others is set apart', [stock(1, 10), apart(1, { other: 3 })], '7'],
    ['others have set apart without a name', [...sold, apart(1, {}, { allocations: [{ quantity: pieces(2) }] })], '4'],
    ['more is promised than lies there', [...sold, stock(2, 1)], '0'],
  ])('when %s', (_, events, expected) => {
    expect(givenStock(events).left().quantity).toEqual(pieces(expected));
  });

  it('says which numbers it used, how old they are and which is the oldest', () => {
    const policy = { ...patient, items: [{ safetyStock: '1', places: 0 }] };
    const { left } = givenStock([...sold, apart(1, { 'E-1': 3, other: 2 }, { asOf: second(-120) })], policy);
    const answer = left({ at: second(60) });
    expect(
      answer.numbers.map(({ name, quantity, source, ageSeconds }) => [name, quantity, source, ageSeconds]),
    ).toEqual([
      ['onHand', '10', 'erp', 60],
      ['safetyStock', '1', 'policy default-1', 5212860],
      ['reserved', '1', 'reservations', undefined],
      ['allocated', '5', 'wms', 180],
    ]);
    expect(answer).toMatchObject({ quantity: pieces(3), status: 'fresh', oldest: { source: 'wms' } });
  });

  it('comes out of the numbers that it says it used', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const answer = givenStock(someFacts(seeded(seed))).left({ on: '2026-03-20' });
        const sum = answer.numbers.reduce((left, { name, quantity }) => {
          return ['onHand', 'inbound'].includes(name) ? left + Number(quantity) : left - Number(quantity);
        }, 0);
        // Without a snapshot nothing is promised on what is expected.
        const isCounted = answer.numbers.some(({ name }) => name === 'onHand');
        expect(answer.quantity.value).toBe(String(isCounted ? Math.max(0, sum) : 0));
      }),
      { numRuns: 50 },
    );
  });

  it('R03 is the same whatever the order of the reports, repetitions included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const random = seeded(seed);
        const facts = someFacts(random);
        const again = [...facts, ...facts.slice(2)].sort(() => random() - 0.5);
        for (const on of ['2026-03-02', tomorrow, '2026-03-04', '2026-03-20'])
          expect(givenStock(again).left({ on }).quantity).toEqual(givenStock(facts).left({ on }).quantity);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a day to come', () => {
  const expected = [stock(1, 5), receipt('P-1', 1, 10, tomorrow)];
  it.each<readonly [string, readonly AvailabilityEvent[], string, string]>([
    ['goods count from the day after they come', expected, tomorrow, '5'],
    ['then they can be sold', expected, '2026-03-04', '15'],
    [
      'what is sold for later is not given away now',
      [...expected, request('a', 12, { on: '2026-03-04' })],
      '2026-03-02',
      '3',
    ],
    ['goods that are called off are not expected', [...expected, receipt('P-1', 2, 0, tomorrow)], '2026-03-04', '5'],
    [
      'goods that have come are not expected',
      [...expected, stock(2, 15, { received: [{ receipt: 'P-1', quantity: pieces(10) }] })],
      '2026-03-04',
      '15',
    ],
    [
      'goods that are late are not counted on',
      [...expected, stock(2, 5, { at: '2026-03-04T00:00:00.000Z' })],
      '2026-03-09',
      '5',
    ],
  ])('%s', (_, events, on, left) => {
    expect(givenStock(events).left({ on }).quantity.value).toBe(left);
  });

  it('looks again when the day begins', () => {
    expect(givenStock(expected).last.timers).toContainEqual({
      timer: 'day/2026-03-03',
      due: '2026-03-03T00:00:00.000Z',
    });
  });
});

describe('old numbers', () => {
  const policyOf = (whenOlder: 'block' | 'useWithBuffer' | 'use') => ({
    ...patient,
    onHand: { ...patient.onHand, limit: { seconds: 60, whenOlder, bufferPercent: '25' } },
  });
  it.each([
    ['fresh numbers are used', 'block', 59, 'fresh', 'use', '10'],
    ['old ones block', 'block', 60, 'stale', 'block', '0'],
    ['old ones are used less a buffer, rounded up', 'useWithBuffer', 60, 'stale', 'useWithBuffer', '7'],
    ['old ones are used', 'use', 60, 'stale', 'use', '10'],
  ] as const)('%s', (_, whenOlder, age, status, handling, left) => {
    const answer = givenStock([stock(1, 10)], policyOf(whenOlder)).left({ at: second(age) });
    expect(answer).toMatchObject({ status, handling, quantity: pieces(left) });
  });

  it('say what to do', () => {
    const { stale } = givenStock([stock(1, 10)], policyOf('block')).left({ at: second(90) });
    const advice =
      'erp, number on hand: 90 s old, and less than 60 s is allowed; ask for a complete report, nothing is promised on it until then';
    expect(stale).toEqual([{ number: 'onHand', source: 'erp', why: 'old', handling: 'block', advice }]);
  });

  it('take stock from a channel when their timer fires, and give it back with the next report', () => {
    const policy = policyOf('block');
    const { effects, last } = givenStock([stock(1, 10)], policy);
    expect(last.timers).toEqual([{ timer: 'stale/WH1/onHand/erp', due: second(60) }]);
    const fired = { key: 't', at: second(60), type: 'timer.fired', timer: 'stale/WH1/onHand/erp' } as const;
    const later = stock(2, 10, { at: second(61), asOf: second(61) });
    const told = givenStock([stock(1, 10), fired, later], policy).effects;
    expect(effects).toHaveLength(1);
    expect(told.map((body) => body.type === 'channel.quantity' && body.quantity.value)).toEqual(['10', '0', '10']);
  });

  it.each<readonly [string, AvailabilityPolicy, readonly AvailabilityEvent[], string]>([
    [
      'a warehouse has never reported',
      { ...patient, allocations: { ...defaultAvailabilityPolicy.allocations } },
      [stock(1, 10)],
      'missing',
    ],
    ['nobody has counted', patient, [apart(1, {})], 'missing'],
    [
      'a report is missing',
      { ...patient, onHand: { ...patient.onHand, numbered: 'contiguous' } },
      [stock(1, 10), delta(3, 2)],
      'gap',
    ],
    [
      'there are too many deltas',
      { ...patient, onHand: { ...patient.onHand, maximumDeltas: 0 } },
      [stock(1, 10), delta(2, 2)],
      'deltas',
    ],
  ])('so does a number that is not whole: %s', (_, policy, events, why) => {
    expect(givenStock(events, policy).left()).toMatchObject({ status: 'stale', stale: [{ why }] });
  });

  it('count behind a missing report only what takes away', () => {
    const policy = { ...patient, onHand: { ...patient.onHand, numbered: 'contiguous' } } as const;
    expect(givenStock([stock(1, 10), delta(3, 5), delta(4, -2)], policy).left().quantity.value).toBe('8');
  });

  it('refuse a reservation, and say why', () => {
    const asked = request('a', 1, { at: second(61) });
    const { effects } = givenStock([stock(1, 10), asked], policyOf('block'));
    expect(effects).toContainEqual(expect.objectContaining({ type: 'reservation.refused', reason: 'stale' }));
  });
});

describe('a policy', () => {
  it('is JSON that a schema checks', () => {
    expect(AvailabilityPolicy.parse(JSON.parse(JSON.stringify(defaultAvailabilityPolicy)))).toEqual(
      defaultAvailabilityPolicy,
    );
    const [channel] = Object.values(defaultAvailabilityPolicy.channels);
    const wrong = { ...defaultAvailabilityPolicy, channels: { shop: { ...channel, share: '101' } } };
    expect(AvailabilityPolicy.safeParse(wrong).success).toBe(false);
  });
});

describe('a malformed event', () => {
  it.each<readonly [string, AvailabilityEvent]>([
    ['another unit', request('a', 1, { quantity: { value: '1', unit: 'XCS' } })],
    ['no decimal', request('a', 'two')],
    ['nothing', request('a', 0)],
    ['less than nothing', request('a', -1)],
    ['no instant', request('a', 1, { at: '2026-03-02' })],
    ['no calendar date', request('a', 1, { on: '03/02/2026' })],
    ['no number of a report', stock(1.5, 1)],
    ['no name', confirm('a', '')],
    ['shipped less than nothing', apart(1, { 'E-1': [1, -1] })],
  ])('with %s changes nothing and leaves a note', (_, event) => {
    const { state, last } = givenStock([stock(1, 10), event]);
    expect(last.notes.map(({ type }) => type)).toEqual(['invalid']);
    expect(state).toEqual(givenStock([stock(1, 10)]).state);
    const isAsked = event.type === 'reservation.requested';
    expect(last.effects.map(({ body }) => body.type === 'reservation.refused' && body.reason)).toEqual(
      isAsked ? ['invalid'] : [],
    );
  });

  it('cannot be told by a name of the language', () => {
    const { left, state } = givenStock([stock(1, 10), request('__proto__', 3), confirm('__proto__', 'constructor')]);
    expect(left().quantity.value).toBe('7');
    expect(Object.keys(state.reservations)).toEqual(['__proto__']);
  });
});

describe('what is settled', () => {
  const week = 604_800;
  const at = second(week + 3601);
  const posted = stock(2, 6, { reflects: [{ externalReference: 'E-1', quantity: pieces(4) }] });
  it('is forgotten with all that is known of it', () => {
    const { state, left } = givenStock([...sold, apart(1, { 'E-1': [0, 4] }), posted, stock(3, 6, { at, asOf: at })]);
    expect(state.reservations).toEqual({});
    expect(state.locations['WH1']?.stock['erp']?.reflected).toEqual({});
    expect(state.locations['WH1']?.allocations['wms']?.rows).toEqual({});
    expect(left().quantity.value).toBe('6');
  });

  it('is kept while its warehouse tells of it, and while it is open', () => {
    const told = apart(2, { 'E-1': [0, 4] }, { at, asOf: at });
    expect(givenStock([...sold, apart(1, { 'E-1': [0, 4] }), posted, told]).left().quantity.value).toBe('6');
    expect(givenStock([...sold, stock(2, 10, { at, asOf: at })]).left().quantity.value).toBe('6');
  });

  it('starts at nothing', () => {
    expect(givenStock([]).state).toMatchObject({ item: 'AX-100', unit: 'C62', now: '' });
    expect(start < second(1)).toBe(true);
  });
});
