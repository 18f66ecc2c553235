import { defaultPolicy, Policy, policyFor } from '@dist/orchestration';
import { given } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { captured, enriched, order } from './sample.ts';

const edi = { partner: 'northfield', channel: 'edi' } as const;
const withRows = (...overrides: NonNullable<Policy['overrides']>): Policy => ({ ...defaultPolicy, overrides });

describe('a policy of one partner', () => {
  const policy = withRows(
    { when: { channel: 'edi' }, policy: { sla: { '855': { startsAt: 'received', hours: 8 } } } },
    {
      when: { partner: 'northfield' },
      policy: { sla: { '855': { startsAt: 'received', hours: 4 } }, substitution: 'never' },
    },
  );

  it('has every row that fits laid over, in order, and keeps the rest', () => {
    const own = policyFor(policy, edi);
    expect([own.sla['855']?.hours, own.sla['856']?.hours, own.substitution]).toEqual([4, 1, 'never']);
    const other = policyFor(policy, { ...edi, partner: 'other' });
    expect([other.sla['855']?.hours, other.substitution]).toEqual([8, 'needsConsent']);
    expect(policyFor(policy, { partner: 'shop', channel: 'shop' }).sla['855']?.hours).toBe(24);
  });

  it('is one object for one question, and no copy where nothing is otherwise', () => {
    expect(policyFor(policy, edi)).toBe(policyFor(policy, { ...edi }));
    expect(policyFor(defaultPolicy, edi)).toBe(defaultPolicy);
  });

  it('is what its orders run under, from their capture on', () => {
    const story = given([captured()], { policy });
    expect(story.state.timers['855']).toBe('2026-03-02T12:00:00.000Z');
    expect(story.state.policy).toBe(defaultPolicy.version);
  });

  it('replaces lists whole', () => {
    const rows = withRows({ when: {}, policy: { retry: { backoffSeconds: [1] } } });
    expect(policyFor(rows, edi).retry.backoffSeconds).toEqual([1]);
  });

  it.each<[string, unknown, string]>([
    ['a field that nobody knows', { retires: 3 }, 'retires'],
    ['a value of another kind', { substitution: 'perhaps' }, 'substitution'],
    ['a part that is of the whole', { version: 'mine' }, 'version'],
  ])('is refused with its place: %s', (_, over, field) => {
    const result = Policy.safeParse({ ...defaultPolicy, overrides: [{ when: {}, policy: over }] });
    expect(result.success).toBe(false);
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toContain(`overrides.0.policy.${field}`);
  });
});

describe('a shop that wants to hear of it', () => {
  const policy: Policy = {
    ...defaultPolicy,
    channels: { ...defaultPolicy.channels, shop: { ...defaultPolicy.channels.shop, cancellations: true } },
  };
  const of = order(undefined, { channel: 'shop', parties: {} });
  const start = [captured(of), enriched(of)];

  it('is told once what the ERP does not take', () => {
    const refused = { type: 'erp.rejected', partId: '1', reason: 'credit', message: 'no credit' } as const;
    const story = given([...start, refused, { ...refused, key: 'again' }], { policy });
    const told = Object.values(story.state.effects).filter(({ effect }) => effect.body.type === 'shop.cancel');
    expect(told.map(({ effect }) => effect.key)).toEqual(['order-1/shop.cancel/refused']);
    expect(told[0]?.effect.body).toMatchObject({ lines: [{ lineId: '1', quantity: { value: '24' } }] });
  });

  it('hears nothing where the policy does not say so', () => {
    const story = given([...start, { type: 'erp.rejected', partId: '1', reason: 'credit', message: 'no credit' }]);
    expect(Object.keys(story.state.effects).filter((key) => key.includes('shop.cancel'))).toEqual([]);
  });
});
