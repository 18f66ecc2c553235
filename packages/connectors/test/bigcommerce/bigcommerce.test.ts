import type { Fetch } from '@dist/connectors';
import {
  type BigcommerceSettings,
  bigcommerce,
  bigcommerceErrors,
  bigcommercePolicy,
  decodeOrderStatus,
  encodeAdjustments,
  invoiceMetafield,
  webhookRecord,
} from '@dist/connectors/bigcommerce';
import { fakeBigcommerce } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../src/bigcommerce/error-of.ts';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { goldenOf } from '../vendor/golden.ts';
import { invoice, shipmentOf, stock } from './subject.ts';

function world(
  change: Partial<BigcommerceSettings> = {},
  meddle: (request: Request) => Response | undefined = () => undefined,
) {
  const fake = fakeBigcommerce();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return meddle(request) ?? (await fake.handle(request));
  };
  const store = bigcommerce({ storeHash: 'abc', accessToken: 'token-1', fetch, ...change });
  const writes = () => sent.filter(({ method }) => method !== 'GET');
  return { fake, sent, store, writes };
}

const key = { key: 'k' };

async function numbersOf(store: ReturnType<typeof world>['store']) {
  const numbers: string[] = [];
  const unreadable: string[] = [];
  for await (const page of store.orders.list()) {
    if (!page.ok) throw new Error(page.failure.message);
    numbers.push(...page.items.map(({ number }) => number));
    unreadable.push(...page.unreadable.map(({ id }) => id));
  }
  return { numbers, unreadable };
}

describe('a store', () => {
  it('is one host with the hash in the path, and a token in a header of its own', async () => {
    const { sent, store } = world();
    expect(await store.health.check()).toEqual({ status: 'well', warnings: [] });
    expect(sent[0]?.url).toBe('https://api.bigcommerce.com/stores/abc/v2/orders/count');
    expect(sent[0]?.headers.get('x-auth-token')).toBe('token-1');
  });

  it.each([{ storeHash: '' }, { storeHash: 'a/b' }, { storeHash: 'ABC' }, { pageSize: 251 }, { pageSize: 0 }])(
    'is not %j',
    (change) => {
      expect(() => world(change)).toThrow(TypeError);
    },
  );

  it('edge 7: tells its limits in milliseconds', () => {
    expect(bigcommercePolicy.limits).toMatchObject([
      { kind: 'window', headers: { reset: { name: 'x-rate-limit-time-reset-ms', unit: 'milliseconds' } } },
    ]);
  });

  it('edge 7: a 429 waits for as many milliseconds as the header says, not seconds', async () => {
    const headers = { 'x-rate-limit-time-reset-ms': '7000' };
    const { store } = world({}, () =>
      Response.json({ status: 429, title: 'Too Many Requests' }, { status: 429, headers }),
    );
    expect(await store.orders.status('2001')).toMatchObject({
      failure: { class: 'rate-limited', retryAfterMs: 7000, safeToReplay: true },
    });
  });
});

describe('the orders of a store', () => {
  it('edge 17: an empty list is 204 without a body, and no failure', async () => {
    const { fake, store } = world();
    fake.state.orders.length = 0;
    expect(await numbersOf(store)).toEqual({ numbers: [], unreadable: [] });
    expect(await store.orders.find('no.such')).toEqual({ status: 'notFound' });
  });

  it('edge 17: 200 without a body is a failure, and never an empty list', async () => {
    const { store } = world({}, () => new Response(null, { status: 200 }));
    expect(await store.orders.find('kit.PO-1')).toMatchObject({ failure: { class: 'contract-drift' } });
  });

  it('have products and addresses in the places of their links', async () => {
    const { store } = world();
    for await (const page of store.orders.list()) {
      if (!page.ok) throw new Error(page.failure.message);
      expect(page.items[0]).toMatchObject({
        number: '2001',
        placedAt: '2026-02-02T08:00:00+00:00',
        parties: { shipTo: { address: { region: 'TX' } } },
        routing: { service: 'Ground' },
        lines: [
          { lineId: '20011', ids: [{ scheme: 'seller', value: 'AX-100' }, { scheme: 'channel' }] },
          { lineId: '20012' },
        ],
      });
      return;
    }
    throw new Error('no page');
  });

  it.each(goldenOf('bigcommerce').map((golden) => [golden.name, golden] as const))(
    'edge 10: come as the map reads them, their decimals untouched: %s',
    async (_, { native, canonical }) => {
      const { products, shipping_addresses: addresses, ...order } = native;
      const { store } = world({}, ({ url }) => {
        const { pathname, searchParams } = new URL(url);
        if (pathname.endsWith('/products')) return Response.json(products);
        if (pathname.endsWith('/shipping_addresses')) return Response.json(addresses);
        const isFirst = searchParams.get('page') === '1';
        const modified = { ...order, date_modified: 'Wed, 04 Mar 2026 10:00:00 +0000' };
        return isFirst ? Response.json([modified]) : new Response(null, { status: 204 });
      });
      for await (const page of store.orders.list()) expect(page).toMatchObject({ ok: true, items: [canonical] });
    },
  );

  it('are paged by their last change, also where more of them changed at one second than a page holds', async () => {
    const { fake, store } = world({ pageSize: 2 });
    for (const order of fake.state.orders) order.modifiedAt = Date.UTC(2026, 1, 2, 8);
    expect((await numbersOf(store)).numbers).toEqual(['2001', '2002', '2003', '2004', '2005', '2006', '2007']);
  });

  it.each([
    ['a test order (R06)', (order: { paymentMethod: string }) => (order.paymentMethod = 'Test Payment Gateway')],
    ['one that is not complete', (order: { statusId: number }) => (order.statusId = 0)],
  ])(
    'are told as unreadable: %s',
    async (_, change: (order: { paymentMethod: string; statusId: number }) => unknown) => {
      const { fake, store } = world();
      const [order] = fake.state.orders;
      if (order !== undefined) change(order);
      const { numbers, unreadable } = await numbersOf(store);
      expect(unreadable).toEqual(['2001']);
      expect(numbers).toHaveLength(6);
    },
  );

  it('are not found where the store leaves the filter out and answers with others', async () => {
    const { store } = world({}, ({ url }) =>
      url.includes('external_order_id')
        ? Response.json([{ id: 1, status_id: 11, external_order_id: 'other' }])
        : undefined,
    );
    expect(await store.orders.find('kit.PO-1')).toMatchObject({
      status: 'failed',
      failure: { class: 'contract-drift' },
    });
  });

  it('R19: two under one reference are a conflict', async () => {
    const { fake, store } = world();
    for (const order of fake.state.orders.slice(0, 2)) order.externalOrderId = 'kit.PO-1';
    expect(await store.orders.find('kit.PO-1')).toMatchObject({ failure: { class: 'conflict' } });
  });
});

describe('an order', () => {
  it('is cancelled by its status, and again with the same answer', async () => {
    const { fake, store, writes } = world();
    const first = await store.orders.cancel({ number: '2001', reason: 'buyer' }, key);
    expect(first).toMatchObject({ status: 'cancelled', lines: [{ lineId: '20011' }, { lineId: '20012' }] });
    expect(await writes()[0]?.json()).toEqual({ status_id: 5 });
    expect(fake.state.orders[0]?.statusId).toBe(5);
    expect(await store.orders.cancel({ number: '2001', reason: 'buyer' }, key)).toEqual(first);
    expect(writes()).toHaveLength(1);
  });

  it('of which something has left is not cancelled, and neither is a line alone', async () => {
    const { store, writes } = world();
    const shipment = shipmentOf([['20011', '1']], '1Z-1');
    await store.shipments.publish({ channelOrderId: '2001', shipment }, key);
    expect(await store.orders.cancel({ number: '2001', reason: 'buyer' }, key)).toMatchObject({ reason: 'shipped' });
    const lines = [{ lineId: '20021', quantity: { value: '1', unit: 'C62' } }];
    expect(await store.orders.cancel({ number: '2002', reason: 'buyer', lines }, key)).toMatchObject({
      reason: 'lines',
    });
    expect(writes()).toHaveLength(1);
  });

  it.each([
    ['2001', '9', '12', 'C62', 'line-unknown'],
    ['2001', '20011', '12', 'XCS', 'unit'],
    ['2001', '20011', '1.5', 'C62', 'quantity-not-whole'],
    ['2002', '20021', '12', 'C62', 'discounts'],
    ['2003', '20031', '3', 'C62', 'shipped'],
  ])('%s: line %s is not changed to %s %s: %s', async (number, lineId, value, unit, reason) => {
    const { fake, store, writes } = world();
    const [, discounted, shipped] = fake.state.orders;
    const [one] = discounted?.products ?? [];
    if (one !== undefined) one.applied_discounts = [{ id: 'c', amount: '1.0000', name: 'Coupon' }];
    const [two] = shipped?.products ?? [];
    if (two !== undefined) two.quantity_shipped = 4;
    const lines = [{ lineId, quantity: { value, unit } }];
    expect(await store.orders.change({ number, lines }, key)).toMatchObject({ status: 'rejected', reason });
    expect(writes()).toEqual([]);
  });
});

describe('a shipment', () => {
  const tell = (store: ReturnType<typeof world>['store'], shipment: ReturnType<typeof shipmentOf>) =>
    store.shipments.publish({ channelOrderId: '2001', shipment }, key);

  it('goes to the address of its lines, without the product ids that BigCommerce refuses', async () => {
    const { store, writes } = world();
    expect(
      await tell(
        store,
        shipmentOf(
          [
            ['20011', '10'],
            ['20011', '4'],
          ],
          '1Z-1',
        ),
      ),
    ).toEqual({ status: 'published', id: '200101' });
    expect(await writes()[0]?.json()).toEqual({
      order_address_id: 31,
      tracking_number: '1Z-1',
      shipping_method: 'Carrier (sample)',
      items: [{ order_product_id: 20011, quantity: 14 }],
    });
  });

  it('edge 1: is looked for first by its number and pieces; another of the same number is another', async () => {
    const { store } = world();
    await tell(store, shipmentOf([['20011', '10']], '1Z-1'));
    expect(await tell(store, shipmentOf([['20011', '10']], '1Z-1'))).toEqual({ status: 'already', id: '200101' });
    expect(await tell(store, shipmentOf([['20011', '5']], '1Z-1'))).toMatchObject({ status: 'published' });
    const more = shipmentOf(
      [
        ['20011', '5'],
        ['20012', '1'],
      ],
      '1Z-1',
    );
    expect(await tell(store, more)).toMatchObject({ status: 'published' });
  });

  it('edge 1: without a number is looked for by our id in its comments', async () => {
    const { fake, store } = world();
    const shipment = shipmentOf([['20011', '10']]);
    expect(await tell(store, shipment)).toMatchObject({ status: 'published' });
    expect(fake.state.orders[0]?.shipments[0]).toMatchObject({ tracking_number: '', comments: 'Shipment W-1' });
    expect(await tell(store, shipment)).toMatchObject({ status: 'already' });
    expect(await tell(store, { ...shipment, shipmentId: 'W-2' })).toMatchObject({ status: 'published' });
  });

  it.each([
    [[['9', '1']], 'line-unknown'],
    [[['20011', '0.5']], 'quantity-not-whole'],
    [[['20011', '25']], 'quantity'],
  ] as const)('of %j is rejected: %s', async (lines, reason) => {
    const { store, writes } = world();
    expect(await tell(store, shipmentOf(lines, '1Z-1'))).toMatchObject({ status: 'rejected', reason });
    expect(writes()).toEqual([]);
  });

  it.each([
    [32, 'addresses'],
    [0, 'address-none'],
  ])('of a line at address %s is rejected: %s', async (address, reason) => {
    const { fake, store } = world();
    const [order] = fake.state.orders;
    if (order !== undefined) {
      order.products = order.products.map((one, at) =>
        at === 0 || address === 0 ? { ...one, order_address_id: address } : one,
      );
    }
    const shipment = shipmentOf(
      [
        ['20011', '1'],
        ['20012', '1'],
      ],
      '1Z-1',
    );
    expect(await tell(store, shipment)).toMatchObject({ status: 'rejected', reason });
  });
});

describe('an invoice', () => {
  it('is a metafield of its order; the same again is there already, a corrected one replaces it', async () => {
    const { fake, store } = world();
    const tell = (total: string) =>
      store.invoices.publish({ channelOrderId: '2001', invoice: { ...invoice, total } }, key);
    expect(await tell('32.5')).toEqual({ status: 'published', id: '1' });
    expect(await tell('32.5')).toEqual({ status: 'already', id: '1' });
    expect(await tell('33')).toEqual({ status: 'published', id: '1' });
    expect(fake.state.metafields).toHaveLength(1);
    expect(fake.state.metafields[0]).toMatchObject({ namespace: 'order_to_cash', key: 'invoice_INV-1' });
  });

  it.each(['INV/1', 'x'.repeat(60)])('whose number no key can hold is known by its hash: %s', async (number) => {
    const { key: known } = await invoiceMetafield({ ...invoice, number });
    expect(known).toMatch(/^invoice__[0-9a-f]{32}$/);
  });
});

describe('stock', () => {
  it('edge 11: is two numbers, on hand and for sale, at each location', async () => {
    expect(await world().store.inventory.availability({ items: ['AX-100', 'NO', 'A,B'] })).toMatchObject({
      missing: ['NO', 'A,B'],
      availability: {
        items: [
          {
            location: { scheme: 'channel', value: '1' },
            quantities: [
              { type: 'onHand', quantity: { value: '120' } },
              { type: 'salable', quantity: { value: '115' } },
            ],
          },
          { location: { scheme: 'channel', value: '2' } },
        ],
      },
    });
  });

  it('edge 12: is set by absolute adjustments, so that the same again changes nothing', async () => {
    const { fake, store, writes } = world();
    await store.inventory.publish(stock('40'), key);
    await store.inventory.publish(stock('40'), key);
    expect(fake.state.stock.get('1 AX-100')).toBe(40);
    expect(new Set(writes().map(({ url }) => new URL(url).pathname))).toEqual(
      new Set(['/stores/abc/v3/inventory/adjustments/absolute']),
    );
  });

  it('edge 11: for sale is no number that can be set', () => {
    expect(encodeAdjustments(stock('40', 'salable'), 1)).toMatchObject({ ok: false, reason: 'on-hand-missing' });
    expect(encodeAdjustments(stock('4.5'), 1)).toMatchObject({ ok: false, reason: 'quantity-not-whole' });
    expect(encodeAdjustments(stock('4', 'onHand', 'north'), 1)).toMatchObject({ ok: false, reason: 'location' });
    expect(encodeAdjustments(stock('4', 'onHand', '7'), 1)).toEqual({
      ok: true,
      items: [{ location_id: 7, sku: 'AX-100', quantity: 4 }],
    });
  });
});

describe('edge 12: a webhook', () => {
  it.each([
    [
      { scope: 'store/order/updated', data: { type: 'order', id: 250 } },
      { type: 'order', id: '250' },
    ],
    [{ data: { type: 'order', id: '' } }, undefined],
    [{ data: { id: 1 } }, undefined],
    [null, undefined],
  ])('names a record, and nothing of it: %j', (body, record) => {
    expect(webhookRecord(body)).toEqual(record);
  });
});

describe('an order is read', () => {
  const order = { id: 5, status_id: 11, status: 'Awaiting', products: [{ id: 1, sku: 'A', quantity: 2 }] };

  it.each([
    '0:pending',
    '1:pending',
    '2:shipped',
    '3:partlyShipped',
    '4:closed',
    '5:cancelled',
    '6:rejected',
    '7:pending',
    '8:open',
    '9:open',
    '10:closed',
    '11:open',
    '12:onHold',
    '13:onHold',
    '14:onHold',
    '99:unknown',
  ])('whose status is %s', (pair) => {
    const [id, phase] = pair.split(':');
    expect(decodeOrderStatus({ ...order, status_id: Number(id) })).toMatchObject({ value: { phase } });
  });

  it.each([
    ['no id', { id: undefined }, 'id'],
    ['no status', { status_id: undefined }, 'status_id'],
    ['a product without a quantity', { products: [{ id: 1 }] }, 'products.0.quantity'],
  ])('not with %s', (_, change, path) => {
    expect(decodeOrderStatus({ ...order, ...change }).issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  it('with the store’s number for a reference where it has none of ours', () => {
    expect(decodeOrderStatus({ ...order, external_order_id: null })).toMatchObject({
      value: { externalReference: '5' },
    });
    expect(decodeOrderStatus({ ...order, external_order_id: 'a.1' })).toMatchObject({
      value: { externalReference: 'a.1' },
    });
  });
});

describe('R31 BigCommerce’s errors', () => {
  it('are more than ten, verbatim, each with its page', () => {
    expect(bigcommerceErrors.length).toBeGreaterThanOrEqual(10);
  });

  it.each(bigcommerceErrors.map((rule) => [`${rule.status ?? ''} ${rule.sample}`, rule] as const))('%s', (_, rule) => {
    expect(classOfError(bigcommerceErrors, { status: rule.status ?? 400, message: rule.sample })).toBe(rule.class);
  });

  it.each([
    [[{ status: 400, message: 'no' }], 'no'],
    [{ status: 422, title: 'invalid', errors: { 'items.0': 'wrong' } }, 'invalid; items.0: wrong'],
    [{ status: 400, title: 'Input is invalid', detail: 'Syntax error' }, 'Input is invalid; Syntax error'],
  ])('are read of %j', (body, message) => {
    expect(errorOf(body)).toEqual({ message });
  });
});
