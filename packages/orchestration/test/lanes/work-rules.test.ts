import {
  classOf,
  defaultPolicy,
  type ErrorClass,
  Policy,
  type RetryRules,
  retryAt,
  type WorkName,
  workName,
} from '@dist/orchestration';
import { describe, expect, it } from 'vitest';

describe('the class of work', () => {
  it.each<[WorkName, string]>([
    ['erp.submit', 'realTime'],
    ['erp.cancel', 'realTime'],
    ['document.send/855', 'nearRealTime'],
    ['document.send/856', 'nearRealTime'],
    ['shop.fulfillment', 'nearRealTime'],
    ['erp.cash', 'batch'],
    ['document.deliver', 'realTime'],
  ])('of %s is %s by the default table', (name, expected) => expect(classOf(name, defaultPolicy)).toBe(expected));

  it('follows the table: a house may have its invoices in batches', () => {
    const effects = {
      ...defaultPolicy.work.effects,
      'document.send/810': { criticality: 'routine', withinSeconds: 90_000 },
    } as const;
    const policy = { work: { ...defaultPolicy.work, effects } };
    expect(classOf('document.send/810', policy)).toBe('batch');
    expect(classOf('document.send/855', policy)).toBe('nearRealTime');
    expect(classOf('erp.submit', { work: { ...defaultPolicy.work, classes: [] } })).toBe('nearRealTime');
  });

  it('is found by the body', () => {
    expect(workName({ type: 'document.send', document: '856' })).toBe('document.send/856');
    expect(workName({ type: 'document.deliver', document: 'abc' })).toBe('document.deliver');
  });

  it.each<[string, object]>([
    [
      'a lane whose hours go by no calendar',
      { lanes: [{ lane: 'erp:erp', hours: [{ calendar: 'mine', paused: true }] }] },
    ],
    ['a share of nothing', { lanes: [{ lane: 'erp:erp', shares: { realTime: 1, nearRealTime: 1, batch: 0 } }] }],
    [
      'an effect that there is not',
      { effects: { ...defaultPolicy.work.effects, 'erp.sumbit': { criticality: 'routine', withinSeconds: 1 } } },
    ],
    ['a burst of less than one', { lanes: [{ lane: 'erp:erp', rate: { perSecond: 1, burst: 0 } }] }],
  ])('is not decided by a policy with %s', (_, change) => {
    expect(Policy.safeParse({ ...defaultPolicy, work: { ...defaultPolicy.work, ...change } }).success).toBe(false);
  });

  it.each<[string, object]>([
    [
      'by a calendar that the policy does not have',
      { startsAt: 'received', businessDays: { days: 1, calendar: 'mine' } },
    ],
    ['hours after an arrival', { startsAt: 'beforeArrival', hours: 1 }],
    ['hours before the receipt', { startsAt: 'received', hours: -1 }],
  ])('R26 a deadline is not %s', (_, rule) => {
    expect(Policy.safeParse({ ...defaultPolicy, sla: { '856': rule } }).success).toBe(false);
  });
});

describe('the next attempt', () => {
  const retry: RetryRules = {
    maximumAttempts: 3,
    backoffSeconds: [10, 60],
    lookUpAfterSeconds: 10,
    byClass: { throttled: { maximumAttempts: 20, backoffSeconds: [1] }, system: { jitterPercent: 50 } },
  };
  const at = '2026-03-02T08:00:00.000Z';
  const after = (failure: ErrorClass, attempt: number, retryAfterSeconds?: number) =>
    retryAt(retry, { key: 'order-1/erp.submit/1', attempt, class: failure, at, retryAfterSeconds });

  it.each<[string, string | undefined, string | undefined]>([
    ['waits as the table says', after('transport', 1), '2026-03-02T08:00:10.000Z'],
    ['waits longer the second time', after('transport', 2), '2026-03-02T08:01:00.000Z'],
    ['there is none after the last', after('transport', 3), undefined],
    ['of another class goes by its own row', after('throttled', 19), '2026-03-02T08:00:01.000Z'],
    ['waits as long as the other side asks', after('throttled', 1, 42), '2026-03-02T08:00:42.000Z'],
    ['never waits less than the table', after('transport', 2, 1), '2026-03-02T08:01:00.000Z'],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));

  it('spreads by the key, within its percentage, and the same each time', () => {
    const waits = Array.from({ length: 60 }, (_, index) => {
      const failed = { key: `order-${index}/erp.submit/1`, attempt: 1, class: 'system', at } as const;
      expect(retryAt(retry, failed)).toBe(retryAt(retry, failed));
      return (Date.parse(retryAt(retry, failed) ?? '') - Date.parse(at)) / 1000;
    });
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15);
    expect(new Set(waits).size).toBeGreaterThan(55);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length).toBeCloseTo(12.5, 0);
  });
});
