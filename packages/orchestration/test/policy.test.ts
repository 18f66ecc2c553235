import { defaultPolicy, errorClasses, Policy } from '@dist/orchestration';
import { describe, expect, it } from 'vitest';

describe('a policy', () => {
  it('is JSON, and the default one passes its own check', () => {
    expect(Policy.parse(JSON.parse(JSON.stringify(defaultPolicy)))).toEqual(defaultPolicy);
  });

  it.each<[string, (policy: Record<string, never>) => unknown]>([
    ['a field that nobody knows', (policy) => ({ ...policy, retires: 3 })],
    ['no routing', (policy) => ({ ...policy, routing: [] })],
    [
      'a class of failure without owner',
      (policy) => ({ ...policy, errorClasses: { ...errorClasses, pricing: undefined } }),
    ],
    ['a purpose without rule', (policy) => ({ ...policy, duplicates: { ignore: [], byPurpose: {} } })],
    ['a deadline without time', (policy) => ({ ...policy, sla: { '855': { startsAt: 'received' } } })],
    [
      'R26 a clock that its document can not have',
      (policy) => ({ ...policy, sla: { '855': { startsAt: 'shipped', hours: 1 } } }),
    ],
    [
      'R26 an end of the clock that is awaited itself',
      (policy) => ({ ...policy, sla: { '997': { startsAt: 'transmitted', hours: 1, satisfiedBy: 'acknowledged' } } }),
    ],
    ['a tolerance below zero', (policy) => ({ ...policy, price: { tolerancePercent: '-1', outside: 'hold' } })],
    [
      'no attempt at all',
      (policy) => ({ ...policy, retry: { maximumAttempts: 0, backoffSeconds: [1], lookUpAfterSeconds: 0 } }),
    ],
  ])('is refused: %s', (_, change) => {
    expect(Policy.safeParse(change(JSON.parse(JSON.stringify(defaultPolicy)))).success).toBe(false);
  });

  it('R26 says where the clock of a document may start', () => {
    const sla = { '856': { startsAt: 'received', hours: 1 } };
    const found = Policy.safeParse({ ...defaultPolicy, sla }).error?.issues[0];
    expect([found?.path.join('.'), found?.message]).toEqual([
      'sla.856.startsAt',
      'the clock of 856 starts at shipped, departed, beforeArrival, not at received',
    ]);
    for (const startsAt of ['shipped', 'departed', 'invoicePosted'])
      expect(Policy.safeParse({ ...defaultPolicy, sla: { '810': { startsAt, hours: 1 } } }).success).toBe(true);
  });

  it('retries what a machine may try again, and no more', () => {
    const retryable = Object.entries(errorClasses)
      .filter(([, rule]) => rule.retryable)
      .map(([name]) => name);
    expect(retryable).toEqual(['transport', 'throttled', 'system', 'inDoubt']);
  });
});
