import type { ErpEvent, EventPage, Fetch } from '@dist/connectors';
import { decodeEvent, decodeOrder, encodeOrder, referenceErp } from '@dist/connectors/reference-erp';
import { describe, expect, it } from 'vitest';
import { error, fakeReferenceErp } from './fake-reference-erp.ts';
import { sampleOrder } from './sample-order.ts';

const base = { sequence: 7, at: '2026-03-03T10:00:00Z', order: 'SO-100001', externalReference: 'northfield.PO-1' };

const shipped = {
  ...base,
  type: 'shipped',
  shipment: {
    id: 'SH-1',
    shippedOn: '2026-03-03',
    deliveryExpectedOn: '2026-03-05',
    carrier: { scac: 'ABCD', name: 'A made-up carrier', mode: 'M', trackingNumber: null },
    billOfLading: 'BOL-1',
    grossWeight: { value: '120.50', unit: 'LBR' },
    units: [
      { id: 'P1', type: 'pallet', sscc: '000123456000000012' },
      { id: 'C1', type: 'carton', sscc: '000123456000000029', parent: 'P1', weight: { value: '5.0', unit: 'LBR' } },
    ],
    items: [{ line: '1', item: 'AX-100', unitId: 'C1', quantity: '24.000', unit: 'C62', lot: 'L-9' }],
  },
};

const invoiced = {
  ...base,
  type: 'invoiced',
  invoice: {
    number: 'INV-1',
    date: '2026-03-03',
    currency: 'USD',
    terms: { discountPercent: '2.00', discountDays: 10, netDays: 30 },
    shipments: ['SH-1'],
    lines: [{ line: '1', item: 'AX-100', quantity: '24', unit: 'C62', price: '3.2500', net: '78.00' }],
    charges: [{ kind: 'charge', code: 'D240', amount: '12.50', description: 'Freight' }],
    total: '90.50',
  },
};

function answering(...responses: (Response | (() => Response))[]): {
  fetch: Fetch;
  urls: string[];
  inits: RequestInit[];
} {
  const urls: string[] = [];
  const inits: RequestInit[] = [];
  const fetch: Fetch = async (url, init) => {
    urls.push(url);
    inits.push(init);
    const next = responses.shift();
    if (next === undefined) throw new Error('one request more than expected');
    return next instanceof Response ? next : next();
  };
  return { fetch, urls, inits };
}

const connect = (fetch: Fetch) => referenceErp({ baseUrl: 'http://erp.invalid', fetch });

describe('an order', () => {
  it('is encoded with its decimals as text and its line ids unchanged', () => {
    expect(JSON.parse(JSON.stringify(encodeOrder(sampleOrder, 'northfield.PO-1'))).value).toEqual({
      externalReference: 'northfield.PO-1',
      purchaseOrder: 'PO-1',
      customer: 'C-1',
      shipTo: 'S-0012',
      currency: 'USD',
      lines: [{ line: '1', item: 'AX-100', quantity: '24', unit: 'C62', price: '3.25' }],
    });
  });

  it('travels with the key of its effect', async () => {
    const { fetch, inits } = answering(error(503, 'unavailable', 'closed'));
    await connect(fetch).orders.submit(sampleOrder, { key: 'northfield/PO-1/submit/1', externalReference: 'r' });
    expect(new Headers(inits[0]?.headers).get('idempotency-key')).toBe('northfield/PO-1/submit/1');
  });

  it('with a key that no header carries is a mistake of the program', async () => {
    const { fetch } = answering();
    const call = { key: 'a\nb', externalReference: 'r' };
    await expect(connect(fetch).orders.submit(sampleOrder, call)).rejects.toThrow(RangeError);
  });

  it.each([
    ['a number where a decimal must be a text', { quantity: 24 }, 'lines.0.quantity'],
    ['a decimal with an exponent', { quantity: '2e1' }, 'lines.0.quantity'],
    ['no item', { item: undefined }, 'lines.0.item'],
    ['another status', { status: 'perhaps' }, 'lines.0.status'],
  ])('is not read with %s', (_, change, path) => {
    const line = { line: '1', item: 'AX-100', quantity: '24', unit: 'C62', status: 'accepted', ...change };
    const decoded = decodeOrder({ number: 'SO-1', externalReference: 'r', status: 'open', lines: [line] });
    expect(decoded.ok).toBe(false);
    expect(decoded.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  it('of which every line is rejected is rejected, also when it is sent again', async () => {
    const vendor = fakeReferenceErp();
    const erp = connect(async (url, init) => vendor.handle(new Request(url, init)));
    const cheap = { ...sampleOrder, lines: sampleOrder.lines.map((line) => ({ ...line, price: { amount: '0.01' } })) };
    for (const _ of ['first', 'again']) {
      expect(await erp.orders.submit(cheap, { key: 'k', externalReference: 'r' })).toMatchObject({
        status: 'rejected',
        reason: 'price',
        message: 'the price is 3.25',
        order: { number: 'SO-100001', lines: [{ lineId: '1', status: 'rejected' }] },
      });
    }
  });

  it('with another content under a known reference is a conflict, and nothing is tried again', async () => {
    const vendor = fakeReferenceErp();
    const erp = connect(async (url, init) => vendor.handle(new Request(url, init)));
    await erp.orders.submit(sampleOrder, { key: 'k', externalReference: 'r' });
    const other = { ...sampleOrder, number: 'PO-2' };
    expect(await erp.orders.submit(other, { key: 'k2', externalReference: 'r' })).toMatchObject({
      status: 'failed',
      failure: { class: 'conflict', retryable: false, vendor: { code: 'reference-conflict', status: 409 } },
    });
  });

  it('that is answered with another reference is unknown', async () => {
    const order = { number: 'SO-1', externalReference: 'other', status: 'open', lines: [] };
    const { fetch } = answering(Response.json(order, { status: 201 }));
    const outcome = await connect(fetch).orders.submit(sampleOrder, { key: 'k', externalReference: 'r' });
    expect(outcome).toMatchObject({ status: 'unknown', failure: { class: 'contract-drift' } });
  });

  it('a bad request is a fault of the integration and rejects no order', async () => {
    const { fetch } = answering(error(400, 'bad-json', 'not JSON'));
    const outcome = await connect(fetch).orders.submit(sampleOrder, { key: 'k', externalReference: 'r' });
    expect(outcome).toMatchObject({ status: 'failed', failure: { class: 'validation', retryable: false } });
  });
});

describe('a refusal', () => {
  it('that nobody has seen before made no order: nothing needs to be looked up', async () => {
    const { fetch } = answering(error(418, 'teapot', 'no'));
    const outcome = await connect(fetch).orders.submit(sampleOrder, { key: 'k', externalReference: 'r' });
    expect(outcome).toMatchObject({ status: 'failed', failure: { class: 'contract-drift', safeToReplay: true } });
  });

  it('408 may have made one', async () => {
    const { fetch } = answering(error(408, 'timeout', 'too slow'));
    const outcome = await connect(fetch).orders.submit(sampleOrder, { key: 'k', externalReference: 'r' });
    expect(outcome.status).toBe('unknown');
  });
});

describe('a look-up', () => {
  const order = { number: 'SO-1', externalReference: 'r', status: 'open', lines: [] };

  it('of a system that answers with more than was asked takes only what was meant', async () => {
    const { fetch, urls } = answering(Response.json({ orders: [{ ...order, externalReference: 'r2' }, order] }));
    expect(await connect(fetch).orders.find('r')).toMatchObject({ status: 'found', order: { number: 'SO-1' } });
    expect(urls).toEqual(['http://erp.invalid/orders?externalReference=r']);
  });

  it('that finds two orders is a conflict for a person', async () => {
    const { fetch } = answering(Response.json({ orders: [order, { ...order, number: 'SO-2' }] }));
    expect(await connect(fetch).orders.find('r')).toMatchObject({ status: 'failed', failure: { class: 'conflict' } });
  });
});

describe('a cancellation', () => {
  it('says what had not left', async () => {
    const vendor = fakeReferenceErp();
    const erp = connect(async (url, init) => vendor.handle(new Request(url, init)));
    expect(await erp.orders.cancel({ number: 'SO/1', reason: 'buyer' }, { key: 'c' })).toEqual({
      status: 'cancelled',
      number: 'SO/1',
      lines: [{ lineId: '1', quantity: { value: '24', unit: 'C62' } }],
    });
  });

  it('of lines is rejected, and nothing is sent: the ERP cancels whole orders', async () => {
    const erp = connect(() => Promise.reject(new TypeError('fetch failed')));
    const lines = [{ lineId: '1', quantity: { value: '1', unit: 'C62' } }];
    expect(await erp.orders.cancel({ number: 'SO-1', reason: 'buyer', lines }, { key: 'c' })).toMatchObject({
      status: 'rejected',
      reason: 'lines',
    });
  });

  it('whose answer is lost is unknown and may be sent again, since the ERP knows its key', async () => {
    const erp = connect(() => Promise.reject(new TypeError('fetch failed')));
    expect(await erp.orders.cancel({ number: 'SO-1', reason: 'buyer' }, { key: 'c' })).toMatchObject({
      status: 'unknown',
      failure: { class: 'timeout-unknown', safeToReplay: true },
    });
  });
});

describe('an event', () => {
  it('of a shipment becomes a canonical Shipment', () => {
    expect(decodeEvent(shipped, '7')).toEqual({
      type: 'shipped',
      cursor: '7',
      at: base.at,
      order: 'SO-100001',
      externalReference: 'northfield.PO-1',
      shipment: {
        kind: 'shipment',
        version: '1',
        purpose: 'original',
        shipmentId: 'SH-1',
        createdAt: base.at,
        shippedOn: '2026-03-03',
        deliveryExpectedOn: '2026-03-05',
        carrier: { scac: 'ABCD', name: 'A made-up carrier', mode: 'M' },
        parties: {},
        references: [{ type: 'billOfLading', value: 'BOL-1' }],
        grossWeight: { value: '120.5', unit: 'LBR' },
        units: [
          { unitId: 'P1', type: 'pallet', sscc: '000123456000000012' },
          {
            unitId: 'C1',
            type: 'carton',
            sscc: '000123456000000029',
            parentId: 'P1',
            weight: { value: '5', unit: 'LBR' },
          },
        ],
        items: [
          {
            orderNumber: 'SO-100001',
            lineId: '1',
            unitId: 'C1',
            ids: [{ scheme: 'seller', value: 'AX-100' }],
            quantity: { value: '24', unit: 'C62' },
            lot: 'L-9',
          },
        ],
      },
    });
  });

  it('of an invoice becomes a canonical Invoice', () => {
    expect(decodeEvent(invoiced, '7')).toMatchObject({
      type: 'invoiced',
      invoice: {
        number: 'INV-1',
        type: 'invoice',
        orderNumber: 'SO-100001',
        shipmentIds: ['SH-1'],
        terms: { discountPercent: '2', discountDays: 10, netDays: 30 },
        lines: [{ lineId: '1', price: { amount: '3.25' }, net: '78' }],
        allowancesCharges: [{ kind: 'charge', code: 'D240', amount: '12.5', description: 'Freight' }],
        total: '90.5',
      },
    });
  });

  it.each([
    ['allocated', { lines: [{ line: '1', quantity: '20', unit: 'C62' }] }],
    ['backordered', { lines: [{ line: '1', quantity: '4', unit: 'C62' }] }],
    ['paid', { invoice: 'INV-1', amount: '90.50' }],
  ])('of the type %s is read', (type, more) => {
    expect(decodeEvent({ ...base, type, ...more }, '7')).toMatchObject({ type, cursor: '7', order: 'SO-100001' });
  });

  it.each<[string, unknown, string]>([
    ['of an unknown type', { ...base, type: 'returned' }, 'type'],
    ['without its shipment', { ...base, type: 'shipped' }, 'shipment'],
    [
      'R23 with an invoice whose sum is wrong',
      { ...invoiced, invoice: { ...invoiced.invoice, total: '1.00' } },
      'invoice.total',
    ],
    ['with an amount as a number', { ...base, type: 'paid', invoice: 'INV-1', amount: 90.5 }, 'amount'],
    ['that is no object', 'shipped', ''],
  ])('%s is unreadable, with the place of the fault', (_, json, path) => {
    const event = decodeEvent(json, '7');
    expect(event.type).toBe('unreadable');
    if (event.type === 'unreadable') expect(event.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});

describe('the list of events', () => {
  const page = (next: number, ...sequences: number[]) =>
    Response.json({ events: sequences.map((sequence) => ({ ...base, sequence, type: 'returned' })), next });

  async function readAll(fetch: Fetch, after?: string): Promise<EventPage[]> {
    const pages: EventPage[] = [];
    for await (const read of connect(fetch).events.list(after)) pages.push(read);
    return pages;
  }

  const cursors = (pages: EventPage[]) =>
    pages.map((read) => (read.ok ? read.events.map((event: ErpEvent) => event.cursor).join() : read.failure.class));

  it('goes on after a cursor, page by page, to the last one', async () => {
    const { fetch, urls } = answering(page(12, 11, 12), page(15, 15), page(15));
    expect(cursors(await readAll(fetch, '10'))).toEqual(['11,12', '15']);
    expect(urls).toEqual([10, 12, 15].map((after) => `http://erp.invalid/events?after=${after}&limit=200`));
  });

  it('starts at the first event without a cursor', async () => {
    const { fetch, urls } = answering(page(0));
    expect(await readAll(fetch)).toEqual([]);
    expect(urls).toEqual(['http://erp.invalid/events?after=0&limit=200']);
  });

  it('ends with the failure, after the pages that came before it', async () => {
    const { fetch } = answering(page(1, 1), error(503, 'unavailable', 'closed'));
    expect(cursors(await readAll(fetch))).toEqual(['1', 'unavailable']);
  });

  it.each([
    ['does not move on', page(10, 10)],
    ['goes back', page(12, 12, 11)],
    ['says less than it holds', page(11, 11, 12)],
    ['has no next', Response.json({ events: [] })],
    ['has an event without a sequence', Response.json({ events: [{ type: 'paid' }], next: 11 })],
  ])('with a page that %s is a drift of the contract and ends', async (_, response) => {
    const { fetch } = answering(response);
    expect(cursors(await readAll(fetch, '10'))).toEqual(['contract-drift']);
  });

  it('from a cursor that it never gave is a mistake of the program', async () => {
    const { fetch } = answering();
    await expect(readAll(fetch, 'yesterday')).rejects.toThrow(RangeError);
  });
});
