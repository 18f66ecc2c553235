import { basic } from '@dist/connectors';
import { s4hana } from '@dist/connectors/s4hana';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ForeignServer, foreignAbsent, startForeign } from '../foreign/start-foreign.ts';
import { type Exchange, mockDialect } from './mock-dialect.ts';
import { mockRecords } from './mock-records.ts';
import { order } from './subject.ts';

const reason = foreignAbsent('sap-s4');
const reference = 'northfield.4711';
const newTotal = { number: '4711', lines: [{ lineId: '1', quantity: { value: '12.5', unit: 'C62' } }] };

describe.skipIf(reason !== false)(`S/4HANA, at SAP’s mock server (${reason || 'with its descriptions'})`, () => {
  let server: ForeignServer;
  const exchanges: Exchange[] = [];
  const settings = () => ({
    baseUrl: server.url,
    auth: basic('USER', 'pass-123456'),
    rejectionReason: '61',
    pageSize: 2,
  });
  /** Through the dialect: what the mock says otherwise than SAP is put right on the way. */
  const erp = () => s4hana({ ...settings(), fetch: mockDialect(exchanges) });
  /** As the mock is. */
  const bare = () => s4hana(settings());
  const patches = () => exchanges.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  const seen = () => exchanges.map(({ method, path, status }) => `${method} ${path.split('?')[0]} ${status}`);

  beforeAll(async () => {
    server = await startForeign('sap-s4');
    for (const [path, record] of mockRecords) await write('POST', path, record, 201);
  });
  afterAll(() => server?.stop());
  beforeEach(() => exchanges.splice(0));

  async function write(method: string, path: string, body: unknown, status: number): Promise<void> {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const url = `${server.url}/sap/opu/odata/sap/${path}`;
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    expect(answer.status, await answer.text()).toBe(status);
  }

  describe('an order', () => {
    it('is looked for, made with a token, and read from the answer', async () => {
      const outcome = await erp().orders.submit(order, { key: 'k', externalReference: reference });
      expect(outcome).toMatchObject({
        status: 'accepted',
        order: {
          externalReference: reference,
          phase: 'open',
          lines: [{ lineId: '1', item: 'AX-100', quantity: { value: '24', unit: 'C62' }, status: 'accepted' }],
        },
      });
      expect(seen()).toEqual([
        'GET /API_SALES_ORDER_SRV/A_SalesOrder 200',
        'GET /API_SALES_ORDER_SRV/ 200',
        'POST /API_SALES_ORDER_SRV/A_SalesOrder 201',
      ]);
      // Asked for with Fetch; the mock's token is always the same, and reads go without.
      expect(exchanges.map(({ token }) => token)).toEqual([null, 'Fetch', '0504-71383']);
    });

    it('is found by our reference, by its number, and is not made again', async () => {
      const found = await erp().orders.find(reference);
      if (found.status !== 'found') throw new Error(found.status);
      expect(await erp().orders.status(found.order.number)).toEqual(found);
      expect(found.order.number).toMatch(/^SalesOr\d+$/);
      exchanges.splice(0);
      const again = await erp().orders.submit(order, { key: 'k', externalReference: reference });
      expect(again).toMatchObject({ status: 'duplicate', order: { number: found.order.number } });
      expect(seen()).toEqual(['GET /API_SALES_ORDER_SRV/A_SalesOrder 200']);
    });

    it('is kept by the mock with what was sent, in the names of the description', async () => {
      const { number } = (await found(reference)).order;
      const path = `${server.url}/sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder('${number}')`;
      expect(await (await fetch(path)).json()).toMatchObject({
        d: {
          SalesOrderType: 'OR',
          SalesOrganization: '1710',
          PurchaseOrderByCustomer: 'PO-1',
          SoldToParty: 'C-1',
          TransactionCurrency: 'USD',
        },
      });
    });

    it('of another reference is none of ours', async () => {
      expect(await erp().orders.find('northfield.none')).toEqual({ status: 'notFound' });
    });

    it('that is not there is no answer yet: the mock’s 404 has no word of the gateway’s', async () => {
      const failure = { class: 'not-found', safeToReplay: true, vendor: { status: 404 } };
      expect(await erp().orders.status('none')).toMatchObject({ status: 'failed', failure });
    });

    const found = async (externalReference: string) => {
      const outcome = await erp().orders.find(externalReference);
      if (outcome.status !== 'found') throw new Error(outcome.status);
      return outcome;
    };
  });

  describe('an order with items of their own', () => {
    it('is read with what was delivered of them', async () => {
      expect(await erp().orders.status('4711')).toMatchObject({
        order: {
          number: '4711',
          externalReference: 'northfield.1',
          status: 'A/-/-/-',
          phase: 'open',
          changedAt: '2026-03-02T00:00:00.000Z',
          lines: [
            { lineId: '1', quantity: { value: '24', unit: 'C62' }, shipped: { value: '4', unit: 'C62' } },
            { lineId: 'sap:200', quantity: { value: '5', unit: 'EA' }, status: 'accepted' },
          ],
        },
      });
    });

    it('is changed, and read again with its new total', async () => {
      expect(await erp().orders.change(newTotal, { key: 'k2' })).toMatchObject({
        status: 'changed',
        order: { number: '4711', lines: [{ quantity: { value: '12.5' } }, {}] },
      });
      expect(exchanges.filter(({ method }) => method === 'PATCH')).toEqual([
        {
          method: 'PATCH',
          path: "/API_SALES_ORDER_SRV/A_SalesOrderItem(SalesOrder='4711',SalesOrderItem='100')",
          token: '0504-71383',
          // The mock gives a version of no record in OData 2, and asks for none.
          ifMatch: '*',
          body: { RequestedQuantity: '12.5' },
          status: 200,
        },
      ]);
    });

    it('is cancelled in part: the total goes down', async () => {
      const lines = [{ lineId: '1', quantity: { value: '2', unit: 'C62' } }];
      const outcome = await erp().orders.cancel({ number: '4711', lines, reason: 'buyer' }, { key: 'k3' });
      expect(outcome).toEqual({ status: 'cancelled', number: '4711', lines });
      expect(patches()).toEqual([{ RequestedQuantity: '10.5' }]);
    });

    it('is cancelled: what has not left is rejected, for the reason of the tenant', async () => {
      const one = erp();
      expect(await one.orders.cancel({ number: '4711', reason: 'buyer' }, { key: 'k4' })).toEqual({
        status: 'cancelled',
        number: '4711',
        lines: [
          { lineId: '1', quantity: { value: '6.5', unit: 'C62' } },
          { lineId: 'sap:200', quantity: { value: '5', unit: 'EA' } },
        ],
      });
      expect(patches()).toEqual([{ SalesDocumentRjcnReason: '61' }, { SalesDocumentRjcnReason: '61' }]);
      // One token for both.
      expect(exchanges.filter(({ token }) => token === 'Fetch')).toHaveLength(1);
      expect(await one.orders.status('4711')).toMatchObject({
        order: {
          // The mock has no rules: what SAP says of the whole order after that (`C`) it does not know.
          phase: 'open',
          lines: [
            { status: 'rejected', reason: '61', shipped: { value: '4' } },
            { status: 'rejected', reason: '61' },
          ],
        },
      });
    });
  });

  it('lists deliveries whose goods issue is posted, page by page, with the buyer’s line ids', async () => {
    const pages = await all(erp().shipments.list({ from: '2026-03-01T00:00:00Z' }));
    const given = pages.flatMap((page) => (page.ok ? page.items : []));
    expect(given.map(({ shipmentId }) => shipmentId)).toEqual(['80000001', '80000002', '80000003']);
    expect(pages).toMatchObject([{ unreadable: [] }, { unreadable: [] }]);
    expect(given[0]).toMatchObject({
      shippedOn: '2026-03-02',
      deliveryExpectedOn: '2026-03-04',
      grossWeight: { value: '12.5', unit: 'KGM' },
      items: [{ orderNumber: '4711', lineId: '1', quantity: { value: '4', unit: 'C62' } }],
    });
    expect(await all(erp().shipments.list({ from: '2026-03-04T00:00:00Z' }))).toMatchObject([
      { items: [{ shipmentId: '80000003' }] },
    ]);
  });

  it('lists billing documents from an instant on, and tells the one whose sums are wrong', async () => {
    expect(await all(erp().invoices.list({ from: '2026-03-01T00:00:00Z' }))).toMatchObject([
      {
        items: [
          {
            number: '90000001',
            type: 'invoice',
            date: '2026-03-02',
            orderNumber: '4711',
            shipmentIds: ['80000001'],
            lines: [{ lineId: '1', quantity: { value: '4', unit: 'C62' }, price: { amount: '3.25' }, net: '13' }],
            taxes: [{ amount: '1.3' }],
            total: '14.3',
          },
        ],
        unreadable: [{ id: '90000002' }],
      },
    ]);
  });

  it('reads stock by item and plant, and says what it knows nothing of', async () => {
    const query = { items: ['AX-100', 'AX-200'], locations: ['1710'] };
    // The mock gives every key a value: to be the seller's own, stock is changed afterwards.
    expect(await erp().inventory.availability(query)).toEqual({ status: 'notFound' });
    await makeOwnStock();
    expect(await erp().inventory.availability(query)).toMatchObject({
      status: 'found',
      missing: ['AX-200'],
      availability: {
        items: [
          {
            ids: [{ scheme: 'seller', value: 'AX-100' }],
            location: { value: '1710' },
            quantities: [{ type: 'onHand', quantity: { value: '120.5', unit: 'C62' } }],
          },
        ],
      },
    });
  });

  async function makeOwnStock(): Promise<void> {
    const filter = new URLSearchParams({ $filter: "Material eq 'AX-100'", $top: '1', $skip: '0' });
    const path = `${server.url}/sap/opu/odata/sap/API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod?${filter}`;
    const { d } = (await (await fetch(path)).json()) as {
      readonly d: { readonly results: readonly { readonly __metadata: { readonly uri: string } }[] };
    };
    const uri = d.results[0]?.__metadata.uri.replace('/sap/opu/odata/sap/', '') ?? '';
    await write('PATCH', uri, { InventorySpecialStockType: '' }, 200);
  }

  it('is well', async () => {
    expect(await erp().health.check()).toEqual({ status: 'well', warnings: [] });
  });

  it.each([
    ['customers', () => erp().customers.find({ by: 'number', value: '17100001' })],
    ['items', () => erp().items.find({ by: 'sku', value: 'AX-100' })],
  ])('has no %s: their services are not described here, and a 404 is not taken for an answer', async (_, find) => {
    expect(await find()).toMatchObject({ status: 'failed', failure: { class: 'not-found', vendor: { status: 404 } } });
  });

  describe('without the dialect', () => {
    it('makes an order whose answer has no items that are known: it is not said to be accepted', async () => {
      const outcome = await bare().orders.submit(order, { key: 'k', externalReference: 'northfield.bare' });
      expect(outcome).toMatchObject({
        status: 'unknown',
        probe: { externalReference: 'northfield.bare' },
        failure: { class: 'contract-drift', safeToReplay: false },
      });
    });

    it('answers a change otherwise than it is documented: whether it was done is not known', async () => {
      await write('POST', 'API_SALES_ORDER_SRV/A_SalesOrder', { SalesOrder: '4712' }, 201);
      const item = { SalesOrder: '4712', SalesOrderItem: '300', UnderlyingPurchaseOrderItem: '1', Material: 'AX-100' };
      const amount = { RequestedQuantity: '24', RequestedQuantityUnit: 'PC' };
      await write('POST', 'API_SALES_ORDER_SRV/A_SalesOrderItem', { ...item, ...amount }, 201);
      expect(await bare().orders.change({ ...newTotal, number: '4712' }, { key: 'k' })).toMatchObject({
        status: 'unknown',
        failure: { safeToReplay: true },
      });
    });

    it('has no deliveries under the version of the path, and no invoices from an instant on', async () => {
      const failure = { class: 'not-found', vendor: { status: 404 } };
      expect(await all(bare().shipments.list({ from: '2026-03-01T00:00:00Z' }))).toMatchObject([
        { ok: false, failure },
      ]);
      expect(await all(bare().invoices.list({ from: '2026-03-01T00:00:00Z' }))).toEqual([]);
    });
  });
});

async function all<Item>(pages: AsyncIterable<Item>): Promise<readonly Item[]> {
  const read: Item[] = [];
  for await (const page of pages) read.push(page);
  return read;
}
