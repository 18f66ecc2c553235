import type { Fetch } from '@dist/connectors';
import { fakeShopify, shopOrder } from '@dist/connectors/fakes';
import { decodeStatus, type ShopifySettings, shopify } from '@dist/connectors/shopify';
import { describe, expect, it } from 'vitest';
import { lineId, orderId } from './subject.ts';

const key = { key: 'k' };

function open(settings: Partial<ShopifySettings> = {}) {
  const fake = fakeShopify();
  const asked: string[] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push(/(?:query|mutation) (\w+)/.exec(String(init.body))?.[1] ?? '');
    return await fake.handle(new Request(url, init));
  };
  const shop = shopify({
    baseUrl: 'https://example.myshopify.com',
    accessToken: 'shpat_secret',
    apiVersion: '2026-07',
    location: '11',
    wait: () => Promise.resolve(),
    fetch,
    ...settings,
  });
  return { fake, asked, shop, first: fake.state.orders[0] ?? missing() };
}

function missing(): never {
  throw new Error('the sample shop has no order');
}

describe('orders.list', () => {
  it('R28 begins with an instant, in whatever zone it is told', async () => {
    const { shop, fake } = open();
    const third = fake.state.orders[2] ?? missing();
    const from = new Date(third.updatedAt + 6 * 3_600_000).toISOString().replace('Z', '+06:00');
    const numbers: string[] = [];
    for await (const page of shop.orders.list({ from }))
      if (page.ok) numbers.push(...page.items.map((one) => one.number));
    expect(numbers).toEqual(['#1003', '#1004', '#1005', '#1006']);
  });

  it('gives many orders of one instant, in pages of four', async () => {
    const { shop, fake } = open();
    const [one] = fake.state.orders;
    for (let number = 2000; number < 2030; number++) {
      const webhook = { ...one?.webhook, name: `#${number}`, admin_graphql_api_id: `gid://shopify/Order/${number}` };
      fake.state.orders.push(shopOrder(webhook, fake.state.now));
    }
    const seen = new Set<string>();
    for await (const page of shop.orders.list()) {
      expect(page.ok).toBe(true);
      if (page.ok) for (const { number } of page.items) seen.add(number);
    }
    expect(seen.size).toBe(36);
  });

  it('gives all lines of a long order', async () => {
    const { shop, first } = open();
    const [line] = Array.isArray(first.webhook['line_items']) ? first.webhook['line_items'] : [];
    const lines = Array.from({ length: 205 }, (_, index) => ({
      ...line,
      admin_graphql_api_id: `gid://shopify/LineItem/${5000 + index}`,
    }));
    first.webhook = { ...first.webhook, line_items: lines };
    for await (const page of shop.orders.list()) {
      expect(page.ok && page.items[0]?.lines.map((one) => one.lineId)).toEqual(
        lines.map((one) => one.admin_graphql_api_id),
      );
      break;
    }
  });

  it('R06 tells of a test order as one that it cannot read', async () => {
    const { shop, first } = open();
    first.webhook = { ...first.webhook, test: true };
    for await (const page of shop.orders.list()) {
      expect(page.ok && page.unreadable.map(({ id }) => id)).toEqual([orderId]);
      break;
    }
  });
});

describe('orders.find', () => {
  it.each([
    ['reference', 'kit.PO-1'],
    ['name', '#1001'],
    ['purchaseOrder', 'PO-1001'],
  ] as const)('by %s finds the order', async (findOrdersBy, text) => {
    const { shop } = open({ findOrdersBy });
    expect(await shop.orders.find(text)).toMatchObject({ status: 'found', order: { number: orderId } });
  });

  it.each([
    ['name', '#100'],
    ['name', '#1001" OR name:"#1002'],
    ['purchaseOrder', 'po-1001'],
    ['reference', 'kit.PO'],
  ] as const)('by %s does not take a part, another case or a filter for it: %s', async (findOrdersBy, text) => {
    const { shop } = open({ findOrdersBy });
    expect(await shop.orders.find(text)).toEqual({ status: 'notFound' });
  });

  it('is no "not found" where the answer says nothing of the order', async () => {
    const { shop } = open({ fetch: async () => Response.json({ data: {} }) });
    for (const outcome of [await shop.orders.find('kit.PO-1'), await shop.orders.status(orderId)]) {
      expect(outcome).toMatchObject({ status: 'failed', failure: { class: 'contract-drift' } });
    }
  });

  it('R19 a purchase order number that two orders have is a conflict', async () => {
    const { shop, fake, first } = open({ findOrdersBy: 'purchaseOrder' });
    const webhook = { ...first.webhook, name: '#2', admin_graphql_api_id: 'gid://shopify/Order/2' };
    fake.state.orders.push(shopOrder(webhook, fake.state.now));
    expect(await shop.orders.find('PO-1001')).toMatchObject({ status: 'failed', failure: { class: 'conflict' } });
  });
});

describe('orders.status', () => {
  it('tells of holds, by the words of the shop', async () => {
    const { shop, first } = open();
    const [waiting] = first.fulfillmentOrders;
    if (waiting)
      Object.assign(waiting, { status: 'ON_HOLD', holds: [{ reason: 'HIGH_RISK_OF_FRAUD', notes: 'Call first' }] });
    expect(await shop.orders.status(orderId)).toMatchObject({
      order: {
        phase: 'onHold',
        status: 'ON_HOLD PAID',
        externalReference: 'kit.PO-1',
        holds: [{ code: 'HIGH_RISK_OF_FRAUD', message: 'Call first' }],
      },
    });
  });

  it('tells what has left, by the number of the order too', async () => {
    const { shop, first } = open();
    first.fulfillments.push({ id: 'f', status: 'SUCCESS', numbers: [], lines: [{ lineItem: lineId, quantity: 4 }] });
    expect(await shop.orders.status('450001001')).toMatchObject({
      order: { phase: 'partlyShipped', lines: [{ quantity: { value: '10' }, shipped: { value: '4', unit: 'C62' } }] },
    });
  });

  it.each([
    ['UNFULFILLED', {}, 'open'],
    ['IN_PROGRESS', {}, 'open'],
    ['SCHEDULED', {}, 'pending'],
    ['PENDING_FULFILLMENT', {}, 'pending'],
    ['ON_HOLD', {}, 'onHold'],
    ['REQUEST_DECLINED', {}, 'onHold'],
    ['PARTIALLY_FULFILLED', {}, 'partlyShipped'],
    ['FULFILLED', { closed: true }, 'shipped'],
    ['UNFULFILLED', { closed: true }, 'closed'],
    ['UNFULFILLED', { cancelledAt: '2026-03-02T08:00:00Z' }, 'cancelled'],
    ['toString', {}, 'unknown'],
  ] as const)('%s with %j is %s', (displayFulfillmentStatus, change, phase) => {
    const node = {
      id: orderId,
      name: '#1',
      poNumber: undefined,
      updatedAt: '2026-03-02T08:00:00Z',
      cancelledAt: undefined,
      closed: false,
      displayFulfillmentStatus,
      displayFinancialStatus: undefined,
      fulfillmentOrders: { nodes: [] },
      lineItems: { nodes: [], pageInfo: { hasNextPage: false, endCursor: undefined } },
      ...change,
    };
    expect(decodeStatus(node).phase).toBe(phase);
  });
});

describe('orders.cancel', () => {
  it('waits for the job, and tells what had not left', async () => {
    const { shop, fake, asked } = open();
    fake.state.jobAsks = 3;
    expect(await shop.orders.cancel({ number: orderId, reason: 'customer' }, key)).toEqual({
      status: 'cancelled',
      number: orderId,
      lines: [{ lineId, quantity: { value: '10', unit: 'C62' } }],
    });
    expect(asked).toEqual(['OrderStatus', 'CancelOrder', 'JobState', 'JobState', 'JobState', 'OrderStatus']);
    expect(await shop.orders.status(orderId)).toMatchObject({ order: { phase: 'cancelled' } });
  });

  it('of which the job does not end in time is unknown; again it ends', async () => {
    const { shop, fake } = open();
    fake.state.jobAsks = 50;
    expect(await shop.orders.cancel({ number: orderId, reason: 'x' }, key)).toMatchObject({
      status: 'unknown',
      failure: { class: 'timeout-unknown', safeToReplay: true },
    });
    for (const job of fake.state.jobs.values()) job.end();
    expect(await shop.orders.cancel({ number: orderId, reason: 'x' }, key)).toMatchObject({ status: 'cancelled' });
  });

  it.each([
    [{}, 'restock', true],
    [{}, 'refundMethod', undefined],
    [{ restock: false }, 'restock', false],
    [{ refund: 'originalPaymentMethods' }, 'refundMethod', { originalPaymentMethodsRefund: true }],
  ] as const)('with %j sends %s %j', async (cancel, field, value) => {
    const bodies: { variables: Record<string, unknown> }[] = [];
    const fake = fakeShopify();
    const fetch: Fetch = async (url, init) => {
      bodies.push(JSON.parse(String(init.body)));
      return await fake.handle(new Request(url, init));
    };
    const { shop } = open({ cancel, fetch });
    await shop.orders.cancel({ number: orderId, reason: 'fraud' }, key);
    expect(bodies[1]?.variables[field]).toEqual(value);
    expect(bodies[1]?.variables).toMatchObject({ reason: 'FRAUD', staffNote: 'fraud', notifyCustomer: false });
  });

  it('of lines takes their pieces out by an edit, no more than are left', async () => {
    const { shop, first } = open();
    first.fulfillments.push({ id: 'f', status: 'SUCCESS', numbers: [], lines: [{ lineItem: lineId, quantity: 4 }] });
    const lines = [{ lineId, quantity: { value: '9', unit: 'C62' } }];
    expect(await shop.orders.cancel({ number: orderId, reason: 'x', lines }, key)).toMatchObject({
      status: 'cancelled',
      lines: [{ quantity: { value: '6' } }],
    });
    expect(first.quantities.get(lineId)).toBe(4);
  });

  it.each([
    ['of cases of what is in pieces', [[lineId, '2', 'XCS']], 'unit'],
    ['of a line that is not there', [['gid://shopify/LineItem/9', '2', 'C62']], 'line-unknown'],
    [
      'of a line that is named twice',
      [
        [lineId, '1', 'C62'],
        [lineId, '1', 'C62'],
      ],
      'line-repeated',
    ],
    ['of more than was ordered', [[lineId, '11', 'C62']], 'quantity'],
    ['of half a piece', [[lineId, '0.5', 'C62']], 'quantity'],
  ] as const)('%s is rejected, and nothing is written', async (_, named, reason) => {
    const { shop, asked, first } = open();
    const lines = named.map(([id, value, unit]) => ({ lineId: id, quantity: { value, unit } }));
    expect(await shop.orders.cancel({ number: orderId, reason: 'x', lines }, key)).toMatchObject({
      status: 'rejected',
      reason,
    });
    expect(asked).toEqual(['OrderStatus']);
    expect(first.quantities.get(lineId)).toBeUndefined();
  });

  it('of no line cancels nothing: the whole order is what names none', async () => {
    const { shop, asked } = open();
    expect(await shop.orders.cancel({ number: orderId, reason: 'x', lines: [] }, key)).toEqual({
      status: 'cancelled',
      number: orderId,
      lines: [],
    });
    expect(asked).toEqual(['OrderStatus']);
  });

  it('is in the unit that the master data of the shop’s overlay gives the item', async () => {
    const { shop, first } = open({ facts: { unit: { 'AX-100': 'XCS' } } });
    const lines = [{ lineId, quantity: { value: '2', unit: 'XCS' } }];
    expect(await shop.orders.cancel({ number: orderId, reason: 'x', lines }, key)).toMatchObject({
      status: 'cancelled',
      lines,
    });
    expect(first.quantities.get(lineId)).toBe(8);
  });

  it('of an order that something has left of takes out the rest, and cancels nothing that has left', async () => {
    const { shop, first, asked } = open();
    first.fulfillments.push({ id: 'f', status: 'SUCCESS', numbers: [], lines: [{ lineItem: lineId, quantity: 4 }] });
    expect(await shop.orders.cancel({ number: orderId, reason: 'x' }, key)).toMatchObject({
      status: 'cancelled',
      lines: [{ quantity: { value: '6' } }],
    });
    expect(asked).not.toContain('CancelOrder');
    expect(first.cancelledAt).toBeUndefined();
  });
});

describe('orders.change', () => {
  const change = (value: string, id = lineId, unit = 'C62') => ({
    number: orderId,
    lines: [{ lineId: id, quantity: { value, unit } }],
  });

  it('sets new totals by one edit', async () => {
    const { shop, asked } = open();
    expect(await shop.orders.change(change('12'), key)).toMatchObject({
      status: 'changed',
      order: { lines: [{ quantity: { value: '12' } }] },
    });
    expect(asked).toEqual(['OrderStatus', 'BeginEdit', 'SetEditQuantity', 'CommitEdit', 'OrderStatus']);
    expect(await shop.orders.change(change('12'), key)).toMatchObject({ status: 'changed' });
    expect(asked.filter((name) => name === 'CommitEdit')).toHaveLength(1);
  });

  it.each([
    ['a line that is not there', change('1', 'gid://shopify/LineItem/9'), 'line-unknown'],
    ['half a piece', change('1.5'), 'quantity-not-whole'],
    ['cases', change('1', lineId, 'XCS'), 'unit'],
    ['less than has left', change('3'), 'quantity-shipped'],
  ])('to %s is rejected, and nothing is written', async (_, revision, reason) => {
    const { shop, asked, first } = open();
    first.fulfillments.push({ id: 'f', status: 'SUCCESS', numbers: [], lines: [{ lineItem: lineId, quantity: 4 }] });
    expect(await shop.orders.change(revision, key)).toMatchObject({ status: 'rejected', reason });
    expect(asked).not.toContain('CommitEdit');
  });

  it('edge 2 that Shopify refuses with status 200 is rejected in its words', async () => {
    const { shop, first } = open();
    first.cancelledAt = 1;
    expect(await shop.orders.change(change('12'), key)).toMatchObject({
      status: 'rejected',
      message: 'id: The order cannot be edited.',
    });
  });
});
