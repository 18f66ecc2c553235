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
    ['a tolerance below zero', (policy) => ({ ...policy, price: { tolerancePercent: '-1', outside: 'hold' } })],
    [
      'no attempt at all',
      (policy) => ({ ...policy, retry: { maximumAttempts: 0, backoffSeconds: [1], lookUpAfterSeconds: 0 } }),
    ],
  ])('is refused: %s', (_, change) => {
    expect(Policy.safeParse(change(JSON.parse(JSON.stringify(defaultPolicy)))).success).toBe(false);
  });

  it('retries what a machine may try again, and no more', () => {
    const retryable = Object.entries(errorClasses)
      .filter(([, rule]) => rule.retryable)
      .map(([name]) => name);
    expect(retryable).toEqual(['transport', 'throttled', 'system', 'inDoubt']);
  });
});
