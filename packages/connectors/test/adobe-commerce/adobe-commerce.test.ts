import { type Fetch, oauth1 } from '@dist/connectors';
import {
  type AdobeCommerceSettings,
  adobeCommerce,
  adobeCommerceErrors,
  decodeOrderStatus,
  encodeSourceItems,
} from '@dist/connectors/adobe-commerce';
import { fakeAdobeCommerce } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../src/adobe-commerce/error-of.ts';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { goldenOf } from '../vendor/golden.ts';
import { invoiceOf, keys, shipmentOf, stock } from './subject.ts';

function world(
  change: Partial<AdobeCommerceSettings> = {},
  meddle: (request: Request) => Response | undefined = () => undefined,
) {
  const fake = fakeAdobeCommerce();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return meddle(request) ?? (await fake.handle(request));
  };
  const store = adobeCommerce({ baseUrl: 'https://shop.example', auth: oauth1(keys), fetch, ...change });
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
  it('is asked below /rest/default, each request signed by OAuth 1', async () => {
    const { sent, store } = world();
    expect(await store.health.check()).toEqual({ status: 'well', warnings: [] });
    expect(sent[0]?.url).toBe('https://shop.example/rest/default/V1/store/storeConfigs');
    expect(sent[0]?.headers.get('authorization')).toMatch(/^OAuth oauth_consumer_key="consumer-key", .*HMAC-SHA256/);
  });

  it('of the cloud service has the tenant in its address and no /rest', async () => {
    const auth = {
      authorize: async () => ({ ok: true as const, headers: { authorization: 'Bearer t' }, secrets: ['t'] }),
    };
    const { sent, store } = world({ baseUrl: 'https://na1.api.example/tenant', restPath: '', auth });
    await store.orders.status('901');
    expect(sent[0]?.url).toMatch(/^https:\/\/na1\.api\.example\/tenant\/V1\/orders\?/);
  });

  it.each([{ restPath: 'rest' }, { restPath: '/a/../b' }, { pageSize: 0 }, { pageSize: 301 }, { stockId: 0 }])(
    'is not %j',
    (change) => {
      expect(() => world(change)).toThrow(TypeError);
    },
  );

  it('that refuses a permission answers 401, and is told as one', async () => {
    const body = { message: "The consumer isn't authorized to access %resources.", parameters: { resources: 'Sales' } };
    const { store } = world({}, () => Response.json(body, { status: 401 }));
    const checked = await store.health.check();
    expect(checked).toMatchObject({ failure: { class: 'permission' } });
    expect(checked.status === 'failed' && checked.failure.message).toContain('to access Sales');
  });
});

describe('the orders of a store', () => {
  it.each([1, 2, 3, 6, 7, 8])(
    'edge 17: end by their count, since the last page repeats: pages of %s',
    async (pageSize) => {
      const { fake, store } = world({ pageSize });
      for (const order of fake.state.orders) order.updatedAt = Date.UTC(2026, 1, 2, 8);
      const { numbers } = await numbersOf(store);
      expect(numbers).toEqual(fake.state.orders.map(({ id }) => `000000${id}`));
    },
  );

  it.each(goldenOf('adobe-commerce').map((golden) => [golden.name, golden] as const))(
    'edge 10: come as the map reads them, numbers of JSON by their shortest text: %s',
    async (_, { native, canonical }) => {
      const { store } = world({}, () => Response.json({ items: [native], search_criteria: {}, total_count: 1 }));
      for await (const page of store.orders.list()) expect(page).toMatchObject({ ok: true, items: [canonical] });
    },
  );

  it.each(['holded', 'pending_payment', 'payment_review'])(
    'are told as unreadable while they are %s',
    async (state) => {
      const { fake, store } = world();
      const [order] = fake.state.orders;
      if (order !== undefined) order.state = state;
      const { numbers, unreadable } = await numbersOf(store);
      expect(unreadable).toEqual(['901']);
      expect(numbers).toHaveLength(6);
    },
  );

  it.each([
    ['our reference', 'kit.PO-1', 'kit.PO-1'],
    ['the number that the buyer knows', '000000902', '000000902'],
  ])('R19: are found by %s', async (_, reference, told) => {
    const { store } = world();
    expect(await store.orders.find(reference)).toMatchObject({ order: { externalReference: told } });
  });

  it('are not found where others come than were asked for', async () => {
    const [golden] = goldenOf('adobe-commerce');
    const { store } = world({}, () => Response.json({ items: [golden?.native], total_count: 1 }));
    expect(await store.orders.find('kit.PO-1')).toMatchObject({ failure: { class: 'contract-drift' } });
    expect(await store.orders.status('1')).toMatchObject({ failure: { class: 'contract-drift' } });
  });
});

describe('an order', () => {
  it('is cancelled as far as it is neither shipped nor invoiced', async () => {
    const { fake, store, writes } = world();
    const [item] = fake.state.orders[0]?.items ?? [];
    if (item !== undefined) [item.qty_shipped, item.qty_invoiced] = [4, 10];
    expect(await store.orders.cancel({ number: '901', reason: 'buyer' }, key)).toEqual({
      status: 'cancelled',
      number: '901',
      lines: [
        { lineId: '9011', quantity: { value: '14', unit: 'C62' } },
        { lineId: '9012', quantity: { value: '2', unit: 'C62' } },
      ],
    });
    expect(writes()[0]?.url).toBe('https://shop.example/rest/default/V1/orders/901/cancel');
  });

  it('edge 2: is not cancelled where the answer is 200 and false', async () => {
    const { fake, store } = world();
    const [order] = fake.state.orders;
    if (order !== undefined) order.state = 'complete';
    expect(await store.orders.cancel({ number: '901', reason: 'buyer' }, key)).toMatchObject({
      status: 'rejected',
      reason: 'not-cancellable',
    });
  });

  it.each([['null'], ['{}'], ['"true"']])('whose cancellation is answered by %s is in doubt', async (body) => {
    const { store } = world({}, ({ method }) => (method === 'POST' ? new Response(body) : undefined));
    expect(await store.orders.cancel({ number: '901', reason: 'buyer' }, key)).toMatchObject({ status: 'unknown' });
  });

  it('is cancelled again with the same answer, and no request', async () => {
    const { store, writes } = world();
    const first = await store.orders.cancel({ number: '901', reason: 'buyer' }, key);
    expect(await store.orders.cancel({ number: '901', reason: 'buyer' }, key)).toEqual(first);
    expect(writes()).toHaveLength(1);
  });
});

describe('a shipment', () => {
  const tell = (store: ReturnType<typeof world>['store'], shipment: ReturnType<typeof shipmentOf>) =>
    store.shipments.publish({ channelOrderId: '901', shipment }, key);

  it('is told with its tracking number and source, our id in a comment that the buyer does not see', async () => {
    const { store, writes } = world({ carriers: { UPSN: 'ups' }, shipFromSource: 'north', notifyCustomer: true });
    const shipment = shipmentOf(
      [
        ['9011', '10'],
        ['9011', '4'],
      ],
      '1Z-1',
    );
    expect(await tell(store, shipment)).toEqual({ status: 'published', id: '40' });
    expect(await writes()[0]?.json()).toEqual({
      items: [{ order_item_id: 9011, qty: 14 }],
      notify: true,
      comment: { comment: 'Shipment W-1', is_visible_on_front: 0 },
      tracks: [{ track_number: '1Z-1', title: 'UPSN', carrier_code: 'ups' }],
      arguments: { extension_attributes: { source_code: 'north' } },
    });
  });

  it('edge 1: is looked for first, by our id, or by its numbers and quantities', async () => {
    const { store, writes } = world();
    await tell(store, shipmentOf([['9011', '10']], '1Z-1'));
    expect(await tell(store, shipmentOf([['9011', '10']]))).toEqual({ status: 'already', id: '40' });
    const other = { ...shipmentOf([['9011', '10']], '1Z-1'), shipmentId: 'W-2' };
    expect(await tell(store, other)).toEqual({ status: 'already', id: '40' });
    expect(await tell(store, { ...shipmentOf([['9011', '10']], '1Z-2'), shipmentId: 'W-2' })).toMatchObject({
      id: '41',
    });
    expect(writes()).toHaveLength(2);
  });

  it.each([
    [[['9', '1']], { status: 'rejected', reason: 'line-unknown' }],
    [[['9011', '1.00001']], { status: 'rejected', reason: 'quantity' }],
    [[['9011', '25']], { status: 'rejected', reason: 'validation' }],
  ] as const)('of %j comes to %j', async (lines, outcome) => {
    expect(await tell(world().store, shipmentOf(lines, '1Z-1'))).toMatchObject(outcome);
  });

  it('with one of the numbers of another shipment is not that one', async () => {
    const { fake, store } = world();
    const tracks = ['1Z-1', '1Z-2'].map((number) => ({ track_number: number }));
    const items = [{ order_item_id: 9011, qty: 10 }];
    fake.state.shipments.push({ entity_id: 39, order_id: 901, items, tracks, comments: [] });
    expect(await tell(store, shipmentOf([['9011', '10']], '1Z-1'))).toMatchObject({ status: 'published' });
  });

  it('of an order on hold is a conflict', async () => {
    const { fake, store } = world();
    const [order] = fake.state.orders;
    if (order !== undefined) order.state = order.status = 'holded';
    expect(await tell(store, shipmentOf([['9011', '1']]))).toMatchObject({ failure: { class: 'conflict' } });
  });

  it('is published whether the id comes as a number or as a text', async () => {
    const { store } = world({}, ({ method }) => (method === 'POST' ? Response.json('41') : undefined));
    expect(await tell(store, shipmentOf([['9011', '1']]))).toEqual({ status: 'published', id: '41' });
  });
});

describe('an invoice', () => {
  const tell = (store: ReturnType<typeof world>['store'], invoice: ReturnType<typeof invoiceOf>) =>
    store.invoices.publish({ channelOrderId: '901', invoice }, key);

  it('takes no money unless it is told to, and is looked for first by our number', async () => {
    const { store, writes } = world();
    expect(await tell(store, invoiceOf('INV-1'))).toEqual({ status: 'published', id: '70' });
    expect(await writes()[0]?.json()).toEqual({
      capture: false,
      items: [{ order_item_id: 9011, qty: 10 }],
      notify: false,
      comment: { comment: 'Invoice INV-1', is_visible_on_front: 0 },
    });
    expect(await tell(store, invoiceOf('INV-1'))).toEqual({ status: 'already', id: '70' });
    expect(await tell(store, invoiceOf('INV-2'))).toEqual({ status: 'published', id: '71' });
  });

  it.each([
    ['nothing, with rows beside it', (rows: readonly unknown[]) => ({ items: rows, total_count: 0 })],
    ['one, with no row beside it', () => ({ items: [], total_count: 1 })],
    ['three, with one row beside it', (rows: readonly unknown[]) => ({ items: rows, total_count: 3 })],
  ])('is not made again where the search counts %s', async (_, wrong) => {
    const { fake, store, writes } = world({}, ({ method, url }) =>
      method === 'GET' && url.includes('/V1/invoices') && fake.state.invoices.length > 0
        ? Response.json(wrong(fake.state.invoices))
        : undefined,
    );
    await tell(store, invoiceOf('INV-1'));
    expect(await tell(store, invoiceOf('INV-2'))).toMatchObject({ failure: { class: 'contract-drift' } });
    expect(writes()).toHaveLength(1);
  });

  it('that gives money back is refused', async () => {
    const { store, sent } = world();
    const memo = { ...invoiceOf('CM-1'), type: 'creditMemo' as const };
    expect(await tell(store, memo)).toMatchObject({ status: 'rejected', reason: 'type' });
    expect(sent).toEqual([]);
  });

  it('of more than is left to invoice is rejected in Commerce’s words', async () => {
    const outcome = await tell(world().store, invoiceOf('INV-1', '25'));
    expect(outcome).toMatchObject({ status: 'rejected', reason: 'validation' });
    expect(outcome.status === 'rejected' && outcome.message).toContain('uninvoiced quantity for product SKU "AX-100"');
  });
});

describe('stock', () => {
  it('edge 11: is on hand at each source, and salable of the whole stock, which is another number', async () => {
    const found = await world().store.inventory.availability({ items: ['AX-100', 'NO,PE'] });
    expect(found).toMatchObject({
      missing: ['NO,PE'],
      availability: {
        items: [
          { location: { value: 'default' }, quantities: [{ type: 'onHand', quantity: { value: '120' } }] },
          { location: { value: 'north' }, quantities: [{ type: 'onHand', quantity: { value: '8.5' } }] },
          { quantities: [{ type: 'salable', quantity: { value: '104.5' } }] },
        ],
      },
    });
  });

  it('edge 11: of one source has no salable quantity', async () => {
    const found = await world().store.inventory.availability({ items: ['AX-100'], locations: ['north'] });
    expect(found.status === 'found' && found.availability.items.map(({ quantities }) => quantities[0]?.type)).toEqual([
      'onHand',
    ]);
  });

  it('edge 12: is set at a source by its whole number, so that the same again changes nothing', async () => {
    const { fake, store } = world();
    for (let times = 0; times < 2; times++) await store.inventory.publish(stock('40', 'onHand', 'north'), key);
    expect(fake.state.sourceItems.filter(({ sku }) => sku === 'AX-100').map(({ quantity }) => quantity)).toEqual([
      120, 40,
    ]);
  });

  it('edge 11: salable is no number that can be set, and nothing on hand is out of stock', () => {
    expect(encodeSourceItems(stock('40', 'salable'), 'default')).toMatchObject({
      ok: false,
      reason: 'on-hand-missing',
    });
    expect(encodeSourceItems(stock('0.00001'), 'default')).toMatchObject({ ok: false, reason: 'quantity' });
    expect(encodeSourceItems(stock('0'), 'default')).toEqual({
      ok: true,
      items: [{ sku: 'AX-100', source_code: 'default', quantity: 0, status: 0 }],
    });
  });
});

describe('master data', () => {
  it('a customer belongs to a company', async () => {
    expect(await world().store.customers.find({ by: 'id', value: '77' })).toMatchObject({
      value: { customerNumber: '77', parentNumber: '5', contacts: [{ email: 'ap@northfield.example' }] },
    });
  });

  it('capitals of a SKU count, though Commerce finds it without', async () => {
    const { store } = world();
    expect(await store.items.find({ by: 'sku', value: 'ax-100' })).toEqual({ status: 'notFound' });
    expect(await store.items.find({ by: 'sku', value: 'AX-200' })).toMatchObject({ value: { status: 'discontinued' } });
  });
});

describe('an order is read', () => {
  const item = { item_id: 1, sku: 'A', qty_ordered: 2.5 };
  const order = { entity_id: 5, increment_id: '05', state: 'processing', status: 'custom', items: [item] };

  it.each([
    'new:open',
    'pending_payment:pending',
    'payment_review:onHold',
    'processing:open',
    'complete:invoiced',
    'closed:closed',
    'canceled:cancelled',
    'holded:onHold',
    'constructor:unknown',
  ])('whose state is %s', (pair) => {
    const [state, phase] = pair.split(':');
    expect(decodeOrderStatus({ ...order, state })).toMatchObject({ value: { phase, status: 'custom' } });
  });

  it.each([
    [0, 'open'],
    [1, 'partlyShipped'],
    [2.5, 'shipped'],
  ])('of which %s are shipped: %s', (shipped, phase) => {
    expect(decodeOrderStatus({ ...order, items: [{ ...item, qty_shipped: shipped }] })).toMatchObject({
      value: { phase },
    });
  });

  it('without the children of its configurable items', () => {
    const items = [item, { ...item, item_id: 2, parent_item_id: 1 }];
    const decoded = decodeOrderStatus({ ...order, items });
    expect(decoded.ok && decoded.value.lines.map(({ lineId }) => lineId)).toEqual(['1']);
  });

  it.each([
    ['no id', { entity_id: undefined }, 'entity_id'],
    ['no items', { items: undefined }, 'items'],
    ['an item without a quantity', { items: [{ item_id: 1, sku: 'A' }] }, 'items.0.qty_ordered'],
  ])('not with %s', (_, change, path) => {
    expect(decodeOrderStatus({ ...order, ...change }).issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});

describe('R31 Adobe Commerce’s errors', () => {
  it('are more than ten, verbatim, each with its page', () => {
    expect(adobeCommerceErrors.length).toBeGreaterThanOrEqual(10);
  });

  it.each(adobeCommerceErrors.map((rule) => [rule.sample, rule] as const))('%s', (_, rule) => {
    expect(classOfError(adobeCommerceErrors, { status: rule.status ?? 400, message: rule.sample })).toBe(rule.class);
  });

  it.each([
    [
      { message: 'No such entity with %fieldName = %fieldValue', parameters: { fieldName: 'a', fieldValue: 1 } },
      'No such entity with a = 1',
    ],
    [{ message: 'status of %1, %2', parameters: ['x'] }, 'status of x, %2'],
    [{ message: 'One', errors: [{ message: '%a', parameters: { a: 'two' } }] }, 'One; two'],
  ])('are read with what stands in their places: %j', (body, message) => {
    expect(errorOf(body)).toEqual({ message });
  });
});
