import type { InventoryAvailability } from '@dist/canonical';
import type { Fetch } from '@dist/connectors';
import { documentedErrors, fakeShopify } from '@dist/connectors/fakes';
import { shopify } from '@dist/connectors/shopify';
import { describe, expect, it } from 'vitest';

const day = 86_400_000;

function open(now = Date.parse('2026-09-01T00:00:00Z'), apiVersion = '2026-07') {
  const fake = fakeShopify();
  const sent: { query: string; variables: { key?: string; input?: unknown } }[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push(JSON.parse(String(init.body)));
    return await fake.handle(new Request(url, init));
  };
  const settings = { baseUrl: 'https://example.myshopify.com', accessToken: 'shpat_secret', apiVersion };
  return { fake, sent, shop: shopify({ ...settings, location: '11', now: () => now, fetch }) };
}

type Told = InventoryAvailability['items'][number]['quantities'][number];

const stock = (
  value: string,
  type: Told['type'] = 'salable',
  sku = 'AX-100',
  place?: string,
): InventoryAvailability => ({
  kind: 'inventoryAvailability',
  version: '1',
  purpose: 'original',
  number: 'stock-1',
  asOf: '2026-03-02T08:00:00Z',
  parties: {},
  references: [],
  items: [
    {
      ids: [{ scheme: 'seller', value: sku }],
      ...(place !== undefined && { location: { scheme: 'channel' as const, value: place } }),
      quantities: [{ type, quantity: { value, unit: 'C62' } }],
    },
  ],
});

describe('inventory.availability', () => {
  it('edge 11 says of every number which it is, by location', async () => {
    const { shop } = open();
    const outcome = await shop.inventory.availability({ items: ['AX-100', 'NO-SUCH'] });
    expect(outcome).toMatchObject({ status: 'found', missing: ['NO-SUCH'] });
    if (outcome.status !== 'found') return;
    const told = outcome.availability.items.map(({ location, quantities }) => [
      location?.value,
      Object.fromEntries(quantities.map(({ type, quantity }) => [type, quantity.value])),
    ]);
    expect(told).toEqual([
      ['11', { onHand: '52', salable: '40', allocated: '10', reserved: '2', inbound: '100', unsalable: '0' }],
      ['12', { onHand: '8', salable: '5', allocated: '0', reserved: '0', inbound: '0', unsalable: '3' }],
    ]);
  });

  it('is asked for one location', async () => {
    const { shop } = open();
    const outcome = await shop.inventory.availability({ items: ['AX-100'], locations: ['12'] });
    expect(outcome.status === 'found' && outcome.availability.items.map(({ location }) => location?.value)).toEqual([
      '12',
    ]);
  });

  it('of no item that is there is not found; a part of a number is none', async () => {
    expect(await open().shop.inventory.availability({ items: ['AX-10'] })).toEqual({ status: 'notFound' });
  });
});

describe('inventory.publish', () => {
  it('edge 13 sets what was read to what is told, under a key that is mandatory though no schema says so', async () => {
    const { shop, fake, sent } = open();
    expect(await shop.inventory.publish(stock('7'), { key: 'k' })).toMatchObject({ status: 'published' });
    expect(sent[1]?.query).toContain('@idempotent(key: $key)');
    expect(sent[1]?.variables.key).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(sent[1]?.variables.input).toMatchObject({
      name: 'available',
      quantities: [{ quantity: 7, changeFromQuantity: 40, locationId: 'gid://shopify/Location/11' }],
    });
    expect(fake.state.items[0]?.stock.get('11')).toMatchObject({ available: 7, on_hand: 19 });
  });

  it('edge 13 is refused by the shop without the key', async () => {
    const { fake } = open();
    const query =
      'mutation M($input: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $input) { userErrors { code } } }';
    const request = new Request('https://example.myshopify.com/admin/api/2026-07/graphql.json', {
      method: 'POST',
      headers: { 'x-shopify-access-token': 'shpat_secret' },
      body: JSON.stringify({ query, variables: { input: { name: 'available', quantities: [] } } }),
    });
    const answer = await fake.handle(request);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('again is there already', async () => {
    const { shop, sent } = open();
    await shop.inventory.publish(stock('7'), { key: 'k' });
    expect(await shop.inventory.publish(stock('7'), { key: 'k' })).toMatchObject({ status: 'already' });
    expect(sent).toHaveLength(3);
  });

  it('never writes over what was sold meanwhile: a conflict; again reads anew, under another key', async () => {
    const { fake, sent, shop } = open();
    const level = fake.state.items[0]?.stock.get('11') ?? {};
    const handle = fake.handle;
    let sold = false;
    fake.handle = (request) => {
      if (sent.at(-1)?.query.includes('SetQuantities') && !sold) {
        sold = true;
        level['available'] = 39;
      }
      return handle(request);
    };
    expect(await shop.inventory.publish(stock('45'), { key: 'k' })).toMatchObject({
      status: 'failed',
      failure: { class: 'conflict', safeToReplay: true, vendor: { code: 'CHANGE_FROM_QUANTITY_STALE' } },
    });
    expect(level['available']).toBe(39);
    expect(await shop.inventory.publish(stock('45'), { key: 'k' })).toMatchObject({ status: 'published' });
    expect(sent[1]?.variables.key).not.toBe(sent[3]?.variables.key);
  });

  it.each([
    ['an item that is not there', stock('1', 'salable', 'NO-SUCH'), 'item-unknown'],
    ['a place that has none', stock('1', 'salable', 'AX-100', '99'), 'location-unknown'],
    ['half a piece', stock('1.5'), 'quantity-not-whole'],
    ['what only the shop knows', stock('1', 'allocated'), 'quantity-not-settable'],
  ])('of %s is rejected, and nothing is written', async (_, availability, reason) => {
    const { shop, sent } = open();
    expect(await shop.inventory.publish(availability, { key: 'k' })).toMatchObject({ status: 'rejected', reason });
    expect(sent).toHaveLength(1);
  });
});

describe('customers.find', () => {
  it.each([
    ['number', 'C-1'],
    ['name', 'A company (sample)'],
    ['id', '7'],
    ['id', 'gid://shopify/Company/7'],
  ] as const)('a company by its %s %s, with the numbers of its places', async (by, value) => {
    expect(await open().shop.customers.find({ by, value })).toMatchObject({
      status: 'found',
      value: {
        customerNumber: 'C-1',
        ids: [
          { scheme: 'erp', value: 'C-1' },
          { scheme: 'channel', value: '7' },
        ],
        shipTo: [{ shipToNumber: 'S-1' }, { shipToNumber: '12', ids: [{ scheme: 'channel', value: '12' }] }],
      },
    });
  });

  it('a person by an e-mail address', async () => {
    expect(await open().shop.customers.find({ by: 'email', value: 'Buyer@example.com' })).toMatchObject({
      status: 'found',
      value: { ids: [{ scheme: 'channel', value: 'gid://shopify/Customer/21' }] },
    });
  });

  it('a part of a name is nobody', async () => {
    expect(await open().shop.customers.find({ by: 'name', value: 'A company' })).toEqual({ status: 'notFound' });
  });
});

describe('items.find', () => {
  it.each([
    ['sku', 'AX-100'],
    ['gtin', '4006381333931'],
    ['id', '808950810'],
  ] as const)('by %s %s', async (by, value) => {
    expect(await open().shop.items.find({ by, value })).toMatchObject({
      status: 'found',
      value: { sku: 'AX-100', price: '3.25', ids: [{ scheme: 'channel' }, { scheme: 'gtin', value: '4006381333931' }] },
    });
  });

  it('that two variants have is a conflict', async () => {
    const { shop, fake } = open();
    const [, other] = fake.state.items;
    if (other) other.sku = 'AX-100';
    expect(await shop.items.find({ by: 'sku', value: 'AX-100' })).toMatchObject({ failure: { class: 'conflict' } });
  });
});

describe('health.check', () => {
  const end = Date.parse('2027-07-01T00:00:00Z');
  it.each([
    ['91 days before the version ends', end - 91 * day, []],
    ['90 days before', end - 90 * day, ['version 2026-07 ends on 2027-07-01, in 90 days']],
    ['a day before', end - day, ['version 2026-07 ends on 2027-07-01, in 1 days']],
  ])('edge 13 %s', async (_, now, warnings) => {
    expect(await open(now).shop.health.check()).toEqual({ status: 'well', apiVersion: '2026-07', warnings });
  });

  it('edge 13 tells of a version that is gone', async () => {
    const { shop } = open(undefined, '2025-07');
    expect(await shop.health.check()).toMatchObject({ warnings: ['version 2025-07 is not supported'] });
  });
});

describe('errors', () => {
  it('R31 has ten verbatim ones at least, each with its page', () => {
    expect(documentedErrors.shopify.length).toBeGreaterThanOrEqual(10);
    for (const { sample, source } of documentedErrors.shopify)
      expect([sample, source].every((text) => text.length > 5)).toBe(true);
  });

  it('edge 2 THROTTLED with status 200 is limited, and says when the bucket holds enough', async () => {
    const { shop, fake } = open();
    fake.state.points = 4;
    expect(await shop.items.find({ by: 'sku', value: 'AX-100' })).toMatchObject({
      status: 'failed',
      failure: { class: 'rate-limited', retryAfterMs: 60, safeToReplay: true },
    });
  });
});
