import {
  bigCommerceWebhooks,
  businessCentralWebhooks,
  compareVersions,
  dueRenewals,
  newest,
  shopifyWebhooks,
  type VersionOrder,
  type WebhookSubscription,
} from '@dist/connectors/webhooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('versions', () => {
  it.each<[string | number | bigint, string | number | bigint, VersionOrder]>([
    ['2026-03-02T08:00:01-06:00', '2026-03-02T14:00:00Z', 'newer'],
    ['2026-03-02T08:00:00-06:00', '2026-03-02T14:00:00Z', 'same'],
    ['2026-03-02T08:00:00Z', '2026-03-02T08:00:00.0000001Z', 'older'],
    ['2026-03-02T08:00:00.5Z', '2026-03-02T08:00:00.500000000Z', 'same'],
    ['1969-12-31T23:59:59.9Z', '1969-12-31T23:59:59.8Z', 'newer'],
    ['638765432109876543', '638765432109876542', 'newer'],
    ['9', '10', 'older'],
    ['0010', 10n, 'same'],
    [10, '10', 'same'],
    [2 ** 53, 1, 'unlike'],
    [1.5, 1, 'unlike'],
    ['2026-03-02T08:00:00', '2026-03-02T08:00:00Z', 'unlike'],
    ['2026-02-31T08:00:00Z', 'Monday', 'unlike'],
    ['2026-03-02T08:00:00Z', '1', 'unlike'],
    ['', '', 'unlike'],
    ['9'.repeat(41), '1', 'unlike'],
  ])('%s is to %s: %s', (one, other, expected) => {
    expect(compareVersions(one, other)).toBe(expected);
    const reverse = { newer: 'older', older: 'newer', same: 'same', unlike: 'unlike' } as const;
    expect(compareVersions(other, one)).toBe(reverse[expected]);
  });
});

interface Told {
  readonly order: string;
  readonly updated_at?: string | number | undefined;
}
const rule = { key: ({ order }: Told) => order, version: ({ updated_at }: Told) => updated_at };

describe('edge 12 the newest of what came in any order', () => {
  it('drops what is older, and tells by what', () => {
    const items = [
      { order: 'a', updated_at: '2026-03-02T08:00:02Z' },
      { order: 'a', updated_at: '2026-03-02T08:00:01Z' },
      { order: 'b', updated_at: '2026-03-01T08:00:00Z' },
      { order: 'c' },
    ];
    const known = new Map([['b', '2026-03-02T00:00:00Z']]);
    expect(newest(items, { ...rule, known })).toEqual({
      newest: [items[0]],
      superseded: [
        { item: items[1], by: '2026-03-02T08:00:02Z' },
        { item: items[2], by: '2026-03-02T00:00:00Z' },
      ],
      unordered: [items[3]],
    });
  });

  it('keeps both of one version, since a second may hold two changes', () => {
    const items = [
      { order: 'a', updated_at: 5 },
      { order: 'a', updated_at: 5 },
    ];
    expect(newest(items, { ...rule, known: new Map([['a', 5]]) }).newest).toEqual(items);
  });

  it('loses nothing, keeps the newest, and needs no order', () => {
    const item = fc.record({ order: fc.constantFrom('a', 'b'), updated_at: fc.option(fc.nat(5), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(item), fc.array(fc.nat()), (items, swaps) => {
        const result = newest(items, rule);
        const dropped = result.superseded.map((one) => one.item);
        expect(new Set([...result.newest, ...dropped, ...result.unordered])).toEqual(new Set(items));
        expect(result.newest.length + dropped.length + result.unordered.length).toBe(items.length);
        const highest = (order: string) =>
          Math.max(-1, ...items.flatMap((one) => (one.order === order ? (one.updated_at ?? -1) : -1)));
        for (const one of result.newest) expect(one.updated_at).toBe(highest(one.order));
        for (const { item: one, by } of result.superseded) expect(by).toBe(highest(one.order));
        const shuffled = items.map((one, at) => [swaps[at] ?? 0, one] as const).sort(([a], [b]) => a - b);
        const again = newest(
          shuffled.map(([, one]) => one),
          rule,
        );
        expect(new Set(again.newest)).toEqual(new Set(result.newest));
      }),
    );
  });

  it('a known version of another kind is no order: the record has to be read', () => {
    const items = [{ order: 'a', updated_at: '2026-03-02T08:00:00Z' }];
    expect(newest(items, { ...rule, known: new Map([['a', 7]]) }).unordered).toEqual(items);
  });
});

describe('subscriptions that run out', () => {
  const now = Date.UTC(2026, 2, 2, 8);
  const inHours = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  it.each<[string, Omit<WebhookSubscription, 'id'>, string | undefined]>([
    ['ends in three days', { expiresAt: inHours(72) }, undefined],
    ['ends in a day and a second', { expiresAt: inHours(24.001) }, undefined],
    ['ends in a day', { expiresAt: inHours(24) }, 'renew'],
    ['ends in a minute', { expiresAt: inHours(1 / 60) }, 'renew'],
    ['ends now', { expiresAt: inHours(0) }, 'create'],
    ['ended yesterday', { expiresAt: inHours(-24) }, 'create'],
    ['was renewed two days ago', { renewedAt: inHours(-48) }, 'renew'],
    ['was renewed three days ago', { renewedAt: inHours(-72) }, 'create'],
    ['was switched off', { isActive: false, expiresAt: inHours(72) }, 'activate'],
    ['says nothing', {}, undefined],
  ])('of Business Central, one that %s: %3$s', (_, subscription, action) => {
    const due = dueRenewals([{ id: 's', ...subscription }], now, businessCentralWebhooks);
    expect(due.map((one) => one.action)).toEqual(action === undefined ? [] : [action]);
  });

  it('of BigCommerce, one that was switched off after 48 hours is to be switched on', () => {
    expect(bigCommerceWebhooks.subscription).toEqual({ failingHours: 48, quietDays: 90, stopped: 'inactive' });
    const hooks = [
      { id: '1', isActive: true },
      { id: '2', isActive: false },
    ];
    expect(dueRenewals(hooks, now, bigCommerceWebhooks)).toEqual([{ subscription: hooks[1], action: 'activate' }]);
  });

  it('of Shopify none: they do not run out', () => {
    expect(dueRenewals([{ id: '1', renewedAt: inHours(-9000) }], now, shopifyWebhooks)).toEqual([]);
  });

  it('the first to end is the first to be done', () => {
    const all = [
      { id: 'later', expiresAt: inHours(20) },
      { id: 'gone', expiresAt: inHours(-1) },
      { id: 'soon', expiresAt: inHours(1) },
    ];
    expect(dueRenewals(all, now, businessCentralWebhooks).map(({ subscription }) => subscription.id)).toEqual([
      'gone',
      'soon',
      'later',
    ]);
  });

  it('a subscription that is looked at every eight hours is renewed before it ends, though one renewal fails', () => {
    fc.assert(
      fc.property(fc.nat(7 * 3_600_000), fc.nat(2), (offset, failure) => {
        let expiresAt = now + 72 * 3_600_000;
        let tries = 0;
        for (let at = now + offset; at < now + 30 * 86_400_000; at += 8 * 3_600_000) {
          const [due] = dueRenewals(
            [{ id: 's', expiresAt: new Date(expiresAt).toISOString() }],
            at,
            businessCentralWebhooks,
          );
          if (due === undefined) continue;
          expect(due.action).toBe('renew');
          if (tries++ % 3 !== failure) expiresAt = at + 72 * 3_600_000;
        }
        expect(tries).toBeGreaterThan(9);
      }),
    );
  });

  it.each(['2026-03-02', '2026-03-02T08:00:00', 'soon'])('an end of %s is a mistake', (expiresAt) => {
    expect(() => dueRenewals([{ id: 's', expiresAt }], now, businessCentralWebhooks)).toThrow(RangeError);
  });
});
