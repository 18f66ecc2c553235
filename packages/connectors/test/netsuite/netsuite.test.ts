import type { Fetch } from '@dist/connectors';
import { documentedErrors, fakeNetsuite } from '@dist/connectors/fakes';
import {
  decodeFulfillment,
  decodeInvoice,
  decodeSalesOrder,
  type NetsuiteSettings,
  netsuite,
  netsuiteErrors,
} from '@dist/connectors/netsuite';
import { describe, expect, it } from 'vitest';
import { classOfError } from '../../src/http/vendor-errors.ts';
import { localTime } from '../../src/netsuite/local-time.ts';
import { sampleOrder } from '../sample-order.ts';

const call = { key: 'k', externalReference: 'northfield.4711' };
const token = {
  kind: 'token',
  consumerKey: 'ck',
  consumerSecret: 'c-secret',
  token: 'tk-1',
  tokenSecret: 't-secret',
} as const;

function world(
  change: Partial<NetsuiteSettings> = {},
  meddle: (request: Request) => Response | undefined = () => undefined,
) {
  const fake = fakeNetsuite();
  const sent: Request[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push(request.clone());
    return meddle(request) ?? (await fake.handle(request));
  };
  const erp = netsuite({ account: '1234567_SB1', credentials: token, units: { '1': 'C62' }, fetch, ...change });
  return { fake, sent, erp };
}

const shipmentOf = (lines: readonly (readonly [lineId: string, value: string, unit?: string])[]) => ({
  kind: 'shipment' as const,
  version: '1' as const,
  purpose: 'original' as const,
  shipmentId: 'W-1',
  createdAt: '2026-03-02T08:00:00Z',
  shippedOn: '2026-03-02',
  carrier: {},
  parties: {},
  references: [],
  units: [],
  items: lines.map(([lineId, value, unit = 'C62']) => ({
    orderNumber: 'PO-1',
    lineId,
    ids: [{ scheme: 'seller' as const, value: 'AX-100' }],
    quantity: { value, unit },
  })),
});

const [line] = sampleOrder.lines;
if (line === undefined) throw new Error('no line');
const three = { ...sampleOrder, lines: ['1', '002', 'C'].map((lineId) => ({ ...line, lineId })) };

describe('an account', () => {
  it('is in the host in small letters with a hyphen, and in the realm in capitals with an underscore', async () => {
    const { sent, erp } = world({ account: '1234567-sb1' });
    await erp.orders.find('r');
    expect(new URL(sent[0]?.url ?? '').host).toBe('1234567-sb1.suitetalk.api.netsuite.com');
    expect(sent[0]?.headers.get('authorization')).toMatch(
      /^OAuth realm="1234567_SB1", .*oauth_signature_method="HMAC-SHA256"/,
    );
  });

  it.each(['', 'a b', 'x/../y', '1234567_SB1_2'])('is not %j', (account) => {
    expect(() => world({ account })).toThrow(TypeError);
  });

  it('asks for a token by a signed assertion with the scope in it', async () => {
    const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'sign',
      'verify',
    ]);
    const credentials = {
      kind: 'machine',
      clientId: 'id',
      certificateId: 'cert',
      privateKey,
      algorithm: 'ES256',
    } as const;
    const { sent, erp } = world({ credentials, lineField: 'custcol_buyer_line' });
    expect(await erp.health.check()).toEqual({ status: 'well', warnings: [] });
    const form = new URLSearchParams(await sent[0]?.text());
    const [, claims = ''] = (form.get('client_assertion') ?? '').split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: 'id',
      aud: 'https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token',
      scope: ['rest_webservices'],
    });
  });
});

describe('an order at NetSuite', () => {
  it('edge 3: is made by a 204 with its place only, and read afterwards', async () => {
    const { sent, erp } = world();
    expect(await erp.orders.submit(sampleOrder, call)).toMatchObject({
      status: 'accepted',
      order: { number: '501', phase: 'open' },
    });
    expect(sent.filter(({ url }) => url.includes('/record/')).map(({ method }) => method)).toEqual([
      'GET',
      'PUT',
      'GET',
    ]);
  });

  it('edge 3: a 204 without a place is not NetSuite’s: unknown', async () => {
    const { erp } = world({}, ({ method }) => (method === 'PUT' ? new Response(null, { status: 204 }) : undefined));
    expect(await erp.orders.submit(sampleOrder, call)).toMatchObject({
      status: 'unknown',
      failure: { safeToReplay: false },
    });
  });

  it('R19 edge 18: keeps the buyer’s number as it is, and ours as its external id', async () => {
    const { sent, erp } = world();
    await erp.orders.submit(sampleOrder, call);
    const put = sent.find(({ method }) => method === 'PUT');
    expect(decodeURIComponent(put?.url ?? '')).toContain('/salesOrder/eid:northfield.4711');
    expect(await put?.json()).toMatchObject({
      externalId: 'northfield.4711',
      otherRefNum: 'PO-1',
      item: { items: [{ item: { id: '4711' }, units: '1' }] },
    });
  });

  it('that people have changed is not written over by a repeat', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(sampleOrder, call);
    const [stored] = fake.state.orders;
    if (stored?.lines[0] === undefined) throw new Error('no order');
    stored.lines[0].quantity = 99;
    expect(await erp.orders.submit(sampleOrder, call)).toMatchObject({ status: 'duplicate' });
    expect(stored.lines[0].quantity).toBe(99);
  });

  it.each([
    ['of another reference', 'somebody.else', 'contract-drift'],
    ['without one', undefined, 'contract-drift'],
    ['whose reference differs in its case, which NetSuite does not see', 'Northfield.4711', 'conflict'],
  ])('R19: an answer %s is not ours', async (_, externalId, reason) => {
    const order = { id: '501', externalId, orderStatus: { id: 'B' }, item: { items: [] } };
    const { sent, erp } = world({}, ({ method, url }) =>
      method === 'GET' && url.includes('/salesOrder/') ? Response.json(order) : undefined,
    );
    expect(await erp.orders.find('northfield.4711')).toMatchObject({ status: 'failed', failure: { class: reason } });
    expect(await erp.orders.submit(sampleOrder, call)).toMatchObject({ status: 'failed', failure: { class: reason } });
    expect(sent.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('edge 5: has lines that are not 1, 2, 3, and keeps the buyer’s in a column of the account', async () => {
    const { erp } = world({ lineField: 'custcol_buyer_line' });
    const submitted = await erp.orders.submit(three, call);
    expect(submitted).toMatchObject({ order: { lines: [{ lineId: '1' }, { lineId: '002' }, { lineId: 'C' }] } });
    const without = world();
    expect(await without.erp.orders.submit(three, call)).toMatchObject({
      order: { lines: [{ lineId: '1' }, { lineId: '4' }, { lineId: '7' }] },
    });
  });

  it('edge 5: whose column of line ids is empty on a line does not take NetSuite’s number for the buyer’s', async () => {
    const { fake, erp } = world({ lineField: 'custcol_buyer_line' });
    await erp.orders.submit({ ...three, lines: ['4', '1', '7'].map((lineId) => ({ ...line, lineId })) }, call);
    const [, second] = fake.state.orders[0]?.lines ?? [];
    if (second !== undefined) second['custcol_buyer_line'] = '';
    expect(await erp.orders.status('501')).toMatchObject({
      order: { lines: [{ lineId: '4' }, { lineId: 'netsuite:4' }, { lineId: '7' }] },
    });
    const lines = [{ lineId: '4', quantity: { value: '2', unit: 'C62' } }];
    await erp.orders.change({ number: '501', lines }, { key: 'c' });
    expect(fake.state.orders[0]?.lines.map(({ quantity }) => quantity)).toEqual([2, 24, 24]);
  });

  it('edge 5: without a column of line ids is warned of by a check of health', async () => {
    expect(await world().erp.health.check()).toMatchObject({
      status: 'well',
      warnings: [expect.stringContaining('lineField is not set')],
    });
  });

  it('edge 6: a field that a form of the account demands is refused by its label, which is told', async () => {
    const detail = { detail: 'Please enter value(s) for: Department', 'o:errorCode': 'USER_ERROR' };
    const { erp } = world({}, ({ method }) =>
      method === 'PUT' ? Response.json({ status: 400, 'o:errorDetails': [detail] }, { status: 400 }) : undefined,
    );
    const outcome = await erp.orders.submit(sampleOrder, call);
    expect(outcome).toMatchObject({ status: 'rejected', reason: 'USER_ERROR' });
    expect(outcome.status === 'rejected' && outcome.message).toContain('Department');
  });

  it.each([
    [
      '429',
      () => Response.json({ 'o:errorDetails': [{ 'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED' }] }, { status: 429 }),
    ],
    [
      '400 with a code',
      () => Response.json({ 'o:errorDetails': [{ 'o:errorCode': 'SSS_REQUEST_LIMIT_EXCEEDED' }] }, { status: 400 }),
    ],
  ])('edge 7: a limit of how many at once comes as %s', async (_, answer) => {
    const { erp } = world({}, answer);
    expect(await erp.orders.find('r')).toMatchObject({ failure: { class: 'concurrency-limited', retryable: true } });
  });

  it('is cancelled by closing the lines that have not left', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(three, call);
    const [stored] = fake.state.orders;
    if (stored?.lines[0] === undefined) throw new Error('no order');
    stored.lines[0].quantityFulfilled = 24;
    expect(await erp.orders.cancel({ number: '501', reason: 'buyer' }, { key: 'c' })).toMatchObject({
      status: 'cancelled',
      lines: [{ lineId: '4' }, { lineId: '7' }],
    });
    expect(stored.lines.map(({ isClosed }) => isClosed)).toEqual([false, true, true]);
  });
});

describe('edge 5: a shipment', () => {
  it('of sixteen digits is refused, never rounded', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(three, call);
    const notice = { channelOrderId: '501', shipment: shipmentOf([['1', '9007199254740993']]) };
    expect(await erp.shipments.publish(notice, { key: 's' })).toMatchObject({ status: 'rejected', reason: 'quantity' });
    expect(fake.state.orders[0]?.lines[0]?.quantityFulfilled).toBe(0);
  });

  it('names every line, so that what did not leave does not ship in full', async () => {
    const { fake, erp } = world();
    await erp.orders.submit(three, call);
    const notice = {
      channelOrderId: '501',
      shipment: shipmentOf([
        ['1', '10'],
        ['7', '2'],
        ['7', '3'],
      ]),
    };
    expect(await erp.shipments.publish(notice, { key: 's' })).toEqual({ status: 'published', id: '7001' });
    expect(fake.state.orders[0]?.lines.map(({ quantityFulfilled }) => quantityFulfilled)).toEqual([10, 0, 5]);
    expect(await erp.shipments.publish(notice, { key: 's' })).toEqual({ status: 'already', id: '7001' });
  });

  it.each([
    ['of a line that the order does not have', [['9', '10']], 'line-unknown'],
    ['in another unit than the line’s', [['1', '10', 'XCS']], 'unit'],
    [
      'of which one carton is in another unit',
      [
        ['1', '10'],
        ['1', '2', 'XCS'],
      ],
      'unit',
    ],
    ['of nothing', [['1', '0']], 'quantity'],
  ] as const)('%s is rejected, and nothing is fulfilled', async (_, lines, reason) => {
    const { fake, erp } = world();
    await erp.orders.submit(three, call);
    const notice = { channelOrderId: '501', shipment: shipmentOf(lines) };
    expect(await erp.shipments.publish(notice, { key: 's' })).toMatchObject({ status: 'rejected', reason });
    expect(fake.state.orders[0]?.lines.map(({ quantityFulfilled }) => quantityFulfilled)).toEqual([0, 0, 0]);
  });

  it('of a line that a person has split in two is rejected; one of another line fulfils neither half', async () => {
    const { fake, erp } = world({ lineField: 'custcol_buyer_line' });
    await erp.orders.submit(three, call);
    const [stored] = fake.state.orders;
    const [first] = stored?.lines ?? [];
    if (first === undefined) throw new Error('no line');
    stored?.lines.push({ ...first, line: 10, quantity: 14 });
    const publish = async (lineId: string) =>
      await erp.shipments.publish({ channelOrderId: '501', shipment: shipmentOf([[lineId, '10']]) }, { key: 's' });
    expect(await publish('1')).toMatchObject({ status: 'rejected', reason: 'line-ambiguous' });
    expect(await publish('002')).toMatchObject({ status: 'published' });
    expect(stored?.lines.map(({ quantityFulfilled }) => quantityFulfilled)).toEqual([0, 10, 0, 0]);
  });

  it('of an order of which a part of the lines came is not published: the rest would ship in full', async () => {
    const { fake, erp } = world({}, ({ method, url }) =>
      method === 'GET' && url.includes('/salesOrder/501')
        ? Response.json({ id: '501', item: { hasMore: true, items: [{ line: 1, item: { id: '9' }, quantity: 24 }] } })
        : undefined,
    );
    await erp.orders.submit(three, call);
    const notice = { channelOrderId: '501', shipment: shipmentOf([['1', '10']]) };
    expect(await erp.shipments.publish(notice, { key: 's' })).toMatchObject({ failure: { class: 'contract-drift' } });
    expect(fake.state.fulfillments.size).toBe(0);
  });
});

describe('SuiteQL', () => {
  it('gets texts that stay texts', async () => {
    const { sent, erp } = world();
    await erp.customers.find({ by: 'number', value: "x' OR '1'='1" });
    const body = await sent[0]?.text();
    expect(JSON.parse(body ?? '{}').q).toContain("customer.entityid = 'x'' OR ''1''=''1' ORDER");
  });

  it('edge 11: tells five numbers of stock, each by its name', async () => {
    expect(await world().erp.inventory.availability({ items: ['AX-100', 'NO'] })).toMatchObject({
      missing: ['NO'],
      availability: {
        items: [
          {
            quantities: [
              { type: 'onHand', quantity: { value: '120', unit: 'C62' } },
              { type: 'salable', quantity: { value: '96' } },
              { type: 'allocated', quantity: { value: '24' } },
              { type: 'onOrder', quantity: { value: '0' } },
              { type: 'backordered', quantity: { value: '0' } },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['the lines', 'limit=1000'],
    ['the documents', 'limit=100&'],
  ])('that gives fewer rows of %s than it may, and has more, ends the list: none is left out', async (_, limit) => {
    const { erp } = world({}, ({ url }) =>
      url.includes(limit) ? Response.json({ items: [{ transaction: '800' }], hasMore: true }) : undefined,
    );
    for await (const page of erp.shipments.list()) {
      expect(page).toMatchObject({
        ok: false,
        failure: { class: 'contract-drift', message: expect.stringContaining('rows came, and there are more') },
      });
    }
  });

  it.each(['+275760-09-13T00:00:00', '0000-01-01T00:00:00', 'yesterday, or the day before'])(
    'that tells the time %j ends the list with a failure',
    async (changed) => {
      const row = { id: '800', changed, day: '2026-03-02' };
      const { erp } = world({ timeZone: 'America/New_York' }, ({ url }) =>
        Response.json({ items: url.includes('limit=1000') ? [] : [row], hasMore: false }),
      );
      const pages: unknown[] = [];
      for await (const page of erp.shipments.list()) pages.push(page);
      expect(pages).toMatchObject([{ ok: false, failure: { class: 'contract-drift' } }]);
    },
  );

  it.each([
    ['UTC', '2026-03-02T08:00:00Z', '2026-03-02T08:00:00'],
    ['America/Los_Angeles', '2026-03-02T08:00:00Z', '2026-03-02T00:00:00'],
    ['America/Los_Angeles', '2026-07-01T06:59:59Z', '2026-06-30T23:59:59'],
  ])('is asked in the time of the account: %s', (zone, instant, local) => {
    expect(localTime(zone)(instant)).toBe(local);
  });
});

const words = { units: { '1': 'C62' }, lineField: undefined };

describe('an order is read', () => {
  const order = {
    id: '5',
    externalId: 'r',
    orderStatus: { id: 'B' },
    item: { items: [{ line: 1, item: { id: '9' }, quantity: 2.5, units: '1' }] },
  };

  it('edge 10: quantities are JSON numbers, read by their shortest text', () => {
    expect(decodeSalesOrder(order, words)).toMatchObject({
      value: { lines: [{ quantity: { value: '2.5', unit: 'C62' } }] },
    });
    const [item] = order.item.items;
    expect(decodeSalesOrder({ ...order, item: { items: [{ ...item, quantity: 0.1 + 0.2 }] } }, words).ok).toBe(false);
  });

  it.each([
    'A:pending',
    'B:open',
    'C:cancelled',
    'D:partlyShipped',
    'E:partlyShipped',
    'F:shipped',
    'G:invoiced',
    'H:closed',
    'X:unknown',
  ])('of which the status is %s', (pair) => {
    const [id, phase] = pair.split(':');
    expect(decodeSalesOrder({ ...order, orderStatus: { id } }, words)).toMatchObject({ value: { phase } });
  });

  it.each([
    ['no id', { id: undefined }, 'id'],
    ['no lines', { item: undefined }, 'item'],
    ['a line without a number', { item: { items: [{ item: { id: '9' }, quantity: 1 }] } }, 'item.items.0.line'],
  ])('not with %s', (_, change, path) => {
    const decoded = decodeSalesOrder({ ...order, ...change }, words);
    expect(decoded.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});

describe('documents are read', () => {
  const own = { itemid: 'AX-100', quantity: '24', unit: '1', salesorder: '501', orderline: '4', buyerline: '007' };

  it('a fulfillment', () => {
    const header = { id: '80', changed: '2026-03-02T08:00:00', day: '2026-03-02' };
    expect(decodeFulfillment(header, [own], words)).toMatchObject({
      value: {
        shipmentId: '80',
        shippedOn: '2026-03-02',
        items: [{ orderNumber: '501', lineId: '007', quantity: { value: '24' } }],
      },
    });
  });

  it('an invoice with freight and tax, whose sums are checked', () => {
    const header = { tranid: 'INV1', type: 'CustInvc', day: '2026-03-02', currency: 'USD', total: '96.74' };
    const lines = [
      { ...own, kind: 'InvtPart', net: '78' },
      { kind: 'ShipItem', net: '12.5' },
      { kind: 'TaxItem', net: '6.24' },
    ];
    expect(decodeInvoice(header, lines, words)).toMatchObject({
      value: {
        number: 'INV1',
        orderNumber: '501',
        total: '96.74',
        lines: [{ lineId: '007', price: { amount: '3.25' } }],
      },
    });
    expect(decodeInvoice({ ...header, total: '96.75' }, lines, words).ok).toBe(false);
    expect(decodeInvoice({ ...header, type: 'CustCred' }, lines, words)).toMatchObject({
      value: { type: 'creditMemo' },
    });
  });

  const goods = { ...own, quantity: '10', kind: 'InvtPart' };
  const discount = { kind: 'Discount', itemid: 'PROMO' };
  it.each([
    ['an invoice, whose sales are credits', 'CustInvc', '-100', '10'],
    ['a credit memo, whose goods are debits', 'CustCred', '100', '-10'],
  ])('the discount line of %s is an allowance', (_, type, net, taken) => {
    const header = { tranid: 'INV1', type, day: '2026-03-02', currency: 'USD', total: '90' };
    const lines = [
      { ...goods, net },
      { ...discount, net: taken },
    ];
    expect(decodeInvoice(header, lines, words)).toMatchObject({
      value: {
        total: '90',
        lines: [{ lineId: '007', quantity: { value: '10' }, price: { amount: '10' }, net: '100' }],
        allowancesCharges: [{ kind: 'allowance', code: 'C310', amount: '10' }],
      },
    });
  });

  it('goods that are taken back on an invoice are told as that', () => {
    const header = { tranid: 'INV1', type: 'CustInvc', day: '2026-03-02', currency: 'USD', total: '80' };
    const lines = [
      { ...goods, net: '-100' },
      { ...goods, quantity: '2', net: '20' },
    ];
    const { issues } = decodeInvoice(header, lines, words);
    expect(issues).toMatchObject([{ code: 'line-negative', path: ['lines', 1, 'net'] }]);
  });

  it('whose lines come with the sign of the ledger', async () => {
    const { sent, erp } = world();
    for await (const page of erp.invoices.list()) expect(page).toMatchObject({ ok: true, unreadable: [] });
    const queries = await Promise.all(sent.map((request) => request.text()));
    expect(queries.some((q) => q.includes('transactionline'))).toBe(true);
    expect(queries.filter((q) => q.includes('ABS(line.foreignamount)'))).toEqual([]);
  });
});

describe('R31 NetSuite’s errors', () => {
  it('are more than ten, verbatim, each with its page', () => {
    expect(documentedErrors.netsuite.length).toBeGreaterThanOrEqual(10);
  });

  it.each(documentedErrors.netsuite.map((rule) => [`${rule.code} ${rule.sample}`, rule] as const))('%s', (_, rule) => {
    expect(classOfError(netsuiteErrors, { status: rule.status ?? 400, code: rule.code, message: rule.sample })).toBe(
      rule.class,
    );
  });
});
