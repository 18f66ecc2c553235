import { basic, type Fetch, memoryTokenCache } from '@dist/connectors';
import { fakeS4hana } from '@dist/connectors/fakes';
import {
  decodeBilling,
  decodeDelivery,
  decodeSalesOrder,
  s4hana,
  s4hanaErrors,
  unitTable,
} from '@dist/connectors/s4hana';
import { describe, expect, it } from 'vitest';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { odataText } from '../../src/s4hana/odata-text.ts';
import { order } from './subject.ts';

const call = { key: 'k', externalReference: 'northfield.4711' };

function world(change: { readonly cache?: ReturnType<typeof memoryTokenCache> } = {}) {
  const fake = fakeS4hana();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return await fake.handle(request);
  };
  const connect = () =>
    s4hana({ baseUrl: 'https://a.invalid/', auth: basic('user', 'pass-1'), rejectionReason: '61', fetch, ...change });
  return { fake, sent, connect, erp: connect() };
}

const pathsOf = (sent: readonly Request[]) =>
  sent.map(
    ({ method, url }) => `${method} ${decodeURIComponent(new URL(url).pathname).replace('/sap/opu/odata/sap', '')}`,
  );

describe('an order at S/4HANA', () => {
  it('edge 1: is looked for before it is made, since a POST that comes twice makes two (KBA 2931385)', async () => {
    const { fake, sent, erp } = world();
    await erp.orders.submit(order, call);
    expect(pathsOf(sent)).toEqual([
      'GET /API_SALES_ORDER_SRV/A_SalesOrder',
      'GET /API_SALES_ORDER_SRV/',
      'POST /API_SALES_ORDER_SRV/A_SalesOrder',
    ]);
    expect(await erp.orders.submit(order, call)).toMatchObject({ status: 'duplicate', order: { number: '1000' } });
    expect(fake.orders()).toBe(1);
  });

  it('R19 edge 18: keeps the buyer’s number as it is and our reference in a field of its own', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, call);
    expect(fake.state.orders[0]).toMatchObject({
      PurchaseOrderByCustomer: 'PO-1',
      PurchaseOrderByShipToParty: 'northfield.4711',
    });
  });

  it('R19: the same purchase order of two partners is two orders', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, { key: 'a', externalReference: 'northfield.PO-1' });
    expect(await erp.orders.submit(order, { key: 'b', externalReference: 'maplegrove.PO-1' })).toMatchObject({
      status: 'accepted',
    });
    expect(fake.orders()).toBe(2);
  });

  it('with a unit that the table does not have is rejected before anything is sent', async () => {
    const { sent, erp } = world();
    const lines = order.lines.map((line) => ({ ...line, quantity: { value: '1', unit: 'XBX' } }));
    expect(await erp.orders.submit({ ...order, lines }, call)).toMatchObject({
      status: 'rejected',
      reason: 'value-unmappable',
    });
    expect(sent).toEqual([]);
  });

  it.each(['0.0001', '1234567890123', '-24'])('of %s pieces, which SAP does not keep, is rejected', async (value) => {
    const { sent, erp } = world();
    const lines = order.lines.map((line) => ({ ...line, quantity: { ...line.quantity, value } }));
    const outcome = await erp.orders.submit({ ...order, lines }, call);
    expect([outcome, sent]).toMatchObject([{ status: 'rejected', reason: 'quantity' }, []]);
  });

  it('is found by a reference with an apostrophe, which stays one text of the filter', () => {
    expect(odataText("O'Neil' or 1 eq 1 or '")).toBe("'O''Neil'' or 1 eq 1 or '''");
  });

  it('is cancelled by a reason for each item that has not left', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, call);
    const [stored] = fake.state.orders;
    if (stored?.items[0] === undefined) throw new Error('no order');
    stored.items[0].delivered = '10';
    expect(await erp.orders.cancel({ number: '1000', reason: 'buyer' }, { key: 'c' })).toEqual({
      status: 'cancelled',
      number: '1000',
      lines: [{ lineId: '1', quantity: { value: '14', unit: 'C62' } }],
    });
    expect(stored.items[0].SalesDocumentRjcnReason).toBe('61');
    expect(await erp.orders.cancel({ number: '1000', reason: 'buyer' }, { key: 'c' })).toMatchObject({
      status: 'cancelled',
      lines: [],
    });
  });

  it('of which a part of a line is cancelled goes down by that part; a lost answer is not asked for again', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(order, call);
    const lines = [{ lineId: '1', quantity: { value: '4', unit: 'C62' } }];
    expect(await erp.orders.cancel({ number: '1000', reason: 'stock', lines }, { key: 'c' })).toMatchObject({ lines });
    expect(fake.state.orders[0]?.items[0]).toMatchObject({ RequestedQuantity: '20', SalesDocumentRjcnReason: '' });
  });

  it.each([
    ['in another unit', [{ lineId: '1', quantity: { value: '2', unit: 'XCS' } }], 'unit'],
    ['of a line that is not there', [{ lineId: '9', quantity: { value: '2', unit: 'C62' } }], 'line-unknown'],
  ])('is not changed by a total %s', async (_, lines, reason) => {
    const { fake, erp } = world();
    await erp.orders.submit(order, call);
    expect(await erp.orders.change({ number: '1000', lines }, { key: 'c' })).toMatchObject({
      status: 'rejected',
      reason,
    });
    expect(fake.state.orders[0]?.items[0]?.RequestedQuantity).toBe('24');
  });

  it('that somebody changed meanwhile is a conflict, not overwritten', async () => {
    const { fake, sent, connect } = world();
    const erp = connect();
    await erp.orders.submit(order, call);
    const handle = fake.handle.bind(fake);
    const racing = s4hana({
      baseUrl: 'https://a.invalid',
      auth: basic('user', 'pass-1'),
      rejectionReason: '61',
      fetch: async (url, init) => {
        const [stored] = fake.state.orders;
        if (init.method === 'PATCH' && stored) stored.version++;
        return await handle(new Request(url, init));
      },
    });
    const lines = [{ lineId: '1', quantity: { value: '5', unit: 'C62' } }];
    expect(await racing.orders.change({ number: '1000', lines }, { key: 'c' })).toMatchObject({
      status: 'failed',
      failure: { class: 'conflict', vendor: { status: 412 } },
    });
    expect(sent.length).toBeGreaterThan(0);
  });
});

describe('edge 9: a session for writing', () => {
  it('is fetched once for many writes, and shared through the cache by functions without memory', async () => {
    const cache = memoryTokenCache();
    const { sent, connect } = world({ cache });
    await connect().orders.submit(order, call);
    await connect().orders.submit(order, { key: 'b', externalReference: 'other' });
    expect(pathsOf(sent).filter((path) => path === 'GET /API_SALES_ORDER_SRV/')).toHaveLength(1);
  });

  it('that ended is fetched anew, and the write made once more', async () => {
    const { fake, sent, erp } = world();
    await erp.orders.submit(order, call);
    fake.expireTokens?.();
    expect(await erp.orders.submit(order, { key: 'b', externalReference: 'other' })).toMatchObject({
      status: 'accepted',
    });
    expect(pathsOf(sent).filter((path) => path.startsWith('POST'))).toHaveLength(3);
    expect(fake.orders()).toBe(2);
  });

  it('is not fetched for reading', async () => {
    const { sent, erp } = world();
    await erp.orders.find('x');
    await erp.inventory.availability({ items: ['AX-100'] });
    expect(sent.map(({ headers }) => headers.has('x-csrf-token'))).toEqual([false, false]);
  });

  it.each([
    ['401', new Response('', { status: 401 }), 'auth'],
    ['403', new Response('', { status: 403 }), 'permission'],
    ['503', new Response('', { status: 503 }), 'unavailable'],
    ['no token', new Response('{}'), 'config'],
  ])('that is answered by %s: nothing was made', async (_, response, errorClass) => {
    const { fake } = world();
    const fetch: Fetch = async (url, init) =>
      new Headers(init.headers).has('x-csrf-token') ? response.clone() : await fake.handle(new Request(url, init));
    const erp = s4hana({ baseUrl: 'https://a.invalid', auth: basic('user', 'pass-1'), rejectionReason: '61', fetch });
    expect(await erp.orders.submit(order, call)).toMatchObject({
      status: 'failed',
      failure: { class: errorClass, safeToReplay: true },
    });
    expect(fake.orders()).toBe(0);
  });
});

describe('edge 11: stock', () => {
  it('says which number each quantity is, by place, and what is not known', async () => {
    const found = await world().erp.inventory.availability({ items: ['AX-100', 'NO-SUCH'] });
    expect(found).toMatchObject({
      status: 'found',
      missing: ['NO-SUCH'],
      availability: {
        items: [
          {
            location: { scheme: 'erp', value: '1710' },
            quantities: [
              { type: 'onHand', quantity: { value: '120', unit: 'C62' } },
              { type: 'unsalable', quantity: { value: '5', unit: 'C62' } },
            ],
          },
          { location: { value: '1720' }, quantities: [{ type: 'onHand', quantity: { value: '0', unit: 'C62' } }] },
        ],
      },
    });
  });

  it('of many items is asked for in several addresses, none longer than 4000 signs', async () => {
    const { sent, erp } = world();
    const items = Array.from({ length: 100 }, (_, at) => `ITEM-${at}-WITH-A-NUMBER-OF-FORTY-SIGNS-XXXX`.slice(0, 40));
    await erp.inventory.availability({ items });
    expect(sent).toHaveLength(3);
    expect(Math.max(...sent.map(({ url }) => url.length))).toBeLessThan(4000);
  });
});

const item = {
  SalesOrderItem: '10',
  UnderlyingPurchaseOrderItem: '007',
  Material: 'AX-100',
  RequestedQuantity: '24.000',
  RequestedQuantityUnit: 'CS',
  SalesDocumentRjcnReason: '',
  to_ScheduleLine: { results: [{ DeliveredQtyInOrderQtyUnit: '3.5' }, { DeliveredQtyInOrderQtyUnit: '0.5' }] },
};
const header = { SalesOrder: '1', PurchaseOrderByShipToParty: 'r', LastChangeDateTime: '/Date(1772438400000+0000)/' };

describe('an order is read', () => {
  it('edge 5, edge 10: with the buyer’s line ids, and decimals that were never numbers', () => {
    const decoded = decodeSalesOrder({ ...header, to_Item: { results: [item] } }, unitTable);
    expect(decoded).toMatchObject({
      value: {
        changedAt: '2026-03-02T08:00:00.000Z',
        lines: [{ lineId: '007', quantity: { value: '24', unit: 'XCS' }, shipped: { value: '4', unit: 'XCS' } }],
      },
    });
  });

  it.each([
    ['nothing has happened', {}, 'open'],
    ['a delivery is on its way', { OverallDeliveryStatus: 'B' }, 'partlyShipped'],
    ['all has left', { OverallDeliveryStatus: 'C' }, 'shipped'],
    ['all is invoiced', { OverallDeliveryStatus: 'C', OverallOrdReltdBillgStatus: 'C' }, 'invoiced'],
    ['every item is rejected', { OverallSDDocumentRejectionSts: 'C' }, 'cancelled'],
    ['it is complete without a delivery', { OverallSDProcessStatus: 'C' }, 'closed'],
    ['delivery is blocked', { DeliveryBlockReason: '01' }, 'onHold'],
    ['the credit check failed', { TotalCreditCheckStatus: 'B' }, 'onHold'],
    ['a status is a new one', { OverallSDProcessStatus: 'X' }, 'unknown'],
  ])('of which %s', (_, change, phase) => {
    expect(decodeSalesOrder({ ...header, ...change, to_Item: { results: [item] } }, unitTable)).toMatchObject({
      value: { phase },
    });
  });

  it.each([
    ['no number', { SalesOrder: undefined }, 'SalesOrder'],
    ['no items', { to_Item: undefined }, 'to_Item'],
    [
      'items of which the rest is elsewhere',
      { to_Item: { results: [item], __next: 'https://a.invalid/x' } },
      'to_Item',
    ],
    [
      'a quantity that is a number',
      { to_Item: { results: [{ ...item, RequestedQuantity: 24 }] } },
      'to_Item.results.0.RequestedQuantity',
    ],
  ])('not with %s', (_, change, path) => {
    const decoded = decodeSalesOrder({ ...header, to_Item: { results: [item] }, ...change }, unitTable);
    expect(decoded.ok).toBe(false);
    expect(decoded.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});

describe('documents are listed', () => {
  it('deliveries from the beginning of the day that a list begins in: SAP knows no more of their changes', async () => {
    const { erp } = world();
    const found: string[] = [];
    for await (const page of erp.shipments.list({ from: '2026-02-04T17:30:00Z' })) {
      if (!page.ok) throw new Error(page.failure.message);
      found.push(...page.items.map(({ shipmentId }) => shipmentId));
    }
    expect(found).toEqual(['80000004', '80000005', '80000006']);
  });
});

describe('the names of lines', () => {
  /** A delivery of items 10 and 20, which the buyer calls 20 and 30; SAP answers in two parts, of which the rest is at `link`. */
  async function delivered(link: (next: string) => string, keep: (item: object) => boolean = () => true) {
    const { fake } = world();
    const fetch: Fetch = async (url, init) => {
      const answer = await fake.handle(new Request(url, init));
      if (!url.includes('/A_SalesOrderItem?')) return answer;
      const { d } = Object(await answer.json());
      const results = d.results.filter(keep);
      if (url.includes('skiptoken')) return Response.json({ d: { results: results.slice(1) } });
      return Response.json({ d: { results: results.slice(0, 1), __next: link(`${url}&$skiptoken=1`) } });
    };
    const erp = s4hana({ baseUrl: 'https://a.invalid', auth: basic('user', 'pass-1'), rejectionReason: '61', fetch });
    const lines = ['20', '30'].flatMap((lineId) => order.lines.map((line) => ({ ...line, lineId })));
    await erp.orders.submit({ ...order, lines }, call);
    fake.state.deliveries.length = 0;
    fake.fulfil?.(Date.UTC(2026, 2, 2));
    for await (const page of erp.shipments.list()) {
      return page.ok ? page.items.flatMap(({ items }) => items.map(({ lineId }) => lineId)) : page.failure.class;
    }
    throw new Error('no page');
  }

  it('edge 5: are read to the end of an answer that SAP has cut, and never taken from the wrong line', async () => {
    expect(await delivered((next) => next)).toEqual(['20', '30']);
    expect(await delivered(() => 'https://elsewhere.invalid/x')).toBe('contract-drift');
  });

  it('edge 5: of an item that is not found is SAP’s, and is not taken for the buyer’s', async () => {
    expect(
      await delivered(
        (next) => next,
        (item) => !JSON.stringify(item).includes('"30"'),
      ),
    ).toEqual(['20', 'sap:20']);
  });

  it('edge 5: of an item that a person has added is SAP’s, and is not taken for the buyer’s', () => {
    const added = { ...item, SalesOrderItem: '20', UnderlyingPurchaseOrderItem: '' };
    expect(decodeSalesOrder({ ...header, to_Item: { results: [item, added] } }, unitTable)).toMatchObject({
      value: { lines: [{ lineId: '007' }, { lineId: 'sap:20' }] },
    });
  });
});

describe('documents are read', () => {
  const fake = fakeS4hana();
  const { fields: delivery = {} } = fake.state.deliveries[0] ?? {};
  const { fields: billing = {} } = fake.state.billing[0] ?? {};
  const lineIds = (_: string, own: string) => (own.endsWith('10') ? '007' : own);

  it('a delivery whose goods left', () => {
    expect(decodeDelivery({ DeliveryDocument: '80000000', ...delivery }, unitTable, lineIds)).toMatchObject({
      value: {
        shipmentId: '80000000',
        shippedOn: '2026-02-02',
        references: [{ type: 'billOfLading', value: 'BOL-80000000' }],
        packageCount: 2,
        grossWeight: { value: '12.5', unit: 'KGM' },
        items: [{ orderNumber: '4711', lineId: '007', quantity: { value: '24', unit: 'C62' }, lot: 'L-9' }],
      },
    });
  });

  it('a billing document, whose sums are checked', () => {
    const json = { BillingDocument: '9', ...billing };
    expect(decodeBilling(json, unitTable, lineIds)).toMatchObject({
      value: {
        type: 'invoice',
        orderNumber: '4711',
        shipmentIds: ['80000000'],
        total: '84.24',
        lines: [{ price: { amount: '3.25' } }],
      },
    });
    expect(decodeBilling({ ...json, TotalNetAmount: '79.00' }, unitTable, lineIds)).toMatchObject({ ok: false });
    expect(decodeBilling({ ...json, SDDocumentCategory: 'O' }, unitTable, lineIds)).toMatchObject({
      value: { type: 'creditMemo' },
    });
    expect(decodeBilling({ ...json, SDDocumentCategory: 'X' }, unitTable, lineIds)).toMatchObject({ ok: false });
  });
});

describe('R31 SAP’s errors', () => {
  it('are more than ten, verbatim, each with its page', () => {
    expect(s4hanaErrors.length).toBeGreaterThanOrEqual(10);
    for (const { sample, source } of s4hanaErrors) expect([sample.length > 5, source.length > 5]).toEqual([true, true]);
  });

  it.each(s4hanaErrors.map((rule) => [rule.code ?? String(rule.status), rule] as const))('%s', (_, rule) => {
    expect(classOfError(s4hanaErrors, { status: rule.status ?? 400, code: rule.code, message: rule.sample })).toBe(
      rule.class,
    );
  });

  it('tell everything that SAP says, by code', async () => {
    const detail = { code: 'V1/321', message: 'Material X is not defined', severity: 'error' };
    const error = { code: 'SY/530', message: { value: 'Exception raised' }, innererror: { errordetails: [detail] } };
    const fetch: Fetch = async () => Response.json({ error }, { status: 400 });
    const erp = s4hana({ baseUrl: 'https://a.invalid', auth: basic('user', 'pass-1'), rejectionReason: '61', fetch });
    expect(await erp.orders.find('r')).toMatchObject({
      failure: { message: 'SAP S/4HANA: answered 400 (SY/530: Exception raised; Material X is not defined)' },
    });
  });
});

it('the reason for a rejection is one of two signs', () => {
  const settings = { baseUrl: 'https://a.invalid', auth: basic('user', 'pass-1') };
  for (const rejectionReason of ['', '123', "'x"])
    expect(() => s4hana({ ...settings, rejectionReason })).toThrow(TypeError);
});

describe('what stops half way', () => {
  const two = { ...order, lines: ['1', '2'].flatMap((lineId) => order.lines.map((line) => ({ ...line, lineId }))) };

  /** The second change of an item is refused. */
  function stopping() {
    const fake = fakeS4hana();
    let patches = 0;
    const fetch: Fetch = async (url, init) => {
      if (init.method === 'PATCH' && ++patches === 2) return new Response('{}', { status: 429 });
      return await fake.handle(new Request(url, init));
    };
    const erp = s4hana({ baseUrl: 'https://a.invalid', auth: basic('user', 'pass-1'), rejectionReason: '61', fetch });
    return { fake, erp };
  }

  it('a cancellation of parts is unknown, and must not be sent again: line 1 would go down twice', async () => {
    const { erp } = stopping();
    await erp.orders.submit(two, call);
    const lines = ['1', '2'].map((lineId) => ({ lineId, quantity: { value: '4', unit: 'C62' } }));
    expect(await erp.orders.cancel({ number: '1000', reason: 'stock', lines }, { key: 'c' })).toMatchObject({
      status: 'unknown',
      failure: { safeToReplay: false },
    });
  });

  it('a change is unknown, and its totals may be sent again', async () => {
    const { fake, erp } = stopping();
    await erp.orders.submit(two, call);
    const lines = ['1', '2'].map((lineId) => ({ lineId, quantity: { value: '4', unit: 'C62' } }));
    expect(await erp.orders.change({ number: '1000', lines }, { key: 'c' })).toMatchObject({
      status: 'unknown',
      failure: { safeToReplay: true },
    });
    expect(await erp.orders.change({ number: '1000', lines }, { key: 'c' })).toMatchObject({ status: 'changed' });
    expect(fake.state.orders[0]?.items.map(({ RequestedQuantity }) => RequestedQuantity)).toEqual(['4', '4']);
  });

  it('a store of sessions that fails once does not stop every write after it', async () => {
    const fake = fakeS4hana();
    const inner = memoryTokenCache();
    let fails = true;
    const cache = {
      ...inner,
      set: async (key: string, value: string, expiresAt: number) => {
        if (fails) throw new Error('the store is down');
        await inner.set(key, value, expiresAt);
      },
    };
    const fetch: Fetch = async (url, init) => await fake.handle(new Request(url, init));
    const erp = s4hana({
      baseUrl: 'https://a.invalid',
      auth: basic('user', 'pass-1'),
      rejectionReason: '61',
      cache,
      fetch,
    });
    await expect(erp.orders.submit(order, call)).rejects.toThrow('the store is down');
    fails = false;
    expect(await erp.orders.submit(order, call)).toMatchObject({ status: 'accepted' });
  });
});
