import { type Order, Order as OrderModel } from '@dist/canonical';
import { fakeShopify } from '@dist/connectors/fakes';
import { orderMap, shopify } from '@dist/connectors/shopify';
import { compile, json } from '@dist/mapping';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { native } from '../vendor/shop-orders.ts';
import { webhookOrder } from '../webhook-order.ts';

type Document = Readonly<Record<string, unknown>>;

const compiled = compile(orderMap, { native: json(), canonical: OrderModel });

/** What the webhook's body gives. */
function byWebhook(body: Document): Order | undefined {
  if (!compiled.ok) throw new Error('the map does not compile');
  const { value } = compiled.value.read(body);
  return value && inUtc(value);
}

/** What the list gives of the same order. */
async function byList(body: Document): Promise<Order | undefined> {
  const fake = fakeShopify({ orders: [body] });
  const shop = shopify({
    baseUrl: 'https://example.myshopify.com',
    accessToken: 'shpat_secret',
    apiVersion: '2026-07',
    fetch: async (url, init) => await fake.handle(new Request(url, init)),
  });
  for await (const page of shop.orders.list()) {
    if (!page.ok) throw new Error(page.failure.message);
    expect(page.unreadable).toEqual([]);
    return page.items[0] && inUtc(page.items[0]);
  }
  return undefined;
}

/** GraphQL tells the same instant in UTC. */
function inUtc(order: Order): Order {
  const { placedAt } = order;
  return placedAt === undefined ? order : { ...order, placedAt: new Date(placedAt).toISOString() };
}

const amount = fc.bigInt({ min: 0n, max: 10n ** 19n }).map((cents) => {
  const text = cents.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
});

const line = fc.record({
  number: fc.integer({ min: 1, max: 2 ** 40 }),
  sku: fc.option(fc.stringMatching(/^[A-Z]{2}-\d{1,4}$/), { nil: null }),
  quantity: fc.integer({ min: 1, max: 999 }),
  price: amount,
  discounts: fc.array(amount, { maxLength: 2 }),
});

const order = fc
  .record({
    lines: fc.uniqueArray(line, { minLength: 1, maxLength: 50, selector: ({ number }) => number }),
    total: amount,
    company: fc.option(fc.record({ id: fc.nat(), location_id: fc.nat() }), { nil: undefined }),
    poNumber: fc.option(fc.stringMatching(/^[A-Za-z0-9/-]{1,20}$/), { nil: null }),
    taxes: fc.array(amount, { maxLength: 2 }),
    removed: fc.boolean(),
    cancelled: fc.boolean(),
    note: fc.option(fc.string({ minLength: 1 }), { nil: null }),
  })
  .map(
    ({ lines, total, company, poNumber, taxes, removed, note }): Document => ({
      ...webhookOrder,
      company,
      po_number: poNumber,
      note,
      total_price: total,
      tax_lines: taxes.map((price) => ({ title: 'Tax', price })),
      shipping_lines: [{ title: 'Ground', code: 'G', discounted_price: '1.00', is_removed: removed }],
      line_items: lines.map(({ number, sku, quantity, price, discounts }) => ({
        admin_graphql_api_id: `gid://shopify/LineItem/${number}`,
        variant_id: number,
        sku,
        name: 'Something',
        quantity,
        price,
        discount_allocations: discounts.map((one) => ({ amount: one })),
      })),
    }),
  );

describe('an order of the list', () => {
  it.each([
    ['a company’s, with its purchase order number and terms', webhookOrder],
    ['the golden one of a company', native('shopify', 'company')],
    ['the golden one of a person', native('shopify', 'person')],
  ])('is the order of the webhook: %s', async (_, body) => {
    const expected = byWebhook(body);
    expect(expected).toBeDefined();
    expect(await byList(body)).toEqual(expected);
  });

  it('edge 10 is the order of the webhook whatever its lines and amounts, to the last digit', async () => {
    await fc.assert(
      fc.asyncProperty(order, async (body) => {
        const expected = byWebhook(body);
        expect(await byList(body)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
