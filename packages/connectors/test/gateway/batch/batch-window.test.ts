import { BatchRule, TradingPartner, windowEnd } from '@dist/connectors/gateway';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profile } from '../sample-gateway.ts';
import { hourly } from './batch-world.ts';

const chicago = {
  at: ['10:00', '16:30'],
  zone: 'America/Chicago',
  holidays: ['2026-11-26'],
  halfDays: [{ date: '2026-11-27', until: '12:00' }],
};

describe('R14 the end of a window', () => {
  it.each([
    ['before the first time of the day: that time', '2026-11-25T15:59:59.999Z', '2026-11-25T16:00:00.000Z'],
    ['at a time: the next one', '2026-11-25T16:00:00.000Z', '2026-11-25T22:30:00.000Z'],
    ['after the last one before a holiday: the day after it', '2026-11-25T22:30:00.000Z', '2026-11-27T16:00:00.000Z'],
    ['on a half day: when it ends', '2026-11-27T16:00:00.001Z', '2026-11-27T18:00:00.000Z'],
    ['on a Saturday: on Monday', '2026-11-28T01:00:00.000Z', '2026-11-30T16:00:00.000Z'],
  ])('%s', (_, at, end) => {
    expect(windowEnd(chicago, at)).toBe(end);
  });

  it('is after the instant, and the same for all instants up to it', () => {
    const windows = [chicago, { everyMinutes: 7 }, { everyMinutes: 1440 }, { at: ['02:30'], zone: 'Europe/Berlin' }];
    const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...windows),
        instant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (window, at, part) => {
          const end = windowEnd(window, at.toISOString());
          expect(end > at.toISOString()).toBe(true);
          const between = new Date(at.getTime() + Math.floor((Date.parse(end) - at.getTime() - 1) * part));
          expect(windowEnd(window, between.toISOString())).toBe(end);
        },
      ),
    );
  });
});

describe('R14 rules of a partner', () => {
  const given = (batches: unknown) => TradingPartner.safeParse({ ...profile, batches }).error?.issues[0]?.path;

  it.each([
    ['a window that is none', [{ documents: ['810'], window: {} }]],
    ['a time that is none', [{ documents: ['810'], window: { at: ['24:00'], zone: 'UTC' } }]],
    ['a zone that is none', [{ documents: ['810'], window: { at: ['10:00'], zone: 'Mars/Base' } }]],
    ['no document', [{ documents: [], window: { everyMinutes: 5 } }]],
    ['a document in two rules', [hourly, { documents: ['855', '810'], window: { everyMinutes: 5 } }]],
    ['no set in an interchange', [{ ...hourly, maximumSets: 0 }]],
  ])('are refused for %s', (_, batches) => {
    expect(given(batches)?.[0]).toBe('batches');
  });

  it('are JSON', () => {
    const rule = { documents: ['855', '810'], window: chicago, maximumBytes: 5000, urgent: { priority: 1 } };
    expect(BatchRule.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
    expect(given([rule])).toBeUndefined();
  });
});
