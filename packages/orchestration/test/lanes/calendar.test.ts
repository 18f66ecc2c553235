import { Calendar, dueAt, type SlaRule } from '@dist/orchestration';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const chicago = {
  zone: 'America/Chicago',
  holidays: ['2026-11-26'],
  halfDays: [{ date: '2026-11-27', until: '12:00' }],
};
const cutOff = { ...chicago, cutOff: '15:00', opens: '08:00' };
const inDays = (days: number, calendar: Calendar): SlaRule => ({
  startsAt: 'received',
  businessDays: { days, ...calendar },
});

describe('R26 a deadline by a business calendar', () => {
  it.each<[string, SlaRule, string, string]>([
    ['before the cut-off counts as that day’s', inDays(1, cutOff), '2026-11-23T14:59-06:00', '2026-11-24T14:59-06:00'],
    ['at the cut-off too', inDays(1, cutOff), '2026-11-23T15:00-06:00', '2026-11-24T15:00-06:00'],
    [
      'after 15:00 counts as the next business day’s',
      inDays(1, cutOff),
      '2026-11-23T15:01-06:00',
      '2026-11-25T08:00-06:00',
    ],
    ['and that is after the holiday', inDays(0, cutOff), '2026-11-25T15:01-06:00', '2026-11-27T08:00-06:00'],
    ['on a Saturday it counts as Monday’s', inDays(0, cutOff), '2026-11-28T10:00-06:00', '2026-11-30T08:00-06:00'],
    [
      'before the opening it counts from the opening',
      inDays(0, cutOff),
      '2026-11-23T05:00-06:00',
      '2026-11-23T08:00-06:00',
    ],
    [
      'due on a half day means before that ends',
      inDays(1, chicago),
      '2026-11-25T14:00-06:00',
      '2026-11-27T12:00-06:00',
    ],
    [
      'after the end of a half day counts as the next day’s',
      inDays(0, chicago),
      '2026-11-27T13:00-06:00',
      '2026-11-30T00:00-06:00',
    ],
    [
      'a week of six days has its Saturday',
      inDays(1, { zone: 'America/Chicago', weekdays: [1, 2, 3, 4, 5, 6] }),
      '2026-11-27T09:00-06:00',
      '2026-11-28T09:00-06:00',
    ],
    ['after departure', { startsAt: 'departed', hours: 1 }, '2026-11-23T09:00-06:00', '2026-11-23T10:00-06:00'],
    ['four hours before arrival', { startsAt: 'beforeArrival', hours: -4 }, '2026-11-23T09:00Z', '2026-11-23T05:00Z'],
    [
      'a business day before an arrival on Friday after the holiday',
      { startsAt: 'beforeArrival', businessDays: { days: -1, ...chicago } },
      '2026-11-27T09:00-06:00',
      '2026-11-25T09:00-06:00',
    ],
    [
      'no day before an arrival on Sunday is the Friday before, and its half day',
      { startsAt: 'beforeArrival', businessDays: { days: 0, ...chicago } },
      '2026-11-29T18:00-06:00',
      '2026-11-27T12:00-06:00',
    ],
    [
      'a time that the clocks leave out is the one after the jump',
      inDays(1, { zone: 'America/New_York', weekdays: [6, 7] }),
      '2026-03-07T02:30-05:00',
      '2026-03-08T03:30-04:00',
    ],
    [
      'a time that the clocks show twice is the first one',
      inDays(1, { zone: 'America/New_York', weekdays: [6, 7] }),
      '2026-10-31T01:30-04:00',
      '2026-11-01T01:30-04:00',
    ],
    [
      'business days backwards over the change of clocks keep the time of day',
      { startsAt: 'beforeArrival', businessDays: { days: -1, zone: 'America/New_York' } },
      '2026-03-09T10:00-04:00',
      '2026-03-06T10:00-05:00',
    ],
  ])('%s', (_, rule, start, due) => {
    expect(dueAt(rule, new Date(start).toISOString())).toBe(new Date(due).toISOString());
  });

  it.each([
    ['America/Chicago', '2026-03-09T05:00:00.000Z'],
    ['UTC', '2026-03-09T00:00:00.000Z'],
    ['Asia/Tokyo', '2026-03-08T15:00:00.000Z'],
  ])('a day of arrival begins where the calendar is: %s', (zone, due) => {
    const rule: SlaRule = { startsAt: 'beforeArrival', businessDays: { days: -1, zone } };
    expect(dueAt(rule, '2026-03-10')).toBe(due);
    expect(dueAt({ startsAt: 'beforeArrival', hours: -24 }, '2026-03-10')).toBe('2026-03-09T00:00:00.000Z');
  });

  it('may be one of the policy’s, by name', () => {
    const rule: SlaRule = { startsAt: 'received', businessDays: { days: 1, calendar: 'chicago' } };
    expect(dueAt(rule, '2026-11-25T16:00:00.000Z', { chicago })).toBe('2026-11-27T16:00:00.000Z');
    expect(() => dueAt(rule, '2026-11-25T16:00:00.000Z')).toThrow(RangeError);
  });

  it('with a cut-off is never earlier for what came later, and never before it came', () => {
    const instants = fc.integer({ min: Date.parse('2026-10-20'), max: Date.parse('2026-12-10') });
    fc.assert(
      fc.property(instants, instants, fc.integer({ min: 0, max: 3 }), (one, other, days) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)].map((at) => new Date(at).toISOString());
        const rule = inDays(days, cutOff);
        const due = dueAt(rule, first ?? '');
        expect(due >= (first ?? '')).toBe(true);
        expect(due <= dueAt(rule, second ?? '')).toBe(true);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['a zone that there is not', { zone: 'America/Springfield' }],
    ['a time of day that there is not', { zone: 'UTC', cutOff: '24:00' }],
    ['a week without a business day', { zone: 'UTC', weekdays: [] }],
    ['a field that nobody knows', { zone: 'UTC', hollidays: [] }],
  ])('is not made of %s', (_, calendar) => expect(Calendar.safeParse(calendar).success).toBe(false));
});
