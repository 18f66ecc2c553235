import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ForeignName, type ForeignServer, foreignAbsent, startForeign } from './start-foreign.ts';
import { wiremockRequests, wiremockReset, wiremockScript } from './wiremock-script.ts';

const json = { 'content-type': 'application/json', accept: 'application/json' };

/** What is asked of a server once it is up, and what it answers. */
interface Row {
  readonly name: string;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status: number;
  /** A text in the answer. */
  readonly says?: string;
}

const sap = '/sap/opu/odata/sap/API_SALES_ORDER_SRV';
const centre = '/v2.0/common/production/api/v2.0/companies(5d115c9c-44e3-ea11-bb43-000d3a2feca1)';
const orderById = {
  query: 'query Q($id: ID!) { order(id: $id) { id name displayFulfillmentStatus } }',
  variables: { id: 'gid://shopify/Order/1' },
};
const fulfil = {
  query:
    'mutation { fulfillmentCreate(fulfillment: { lineItemsByFulfillmentOrder: [] }) { fulfillment { id } userErrors { message } } }',
};

const table: Readonly<Record<Exclude<ForeignName, 'wiremock'>, readonly Row[]>> = {
  acumatica: [
    { name: 'gives orders', path: '/entity/Default/24.200.001/SalesOrder', status: 200, says: '"value"' },
    {
      name: 'refuses a field without its wrapping',
      method: 'PUT',
      path: '/entity/Default/24.200.001/SalesOrder',
      body: { OrderType: 'SO' },
      status: 422,
    },
  ],
  'adobe-commerce': [
    { name: 'gives an order', path: '/rest/default/V1/orders/1', status: 200, says: 'increment_id' },
    {
      name: 'ships',
      method: 'POST',
      path: '/rest/default/V1/order/1/ship',
      body: { items: [{ order_item_id: 1, qty: 1 }] },
      status: 200,
    },
    {
      name: 'refuses a line without its item',
      method: 'POST',
      path: '/rest/default/V1/order/1/ship',
      body: { items: [{ qty: 1 }] },
      status: 422,
    },
  ],
  'adobe-commerce-graphql': [
    {
      name: 'gives orders',
      method: 'POST',
      path: '/graphql',
      body: { query: '{ customer { orders { items { number } } } }' },
      status: 200,
      says: '"number":"text"',
    },
    {
      name: 'refuses a field that is not there',
      method: 'POST',
      path: '/graphql',
      body: { query: '{ customer { colour } }' },
      status: 200,
      says: 'Cannot query field',
    },
  ],
  'amazon-seller': [
    {
      name: 'gives an order',
      path: '/orders/2026-01-01/orders/111-0000000-0000000',
      status: 200,
      says: 'orderId',
    },
    {
      name: 'refuses a confirmation that lacks all',
      method: 'POST',
      path: '/orders/v0/orders/111-0000000-0000000/shipmentConfirmation',
      body: {},
      status: 400,
    },
  ],
  'amazon-vendor': [
    {
      name: 'gives purchase orders',
      path: '/vendor/orders/v1/purchaseOrders?limit=1&createdAfter=2026-01-01T00:00:00Z',
      status: 200,
      says: 'purchaseOrderNumber',
    },
    {
      name: 'refuses an invoice that lacks all',
      method: 'POST',
      path: '/vendor/payments/v1/invoices',
      body: { invoices: [{}] },
      status: 400,
    },
    { name: 'knows shipments', path: '/vendor/shipping/v1/shipments', status: 200, says: 'shipments' },
  ],
  bigcommerce: [
    {
      name: 'gives orders of v2',
      path: '/stores/abc/v2/orders',
      headers: { 'x-auth-token': 't' },
      status: 200,
      says: 'customer_id',
    },
    {
      name: 'gives stock of v3',
      path: '/stores/abc/v3/inventory/items',
      headers: { 'x-auth-token': 't' },
      status: 200,
      says: 'data',
    },
    { name: 'refuses who has no token', path: '/stores/abc/v2/orders', status: 401 },
    {
      name: 'refuses a wrong type',
      method: 'POST',
      path: '/stores/abc/v2/orders/1/shipments',
      headers: { 'x-auth-token': 't' },
      body: { order_address_id: 'x', items: [] },
      status: 422,
      says: 'order_address_id',
    },
  ],
  'business-central': [
    { name: 'gives orders', path: `${centre}/salesOrders`, status: 200, says: 'externalDocumentNumber' },
    {
      name: 'makes one',
      method: 'POST',
      path: `${centre}/salesOrders`,
      body: { customerNumber: '10000' },
      status: 201,
    },
    {
      name: 'refuses a wrong type',
      method: 'POST',
      path: `${centre}/salesOrders`,
      body: { customerNumber: 10_000 },
      status: 422,
    },
    {
      name: 'lets a field pass that is not there: descriptions are for that',
      method: 'POST',
      path: `${centre}/salesOrders`,
      body: { poNumber: '1' },
      status: 201,
    },
    {
      name: 'has shipments that are only read',
      method: 'POST',
      path: `${centre}/salesShipments`,
      body: {},
      status: 405,
    },
  ],
  shipengine: [
    { name: 'gives labels', path: '/v1/labels', headers: { 'api-key': 't' }, status: 200, says: 'labels' },
    {
      name: 'refuses a label without a shipment',
      method: 'POST',
      path: '/v1/labels',
      headers: { 'api-key': 't' },
      body: {},
      status: 400,
    },
  ],
  shopify: [
    {
      name: 'gives an order',
      method: 'POST',
      path: '/admin/api/2026-07/graphql.json',
      body: orderById,
      status: 200,
      says: 'gid://shopify/Order/1',
    },
    {
      name: 'fulfils without a fault',
      method: 'POST',
      path: '/admin/api/2026-07/graphql.json',
      body: fulfil,
      status: 200,
      says: '"userErrors":[]',
    },
    {
      name: 'refuses a variable of the wrong type',
      method: 'POST',
      path: '/admin/api/2026-07/graphql.json',
      body: { ...orderById, variables: { id: {} } },
      status: 400,
      says: 'errors',
    },
  ],
  'sap-s4': [
    { name: 'gives its metadata', path: `${sap}/$metadata`, status: 200, says: 'A_SalesOrderType' },
    { name: 'gives orders', path: `${sap}/A_SalesOrder?$top=2&$inlinecount=allpages`, status: 200, says: '__count' },
    { name: 'filters', path: `${sap}/A_SalesOrder?$filter=SalesOrder eq 'none'`, status: 200, says: '"results":[]' },
    {
      name: 'knows deliveries',
      path: '/sap/opu/odata/sap/API_OUTBOUND_DELIVERY_SRV/A_OutbDeliveryHeader?$top=1',
      status: 200,
      says: 'DeliveryDocument',
    },
  ],
};

for (const [name, rows] of Object.entries(table) as [ForeignName, readonly Row[]][]) {
  const reason = foreignAbsent(name);
  describe.skipIf(reason !== false)(`${name} (${reason || 'a server of somebody else'})`, () => {
    let server: ForeignServer;
    beforeAll(async () => {
      server = await startForeign(name);
    });
    afterAll(() => server?.stop());

    it.each(rows)('$name', async ({ method = 'GET', path, headers, body, status, says = '' }) => {
      const init = { method, headers: { ...json, ...headers }, body: body === undefined ? null : JSON.stringify(body) };
      const response = await fetch(`${server.url}${path}`, init);
      const text = await response.text();
      expect({ status: response.status, text }).toEqual({ status, text: expect.stringContaining(says) });
    });
  });
}

const noSap = foreignAbsent('sap-s4');
describe.skipIf(noSap !== false)(`sap-s4 as it is written to (${noSap || 'SAP’s mock server'})`, () => {
  let server: ForeignServer;
  beforeAll(async () => {
    server = await startForeign('sap-s4');
  });
  afterAll(() => server?.stop());

  it('gives a token, takes an order with its items, and gives it back', async () => {
    const fetched = await fetch(`${server.url}${sap}/`, { headers: { 'x-csrf-token': 'Fetch' } });
    const token = fetched.headers.get('x-csrf-token');
    expect(token).toMatch(/.+/);
    const order = {
      SalesOrder: '4711',
      SalesOrderType: 'OR',
      PurchaseOrderByCustomer: 'PO-1',
      to_Item: [{ SalesOrder: '4711', SalesOrderItem: '10', Material: 'TG11' }],
    };
    const created = await fetch(`${server.url}${sap}/A_SalesOrder`, {
      method: 'POST',
      headers: { ...json, 'x-csrf-token': token ?? '' },
      body: JSON.stringify(order),
    });
    expect(created.status).toBe(201);
    const found = await fetch(`${server.url}${sap}/A_SalesOrder('4711')`, { headers: json });
    expect(await found.json()).toMatchObject({ d: { PurchaseOrderByCustomer: 'PO-1' } });
  });

  it.each([
    ['an unknown property, and no token', `${sap}/A_SalesOrder`, { SalesOrder: '4712', Colour: 'red' }, 201],
    ['no function', "/sap/opu/odata/sap/API_OUTBOUND_DELIVERY_SRV/PostGoodsIssue?DeliveryDocument='1'", {}, 500],
    ['no version in the path', '/sap/opu/odata/sap/API_OUTBOUND_DELIVERY_SRV;v=0002/A_OutbDeliveryHeader', {}, 404],
  ])('is weaker than what it stands for: it takes %s', async (_, path, body, status) => {
    const init = { method: 'POST', headers: json, body: JSON.stringify(body) };
    expect((await fetch(`${server.url}${path}`, init)).status).toBe(status);
  });
});

const noWiremock = foreignAbsent('wiremock');
describe.skipIf(noWiremock !== false)(`wiremock (${noWiremock || 'with Java'})`, () => {
  let server: ForeignServer;
  beforeAll(async () => {
    server = await startForeign('wiremock');
  });
  afterAll(() => server?.stop());

  it('refuses for a while, breaks off, and then answers', async () => {
    await wiremockScript(server.url, 'POST', '/orders', [
      { status: 429, headers: { 'Retry-After': '5' } },
      { fault: 'CONNECTION_RESET_BY_PEER' },
      { status: 201, json: { id: 1 } },
    ]);
    const send = () => fetch(`${server.url}/orders`, { method: 'POST', body: '{"n":1}' });
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    await expect(send()).rejects.toThrow('fetch failed');
    expect(await (await send()).json()).toEqual({ id: 1 });
    const seen = await wiremockRequests(server.url);
    expect(seen.map(({ method, url, body }) => `${method} ${url} ${body}`)).toEqual(
      Array(3).fill('POST /orders {"n":1}'),
    );
    await wiremockReset(server.url);
    expect(await wiremockRequests(server.url)).toEqual([]);
    expect((await send()).status).toBe(404);
  });
});
