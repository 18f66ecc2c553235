import { deductions, defaultPolicy, dueAt, loadId, type OrderEvent, Policy, upcast } from '@dist/orchestration';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, captured, enriched, failed, order, shipment } from './sample.ts';

const start = [captured(), enriched(), accepted()];
const base = { key: 'k', at: '2026-03-02T08:00:00.000Z', v: 2 };
const act = { by: 'ada', reason: 'agreed by telephone' };

/** Where a stored event is wrong. */
function placeOf(stored: unknown): string {
  const read = upcast(stored);
  return 'code' in read ? `${read.code} ${read.path.join('.')}` : 'read';
}

/** Where a policy is wrong, and what is said of it. */
function faultOf(change: (policy: Policy) => object): readonly [string, string] {
  const copy = JSON.parse(JSON.stringify(defaultPolicy));
  const found = Policy.safeParse({ ...copy, ...change(copy) }).error?.issues[0];
  return [found?.path.join('.') ?? '', found?.message ?? ''];
}

function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level++) value = { a: value };
  return value;
}

describe('a stored event that nobody wrote is an issue with a position, and nothing is thrown', () => {
  const abandoned = { ...base, type: 'operator.abandoned', ...act };
  const correction = (event: unknown) => ({ ...base, type: 'operator.corrected', event, ...act });
  const cyclic: Record<string, unknown> = { ...abandoned };
  cyclic['reason'] = cyclic;

  it.each<[string, unknown, string]>([
    ['a type that is no text', { type: { toString: 1 }, v: 2 }, 'event-type-unknown type'],
    ['a version that is no number', { ...abandoned, v: nested(3) }, 'event-version-unknown v'],
    ['a field of a hundred thousand levels', { ...abandoned, reason: nested(100_000) }, 'event-wrong '],
    ['a field that holds itself', cyclic, 'event-wrong '],
    ['a number that JSON does not have', { ...abandoned, reason: 1n }, 'event-wrong reason'],
    ['a correction of a correction', correction(correction({ ...abandoned })), 'event-wrong event.type'],
    ['a correction by what is no event', correction({ ...base, type: 'toString' }), 'event-wrong event.type'],
    [
      'a correction with a wrong field',
      correction({ ...base, type: 'cancel.requested', cancel: 'c' }),
      'event-wrong event.reason',
    ],
  ])('%s', (_, stored, place) => {
    expect(placeOf(stored)).toBe(place);
  });

  it('however deep corrections are put into each other', () => {
    let event: unknown = abandoned;
    for (let level = 0; level < 1000; level++) event = correction(event);
    const before = performance.now();
    expect(placeOf(event)).toBe('event-wrong ');
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('a correction of a fact is read', () => {
    expect(placeOf(correction({ ...base, type: 'cancel.requested', cancel: 'c', reason: 'r' }))).toBe('read');
  });
});

describe('an instant', () => {
  const load = { partner: 'northfield', load: 'L1' };

  it.each<[string, object, string]>([
    [
      'of no time that we live in',
      { type: 'operator.abandoned', ...act, at: '9999-12-31T00:00:00.000Z' },
      'event-wrong at',
    ],
    [
      'before there were computers',
      { type: 'operator.abandoned', ...act, at: '1969-12-31T23:59:59.999Z' },
      'event-wrong at',
    ],
    [
      'of an order',
      { type: 'order.captured', partner: 'p', order: order(), receivedAt: '2200-01-01T00:00:00Z' },
      'event-wrong receivedAt',
    ],
    ['in words', { type: 'load.closed', ...load, closedAt: 'yesterday' }, 'event-wrong closedAt'],
    ['in the zone of a yard', { type: 'load.closed', ...load, closedAt: '2026-03-02T08:00:00-06:00' }, 'read'],
  ])('is checked where an event is read: %s', (_, event, place) => {
    expect(placeOf({ ...base, ...event })).toBe(place);
  });

  it('that cannot be read makes no step fail, and no deadline that fires at once', () => {
    const story = given([{ type: 'load.closed', ...load, closedAt: 'yesterday' }], {
      id: loadId(load.partner, load.load),
    });
    for (const due of Object.values(story.state.timers)) expect(due).toBe('9999-12-31T23:59:59.999Z');
    for (const rule of [{ hours: 24 }, { businessDays: { days: 1, zone: 'UTC' } }])
      expect(dueAt({ startsAt: 'shipped', ...rule }, 'yesterday')).toBe('9999-12-31T23:59:59.999Z');
  });

  it('beyond the last year that is written in four digits is that, since instants are compared as text', () => {
    const at = '9999-12-31T20:00:00.000Z';
    expect(dueAt({ startsAt: 'received', hours: 24 }, at)).toBe('9999-12-31T23:59:59.999Z');
    expect(dueAt({ startsAt: 'beforeArrival', hours: -48 }, '0000-01-01T00:00:00.000Z')).toBe(
      '0000-01-01T00:00:00.000Z',
    );
  });
});

describe('a wait that the other side asks for', () => {
  const throttled = (retryAfterSeconds: number): StoryEvent => {
    const event = failed('order-1/855', 'transport') as Extract<OrderEvent, { type: 'effect.failed' }>;
    return { ...event, at: '2026-03-02T09:00:00.000Z', failure: { ...event.failure, retryAfterSeconds } };
  };

  it.each([
    [600, '2026-03-02T09:10:00.000Z'],
    [1e300, '2026-03-03T09:00:00.000Z'],
    [1e9, '2026-03-03T09:00:00.000Z'],
    [Number.POSITIVE_INFINITY, '2026-03-03T09:00:00.000Z'],
  ])('of %d seconds is a day at most, so that the effect can settle', (seconds, notBefore) => {
    const retried = given(start)
      .when(throttled(seconds))
      .effects.find(({ key }) => key === 'order-1/855');
    expect([retried?.attempt, retried?.notBefore]).toEqual([2, notBefore]);
  });

  it('that is no number is none', () => {
    const [first] = given(start).when(throttled(0)).effects;
    expect(given(start).when(throttled(Number.NaN)).effects[0]).toEqual(first);
  });
});

describe('a number of a policy that was meant in another unit is refused where it stands, with advice', () => {
  const tenYears = 'ten years';

  it.each<[string, (policy: Policy) => object, string, string]>([
    [
      'hours of a deadline',
      () => ({ sla: { '855': { startsAt: 'received', hours: 1e15 } } }),
      'sla.855.hours',
      tenYears,
    ],
    [
      'business days of a deadline',
      () => ({ sla: { '855': { startsAt: 'received', businessDays: { days: 30_000_000, zone: 'UTC' } } } }),
      'sla.855.businessDays.days',
      tenYears,
    ],
    [
      'a back-off',
      ({ retry }) => ({ retry: { ...retry, backoffSeconds: [1e300] } }),
      'retry.backoffSeconds.0',
      'a year',
    ],
    [
      'a look-up',
      ({ retry }) => ({ retry: { ...retry, lookUpAfterSeconds: 1e300 } }),
      'retry.lookUpAfterSeconds',
      'a year',
    ],
    ['a change order', () => ({ changes: { waitHours: 1e300 } }), 'changes.waitHours', tenYears],
    [
      'days of a dispute',
      ({ money }) => ({ money: { ...money, deductions: { owner: 'finance', disputeDays: 9e15 } } }),
      'money.deductions.disputeDays',
      tenYears,
    ],
  ])('%s', (_, change, place, advice) => {
    const [path, message] = faultOf(change);
    expect([path, message]).toEqual([place, expect.stringContaining(advice)]);
  });

  it('and a calendar that an object has by birth is none', () => {
    const lanes = [{ lane: 'erp:erp', hours: [{ calendar: 'toString', concurrency: 1 }] }];
    const [path] = faultOf(({ work }) => ({ work: { ...work, lanes } }));
    expect(path).toBe('work.lanes.0.hours.0.calendar');
  });

  it('and a field called __proto__ is one that no policy has', () => {
    const patch = JSON.parse('{"__proto__":{"retry":{"maximumAttempts":1}}}');
    const [path, message] = faultOf(() => ({ overrides: [{ when: {}, policy: patch }] }));
    expect([path, message]).toEqual(['overrides.0.policy.__proto__', 'is no field of a policy']);
  });

  it('and no deduction is disputed after the last of years', () => {
    const kept = [{ reason: 'x', amount: '1' }];
    const advised: StoryEvent = { type: 'payment.advised', payment: 'P', invoice: 'I', amount: '1', deductions: kept };
    const money = { ...defaultPolicy.money, deductions: { owner: 'finance', disputeDays: 9e15 } };
    const story = given([...start, shipment('S1', [['1', '24']]), advised]);
    expect(deductions(story.state, { ...defaultPolicy, money })[0]?.disputeBy).toBe('9999-12-31');
  });
});
