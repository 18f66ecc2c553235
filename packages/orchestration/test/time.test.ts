import { defaultPolicy, dueAt, type Policy, timers } from '@dist/orchestration';
import { given, type Story } from '@dist/orchestration/testing';
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
