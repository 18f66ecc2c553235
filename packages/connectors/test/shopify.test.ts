import type { Invoice, Shipment } from '@dist/canonical';
import type { Fetch } from '@dist/connectors';
import { invoiceMetafield, shopify } from '@dist/connectors/shopify';
import { describe, expect, it } from 'vitest';
import { fakeShop, lineGid, orderGid, type ShopLine } from './fake-shop.ts';

const token = 'shpat_made_up';
const connect = (fetch: Fetch) =>
  shopify({ baseUrl: 'https://example.myshopify.com', accessToken: token, apiVersion: '2026-07', fetch });

function shipment(quantities: Record<number, string>, more: Partial<Shipment> = {}): Shipment {
  return {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: 'SH-1',
    createdAt: '2026-03-03T10:00:00Z',
    shippedOn: '2026-03-03',
    carrier: { name: 'UPS', trackingNumber: '1Z999' },
    parties: {},
    references: [],
    units: [],
    items: Object.entries(quantities).map(([line, value]) => ({
      orderNumber: '#1001',
      lineId: lineGid(Number(line)),
      ids: [],
      quantity: { value, unit: 'C62' },
    })),
    ...more,
  };
}

const line = (number: number, remainingQuantity: number, order = 1): ShopLine => ({
  id: `gid://shopify/FulfillmentOrderLineItem/${order}${number}`,
  remainingQuantity,
  lineItem: lineGid(number),
});

const order = (number: number, lines: ShopLine[], status = 'OPEN') => ({
  id: `gid://shopify/FulfillmentOrder/${number}`,
  status,
  lines,
});

const publish = (fetch: Fetch, of: Shipment, channelOrderId = orderGid) =>
  connect(fetch).shipments.publish({ channelOrderId, shipment: of }, { key: 'shop/1001/fulfillment/SH-1' });

describe('a shipment', () => {
  it('is published by line and quantity, with its tracking number, after a look', async () => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10), line(2, 4)])] });
    expect(await publish(shop.fetch, shipment({ 1: '6' }))).toEqual({
      status: 'published',
      id: 'gid://shopify/Fulfillment/1',
    });
    expect(shop.asked).toEqual(['OrderFulfillments', 'CreateFulfillment']);
    expect(shop.variables[1]).toEqual({
      fulfillment: {
        lineItemsByFulfillmentOrder: [
          {
            fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1',
            fulfillmentOrderLineItems: [{ id: line(1, 10).id, quantity: 6 }],
          },
        ],
        notifyCustomer: false,
        trackingInfo: { company: 'UPS', numbers: ['1Z999'] },
      },
    });
    expect(shop.fulfillmentOrders[0]?.lines.map((rest) => rest.remainingQuantity)).toEqual([4, 4]);
  });

  it('again is there already: nothing is written', async () => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)])] });
    await publish(shop.fetch, shipment({ 1: '6' }));
    expect(await publish(shop.fetch, shipment({ 1: '6' }))).toEqual({
      status: 'already',
      id: 'gid://shopify/Fulfillment/1',
    });
    expect(shop.fulfillments).toHaveLength(1);
    expect(shop.asked.filter((name) => name === 'CreateFulfillment')).toHaveLength(1);
  });

  it('without a tracking number is found again by its own number', async () => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)])] });
    for (const status of ['published', 'already']) {
      expect(await publish(shop.fetch, shipment({ 1: '5' }, { carrier: {} }))).toMatchObject({ status });
    }
    expect(shop.fulfillments.map(({ numbers }) => numbers)).toEqual([['SH-1']]);
  });

  it('under the number of another one, with other lines or quantities, is published', async () => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10), line(2, 10)])] });
    await publish(shop.fetch, shipment({ 1: '5' }));
    expect(await publish(shop.fetch, shipment({ 2: '5' }, { shipmentId: 'SH-2' }))).toMatchObject({
      status: 'published',
    });
    expect(await publish(shop.fetch, shipment({ 1: '2' }, { shipmentId: 'SH-3' }))).toMatchObject({
      status: 'published',
    });
    expect(shop.fulfillments).toHaveLength(3);
  });

  it('that was cancelled in the shop is published again', async () => {
    const cancelled = {
      id: 'f',
      status: 'CANCELLED',
      numbers: ['1Z999'],
      lines: [{ lineItem: lineGid(1), quantity: 6 }],
    };
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)])], fulfillments: [cancelled] });
    expect(await publish(shop.fetch, shipment({ 1: '6' }))).toMatchObject({ status: 'published' });
  });

  it('takes a line from several fulfillment orders, all pages of them and of their lines', async () => {
    const shop = fakeShop(
      {
        fulfillmentOrders: [
          order(1, [line(1, 0, 1), line(2, 5, 1), line(3, 2, 1)]),
          order(2, [line(1, 9, 2)], 'CLOSED'),
          order(3, [line(3, 2, 3)], 'IN_PROGRESS'),
        ],
      },
      1,
    );
    expect(await publish(shop.fetch, shipment({ 2: '5', 3: '3' }))).toMatchObject({ status: 'published' });
    expect(shop.fulfillments[0]?.lines).toEqual([
      { lineItem: lineGid(2), quantity: 5 },
      { lineItem: lineGid(3), quantity: 2 },
      { lineItem: lineGid(3), quantity: 1 },
    ]);
    expect(await publish(shop.fetch, shipment({ 2: '5', 3: '3' }))).toMatchObject({ status: 'already' });
  });

  it('packed in several cartons is one quantity by line', async () => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)])] });
    const packed = shipment({ 1: '2' });
    const [item] = packed.items;
    if (item === undefined) throw new Error('no item');
    await publish(shop.fetch, { ...packed, items: [item, { ...item, quantity: { value: '3', unit: 'C62' } }] });
    expect(shop.fulfillments[0]?.lines).toEqual([{ lineItem: lineGid(1), quantity: 5 }]);
  });

  it.each([
    ['more than is open', shipment({ 1: '11' }), 'quantity-not-open'],
    ['a line that is not in the order', shipment({ 9: '1' }), 'quantity-not-open'],
    ['part of a piece', shipment({ 1: '1.5' }), 'quantity-not-whole'],
    [
      'cases of what is counted in pieces',
      shipment(
        {},
        { items: [{ orderNumber: 'x', lineId: lineGid(1), ids: [], quantity: { value: '1', unit: 'XCS' } }] },
      ),
      'unit',
    ],
    [
      'a line of something else',
      shipment({}, { items: [{ orderNumber: 'x', lineId: 'A-1', ids: [], quantity: { value: '1', unit: 'C62' } }] }),
      'line-unknown',
    ],
  ])('with %s is rejected whole', async (_, of, reason) => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)])] });
    expect(await publish(shop.fetch, of)).toMatchObject({ status: 'rejected', reason });
    expect(shop.asked).not.toContain('CreateFulfillment');
  });

  it.each([
    ['the cases that its overlay makes of the shop’s pieces', 'XCS', 'published'],
    ['pieces, which are not what its overlay makes of them', 'C62', 'rejected'],
  ])('is told in %s', async (_, unit, status) => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)])] });
    const connected = shopify({
      baseUrl: 'https://example.myshopify.com',
      accessToken: token,
      apiVersion: '2026-07',
      facts: { unit: { 'AX-100': 'XCS' } },
      fetch: shop.fetch,
    });
    const ids = [{ scheme: 'seller' as const, value: 'AX-100' }];
    const items = [{ orderNumber: 'x', lineId: lineGid(1), ids, quantity: { value: '2', unit } }];
    const notice = { channelOrderId: orderGid, shipment: shipment({}, { items }) };
    expect(await connected.shipments.publish(notice, { key: 'k' })).toMatchObject({ status });
  });

  it('of a fulfillment order on hold waits for a person', async () => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)], 'ON_HOLD')] });
    expect(await publish(shop.fetch, shipment({ 1: '1' }))).toMatchObject({
      status: 'failed',
      failure: { class: 'business-hold', retryable: false },
    });
  });

  it.each([
    ['that is not there', 'gid://shopify/Order/1'],
    ['that is no id', '#1001'],
  ])('of an order %s has failed', async (_, id) => {
    const shop = fakeShop();
    expect(await publish(shop.fetch, shipment({ 1: '1' }), id)).toMatchObject({
      status: 'failed',
      failure: { class: 'not-found' },
    });
  });

  it('of an order known by its number is published under its global id', async () => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)])] });
    expect(await publish(shop.fetch, shipment({ 1: '1' }), '450789469')).toMatchObject({ status: 'published' });
  });

  it('whose answer is lost is unknown, and publishing it again finds it', async () => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)])] });
    const losing: Fetch = async (url, init) => {
      const response = await shop.fetch(url, init);
      if (shop.asked.at(-1) === 'CreateFulfillment') throw new TypeError('fetch failed');
      return response;
    };
    expect(await publish(losing, shipment({ 1: '6' }))).toMatchObject({
      status: 'unknown',
      failure: { class: 'timeout-unknown', safeToReplay: true, retryable: true },
    });
    expect(await publish(shop.fetch, shipment({ 1: '6' }))).toMatchObject({ status: 'already' });
    expect(shop.fulfillments).toHaveLength(1);
  });

  it('that Shopify refuses is rejected with its words', async () => {
    const shop = fakeShop({ fulfillmentOrders: [order(1, [line(1, 10)])] });
    const raced: Fetch = async (url, init) => {
      // Somebody else fulfils the line between the look and the write.
      if (shop.asked.length === 1) shop.fulfillmentOrders = [order(1, [line(1, 0)])];
      return await shop.fetch(url, init);
    };
    expect(await publish(raced, shipment({ 1: '6' }))).toEqual({
      status: 'rejected',
      reason: 'userErrors',
      message: 'fulfillment: Fulfillment order line item quantity is too high',
    });
  });

  it('whose look-up is lost has failed: nothing was written', async () => {
    expect(await publish(() => Promise.reject(new TypeError('fetch failed')), shipment({ 1: '6' }))).toMatchObject({
      status: 'failed',
      failure: { class: 'unavailable', safeToReplay: true },
    });
  });
});

describe('an answer with status 200', () => {
  const answering =
    (json: unknown): Fetch =>
    async () =>
      Response.json(json);
  const cost = {
    requestedQueryCost: 120,
    actualQueryCost: null,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 20, restoreRate: 100 },
  };

  it('that is throttled asks to wait until the bucket is full enough', async () => {
    const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
    expect(await publish(answering({ errors, extensions: { cost } }), shipment({ 1: '1' }))).toMatchObject({
      status: 'failed',
      failure: { class: 'rate-limited', retryable: true, safeToReplay: true, retryAfterMs: 1000 },
    });
  });

  const invoiced = (json: unknown) =>
    connect(answering(json)).invoices.publish({ channelOrderId: orderGid, invoice }, { key: 'k' });

  it.each<[string, unknown, object]>([
    [
      'and userErrors is a refusal',
      {
        data: {
          metafieldsSet: {
            metafields: [],
            userErrors: [{ field: ['metafields', '0'], message: 'is too long', code: 'TOO_LONG' }],
          },
        },
      },
      { status: 'rejected', reason: 'TOO_LONG', message: 'metafields.0: is too long' },
    ],
    [
      'that denies access has failed',
      { errors: [{ message: 'Access denied', extensions: { code: 'ACCESS_DENIED' } }] },
      { status: 'failed', failure: { class: 'permission', vendor: { code: 'ACCESS_DENIED', status: 200 } } },
    ],
    [
      'with a fault inside of Shopify is unknown: it may have been written',
      { errors: [{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }], data: null },
      { status: 'unknown', failure: { class: 'timeout-unknown' } },
    ],
    [
      'and neither a result nor an error is unknown',
      { data: { metafieldsSet: { metafields: [], userErrors: [] } } },
      { status: 'unknown', failure: { class: 'contract-drift' } },
    ],
    ['and no data is unknown', {}, { status: 'unknown', failure: { class: 'contract-drift' } }],
    ['that is a list is unknown', [], { status: 'unknown', failure: { class: 'contract-drift' } }],
  ])('%s', async (_, json, expected) => {
    expect(await invoiced(json)).toMatchObject(expected);
  });
});

describe('the token', () => {
  it('travels in its header and stands in no failure, even when Shopify repeats it', async () => {
    const inits: RequestInit[] = [];
    const fetch: Fetch = async (_, init) => {
      inits.push(init);
      return Response.json({ errors: `[API] Invalid API key or access token ${token}` }, { status: 401 });
    };
    const outcome = await publish(fetch, shipment({ 1: '1' }));
    expect(new Headers(inits[0]?.headers).get('x-shopify-access-token')).toBe(token);
    expect(outcome).toMatchObject({ status: 'failed', failure: { class: 'auth', retryable: false } });
    expect(JSON.stringify(outcome)).toContain('access token ***');
    expect(JSON.stringify(outcome)).not.toContain(token);
  });

  it('is sent to the pinned version', async () => {
    const urls: string[] = [];
    const fetch: Fetch = async (url) => {
      urls.push(url);
      return Response.json({}, { status: 404 });
    };
    await publish(fetch, shipment({ 1: '1' }));
    expect(urls).toEqual(['https://example.myshopify.com/admin/api/2026-07/graphql.json']);
  });

  it.each([
    ['an empty token', { accessToken: '' }],
    ['a token with a line break', { accessToken: 'a\nb' }],
    ['no version', { apiVersion: 'latest' }],
  ])('%s is a mistake of the program', (_, change) => {
    const settings = { baseUrl: 'https://example.myshopify.com', accessToken: token, apiVersion: '2026-07', ...change };
    expect(() => shopify(settings)).toThrow(TypeError);
  });
});

const invoice: Invoice = {
  kind: 'invoice',
  version: '1',
  number: 'INV-1',
  type: 'invoice',
  date: '2026-03-03',
  orderNumber: '#1001',
  shipmentIds: ['SH-1'],
  currency: 'USD',
  parties: {},
  references: [],
  lines: [
    {
      lineId: lineGid(1),
      ids: [{ scheme: 'seller', value: 'AX-100' }],
      quantity: { value: '24', unit: 'C62' },
      price: { amount: '3.25' },
      net: '78',
    },
  ],
  total: '78',
};

describe('an invoice', () => {
  it('is a metafield of its order, and the same one again replaces itself', async () => {
    const shop = fakeShop();
    const publishInvoice = () =>
      connect(shop.fetch).invoices.publish({ channelOrderId: orderGid, invoice }, { key: 'k' });
    expect(await publishInvoice()).toEqual({ status: 'published', id: 'gid://shopify/Metafield/invoice_INV-1' });
    const [first] = shop.metafields.entries();
    expect(await publishInvoice()).toMatchObject({ status: 'published' });
    expect([...shop.metafields.entries()]).toEqual([first]);
    expect(first?.[0]).toBe(`${orderGid} order_to_cash.invoice_INV-1`);
    expect(JSON.parse(first?.[1] ?? '')).toMatchObject({ number: 'INV-1', total: '78', lines: [{ item: 'AX-100' }] });
  });

  it.each([
    ['a slash', '2026/1'],
    ['the shape of a hash', '_0'],
    ['more characters than a key takes', '9'.repeat(60)],
    ['an underscore', 'INV_1'],
  ])('whose number has %s gets a key that no other number has', async (_, number) => {
    const { key } = await invoiceMetafield(orderGid, { ...invoice, number });
    expect(key).toMatch(/^invoice__[0-9a-f]{32}$/);
  });
});
