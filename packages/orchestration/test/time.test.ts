import { defaultPolicy, dueAt, loadId, type OrderEvent, obligations, type Policy, timers } from '@dist/orchestration';
import { given, type Story, type StoryEvent } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { accepted, acknowledged, captured, done, enriched, invoice, shipment } from './sample.ts';

const booked = () => given([captured(), enriched(), accepted()]);
const shipped = () =>
  booked().when(done('order-1/855'), { ...shipment('S1', [['1', '24']]), at: '2026-03-03T10:00:00.000Z' });
const fired = (timer: string, at: string) => ({ type: 'timer.fired', timer, at }) as const;
const breaches = (story: Story) =>
  story.notes.filter((note) => note.type === 'sla.breached').map((note) => note.message);

describe('R26 gotcha 40 deadlines', () => {
  it.each<[string, Story, Record<string, string>]>([
    [
      'an 855 is due from the receipt, not from the parsing',
      given([
        { ...captured(undefined, { at: '2026-03-02T10:30:00.000Z' }), receivedAt: '2026-03-02T08:00:00.000Z' } as never,
      ]),
      { '855': '2026-03-03T08:00:00.000Z' },
    ],
    [
      'a sent 855 is due no more; its 997 is',
      booked().when({ ...done('order-1/855'), at: '2026-03-02T09:00:00.000Z' }),
      { '997/order-1/855': '2026-03-03T09:00:00.000Z' },
    ],
    [
      'an 856 is due from the shipment',
      shipped(),
      { '856/S1': '2026-03-03T11:00:00.000Z', '997/order-1/855': '2026-03-03T08:03:00.000Z' },
    ],
    [
      'an 810 is due from its posting, though it waits for the shipment',
      booked().when(done('order-1/855'), acknowledged('order-1/855'), invoice('I1', [['1', '1']])),
      { '810/I1': '2026-03-03T08:05:00.000Z' },
    ],
    ['a shop owes no document in time', given([captured({ ...shopOrder() })]), {}],
    ['a cancelled order owes no 855', given([captured(), { type: 'cancel.requested', cancel: 'c', reason: 'r' }]), {}],
    ['an abandoned order owes nothing', booked().when({ type: 'operator.abandoned', by: 'p', reason: 'r' }), {}],
  ])('%s', (_, story, expected) => {
    expect(story.state.timers).toEqual(expected);
    expect(Object.fromEntries(timers(story.state).map(({ timer, due }) => [timer, due]))).toEqual(expected);
  });

  it.each<[string, () => Story, readonly string[]]>([
    ['a timer that fires in time is no breach', () => shipped().when(fired('856/S1', '2026-03-03T10:59:59.000Z')), []],
    [
      'a timer that fires after it is',
      () => shipped().when(fired('856/S1', '2026-03-03T11:00:00.000Z')),
      ['856/S1 is overdue: due 2026-03-03T11:00:00.000Z'],
    ],
    [
      'a timer of what was sent says nothing',
      () => shipped().when(done('order-1/856/S1')).when(fired('856/S1', '2026-03-03T12:00:00.000Z')),
      [],
    ],
    ['a timer nobody knows says nothing', () => shipped().when(fired('856/S9', '2026-03-03T12:00:00.000Z')), []],
    [
      'sent late without a timer is a breach',
      () => shipped().when({ ...done('order-1/856/S1'), at: '2026-03-03T11:30:00.000Z' }),
      ['856/S1 was met late: due 2026-03-03T11:00:00.000Z'],
    ],
    [
      'a 997 that never comes is a breach',
      () => shipped().when(fired('997/order-1/855', '2026-03-03T09:00:00.000Z')),
      ['997/order-1/855 is overdue: due 2026-03-03T08:03:00.000Z'],
    ],
  ])('%s', (_, story, expected) => expect(breaches(story())).toEqual(expected));

  it('a breach is seen once, and its timer runs no more', () => {
    const story = shipped().when(fired('856/S1', '2026-03-03T12:00:00.000Z'));
    expect(story.when({ ...fired('856/S1', '2026-03-03T13:00:00.000Z'), key: 'other' }).state).toBe(story.state);
    expect(story.explanation).toContain('missed: 856/S1');
    expect(story.state.breaches).toEqual({ '856/S1': '2026-03-03T12:00:00.000Z' });
  });

  it('R13 a rejection opens the obligation again with its first due time, and records the breach', () => {
    const sent = shipped().when({ ...done('order-1/856/S1'), at: '2026-03-03T10:30:00.000Z' });
    expect(sent.state.breaches).toEqual({});
    const rejected = sent.when({ ...acknowledged('order-1/856/S1', 'rejected'), at: '2026-03-03T12:00:00.000Z' });
    expect(rejected.state.timers).toMatchObject({ '856/S1': '2026-03-03T11:00:00.000Z' });
    expect(breaches(rejected)).toEqual(['856/S1 is owed again after its time: due 2026-03-03T11:00:00.000Z']);
  });

  it.each<[string, Policy['sla']['855'], string, string]>([
    [
      '24 elapsed hours run through the night in which clocks go forward',
      { startsAt: 'received', hours: 24 },
      '2026-03-07T10:00:00-05:00',
      '2026-03-08T11:00:00-04:00',
    ],
    [
      'a business day skips the weekend of the zone',
      { startsAt: 'shipped', businessDays: { days: 1, zone: 'America/Los_Angeles' } },
      '2026-01-17T02:30:00Z',
      '2026-01-19T18:30:00-08:00',
    ],
    [
      'and a holiday',
      { startsAt: 'shipped', businessDays: { days: 1, zone: 'America/Los_Angeles', holidays: ['2026-01-19'] } },
      '2026-01-17T02:30:00Z',
      '2026-01-20T18:30:00-08:00',
    ],
    [
      'a business day over the change of clocks is at the same time of day',
      { startsAt: 'shipped', businessDays: { days: 1, zone: 'America/New_York' } },
      '2026-03-06T10:00:00-05:00',
      '2026-03-09T10:00:00-04:00',
    ],
    [
      'started on a Sunday with none to wait for, it is due on Monday',
      { startsAt: 'shipped', businessDays: { days: 0, zone: 'Europe/Berlin' } },
      '2026-03-01T09:00:00+01:00',
      '2026-03-02T09:00:00+01:00',
    ],
  ])('%s', (_, rule, start, due) => {
    if (rule === undefined) throw new Error('no rule');
    expect(dueAt(rule, start)).toBe(new Date(due).toISOString());
  });

  describe('the clock that the policy says', () => {
    const booked = (sla: Policy['sla']) =>
      given([captured(), enriched(), accepted()], { policy: { ...defaultPolicy, sla } });
    const reported = { ...shipment('S1', [['1', '24']]), at: '2026-03-03T10:00:00.000Z' };
    const left = { ...reported, departedAt: '2026-03-03T06:30:00.000Z' } as StoryEvent;

    it('starts an 856 at the departure where the shipment tells it, at the report where it does not', () => {
      const policy = { '856': { startsAt: 'departed', hours: 1 } } as const;
      expect(booked(policy).when(left).state.timers).toEqual({ '856/S1': '2026-03-03T07:30:00.000Z' });
      expect(booked(policy).when(reported).state.timers).toEqual({ '856/S1': '2026-03-03T11:00:00.000Z' });
      const shipped = { '856': { startsAt: 'shipped', hours: 1 } } as const;
      expect(booked(shipped).when(left).state.timers).toEqual({ '856/S1': '2026-03-03T11:00:00.000Z' });
    });

    it.each<['shipped' | 'departed' | 'invoicePosted', string]>([
      ['shipped', '2026-03-04T10:00:00.000Z'],
      ['departed', '2026-03-04T06:30:00.000Z'],
      ['invoicePosted', '2026-03-04T12:00:00.000Z'],
    ])('starts an 810 where it is %s', (startsAt, due) => {
      const posted = { ...invoice('I1', [['1', '24']]), at: '2026-03-03T12:00:00.000Z' };
      const again = { ...shipment('S2', [['1', '1']]), at: '2026-03-05T10:00:00.000Z' };
      const story = booked({ '810': { startsAt, hours: 24 } }).when(left, posted, again);
      expect(story.state.timers).toEqual({ '810/I1': due });
    });

    it('counts an 856 back from the day of arrival as the calendar has it, also west of Greenwich', () => {
      const posted = shipment('S1', [['1', '24']]) as Extract<StoryEvent, { type: 'shipment.posted' }>;
      const arrives = { ...posted, shipment: { ...posted.shipment, deliveryExpectedOn: '2026-03-10' } };
      const businessDays = { days: -1, zone: 'America/Chicago' };
      const policy: Policy = { ...defaultPolicy, sla: { '856': { startsAt: 'beforeArrival', businessDays } } };
      const story = given([captured(), enriched(), accepted(), arrives], { policy });
      expect(story.state.timers).toEqual({ '856/S1': '2026-03-09T05:00:00.000Z' });
    });

    it('counts an 856 of a load back from the first arrival', () => {
      const { shipment: content } = shipment('S1', [['1', '24']]) as Extract<OrderEvent, { type: 'shipment.posted' }>;
      const load = { partner: 'northfield', load: 'L7' };
      const joined = (order: string, deliveryExpectedOn: string): StoryEvent => ({
        type: 'load.joined',
        ...load,
        order,
        shipment: { ...content, deliveryExpectedOn },
      });
      const closed: StoryEvent = { type: 'load.closed', ...load, closedAt: '2026-03-03T18:00:00.000Z', orders: 3 };
      const due = (startsAt: 'beforeArrival' | 'departed', hours: number) =>
        given([joined('a', '2026-03-07'), joined('b', '2026-03-06'), closed], {
          id: loadId('northfield', 'L7'),
          policy: { ...defaultPolicy, sla: { '856': { startsAt, hours } } },
        }).state.timers;
      expect(due('beforeArrival', -24)).toEqual({ '856': '2026-03-05T00:00:00.000Z' });
      expect(due('departed', 1)).toEqual({ '856': '2026-03-03T19:00:00.000Z' });
    });
  });

  describe('a breach', () => {
    const sla = { '856': { startsAt: 'shipped', hours: 1, owner: 'shipping desk', breachCost: '250' } } as const;
    const policy: Policy = { ...defaultPolicy, sla: { ...defaultPolicy.sla, ...sla } };
    const missed = given([captured(), enriched(), accepted(), done('order-1/855')], { policy }).when(
      { ...shipment('S1', [['1', '24']]), at: '2026-03-03T10:00:00.000Z' },
      fired('856/S1', '2026-03-03T11:00:00.000Z'),
      fired('997/order-1/855', '2026-03-04T11:00:00.000Z'),
    );

    it('says whose it is and what it costs, where it is told, explained and listed', () => {
      expect(breaches(missed)).toEqual([
        '856/S1 is overdue: due 2026-03-03T11:00:00.000Z, shipping desk, 250 USD',
        '997/order-1/855 is overdue: due 2026-03-03T08:03:00.000Z',
      ]);
      expect(missed.notes.find(({ type }) => type === 'sla.breached')?.data).toMatchObject({
        owner: 'shipping desk',
        breachCost: '250',
        currency: 'USD',
      });
      expect(missed.explanation).toContain('missed: 856/S1 (shipping desk, 250 USD), 997/order-1/855.');
      const notice = obligations(missed.state, policy).find(({ key }) => key === 'order-1/856/S1');
      expect(notice?.deadline).toEqual({
        timer: '856/S1',
        due: '2026-03-03T11:00:00.000Z',
        missedAt: '2026-03-03T11:00:00.000Z',
        owner: 'shipping desk',
        breachCost: '250',
      });
    });

    it('is the integration team’s where the policy says no owner, and each partner’s policy says its own', () => {
      const [, late] = missed.notes.filter(({ type }) => type === 'sla.breached');
      expect(late?.data).toEqual({ timer: '997/order-1/855', due: '2026-03-03T08:03:00.000Z', owner: 'integration' });
      const theirs = { '856': { owner: 'northfield desk' } };
      const overridden: Policy = {
        ...defaultPolicy,
        overrides: [{ when: { partner: 'northfield' }, policy: { sla: theirs } }],
      };
      const story = given([captured(), enriched(), accepted(), shipment('S1', [['1', '24']])], { policy: overridden });
      const notice = obligations(story.state, overridden).find(({ key }) => key === 'order-1/856/S1');
      expect(notice?.deadline?.owner).toBe('northfield desk');
    });

    it('is owed by the document in the place of the one that was rejected', () => {
      const replayed: StoryEvent = { type: 'operator.replayed', effect: 'order-1/856/S1', by: 'p', reason: 'r' };
      const story = missed.when(done('order-1/856/S1'), acknowledged('order-1/856/S1', 'rejected'), replayed);
      const owed = obligations(story.state, policy).filter(({ deadline }) => deadline?.timer === '856/S1');
      expect(owed.map(({ key }) => key)).toEqual(['order-1/856/S1#2']);
    });
  });

  it('all timers of a policy without times are none', () => {
    const policy: Policy = { ...defaultPolicy, sla: {} };
    expect(given([captured(), enriched(), accepted(), shipment('S1', [['1', '1']])], { policy }).state.timers).toEqual(
      {},
    );
  });
});

function shopOrder() {
  const { order } = captured() as Extract<ReturnType<typeof captured>, { type: 'order.captured' }>;
  return { ...order, channel: 'shop' as const };
}
