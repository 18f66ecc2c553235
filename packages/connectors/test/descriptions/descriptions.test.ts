import { describe, expect, it } from 'vitest';
import type { ReceivedAnswer, SentRequest } from './check.ts';
import { absent, answerDifferences, checkRead, checkRequest, checkResponse, differences } from './descriptions.ts';
import { recordingFetch } from './recording-fetch.ts';
import { type SystemName, systems } from './systems.ts';

/** What is sent, in words, and what is found: `kind at`. */
type Row = readonly [name: string, request: SentRequest, found: readonly string[]];

const json = { 'Content-Type': 'application/json', Accept: 'application/json' };
const id = '5d115c9c-44e3-ea11-bb43-000d3a2feca1';
const sap = '/sap/opu/odata/sap/API_SALES_ORDER_SRV';
const acumatica = '/AcumaticaDB/entity/Default/24.200.001';
const centre = `/v2.0/common/production/api/v2.0/companies(${id})`;

const gql = (query: string, variables: unknown = {}, version = '2026-07'): SentRequest => ({
  method: 'POST',
  path: `/admin/api/${version}/graphql.json`,
  headers: json,
  body: JSON.stringify({ query, variables }),
});
const create = 'mutation M($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) { fulfillment { id } } }';

const table: Readonly<Record<SystemName, readonly Row[]>> = {
  acumatica: [
    [
      'an order',
      {
        method: 'PUT',
        path: `${acumatica}/SalesOrder?$expand=Details`,
        headers: json,
        body: { OrderType: { value: 'SO' }, Details: [{ InventoryID: { value: 'A' }, OrderQty: { value: 2 } }] },
      },
      [],
    ],
    ['an order by its keys', { method: 'GET', path: `${acumatica}/SalesOrder/SO/000123` }, []],
    [
      'a field without its wrapping',
      { method: 'PUT', path: `${acumatica}/SalesOrder`, headers: json, body: { OrderType: 'SO' } },
      ['type body.OrderType'],
    ],
    [
      'a field that is not there',
      { method: 'PUT', path: `${acumatica}/SalesOrder`, headers: json, body: { OrderKind: { value: 'SO' } } },
      ['unknown-property body.OrderKind'],
    ],
    [
      'a field that is not there in a line',
      { method: 'PUT', path: `${acumatica}/SalesOrder`, headers: json, body: { Details: [{ Sku: { value: 'A' } }] } },
      ['unknown-property body.Details[0].Sku'],
    ],
    [
      'a text for a number',
      {
        method: 'PUT',
        path: `${acumatica}/SalesOrder`,
        headers: json,
        body: { Details: [{ OrderQty: { value: '2' } }] },
      },
      ['type body.Details[0].OrderQty.value'],
    ],
    [
      'another version of the endpoint',
      { method: 'GET', path: '/entity/Default/23.200.001/SalesOrder' },
      ['unknown-path path'],
    ],
    [
      'a parameter of OData that it lacks',
      { method: 'GET', path: `${acumatica}/SalesOrder?$orderby=OrderNbr` },
      ['unknown-query query.$orderby'],
    ],
  ],
  'adobe-commerce': [
    [
      'a shipment',
      {
        method: 'POST',
        path: '/rest/default/V1/order/12/ship',
        headers: json,
        body: { items: [{ order_item_id: 1, qty: 2 }], notify: true },
      },
      [],
    ],
    [
      'a search',
      {
        method: 'GET',
        path: '/rest/V1/orders?searchCriteria[filterGroups][1][filters][0][field]=status&searchCriteria[pageSize]=20&fields=items[increment_id]',
      },
      [],
    ],
    ['a parameter that it lacks', { method: 'GET', path: '/rest/V1/orders?page=1' }, ['unknown-query query.page']],
    [
      'a page size that is no number',
      { method: 'GET', path: '/rest/V1/orders?searchCriteria[pageSize]=many' },
      ['type query.searchCriteria[pageSize]'],
    ],
    [
      'an order number for the id',
      { method: 'POST', path: '/rest/V1/order/A12/ship', headers: json, body: {} },
      ['type path.orderId'],
    ],
    [
      'what is required left out',
      { method: 'POST', path: '/rest/V1/order/12/ship', headers: json, body: { items: [{ qty: 2 }] } },
      ['missing body.items[0].order_item_id'],
    ],
    [
      'a property that is not there',
      { method: 'POST', path: '/rest/V1/order/12/ship', headers: json, body: { notifyCustomer: true } },
      ['unknown-property body.notifyCustomer'],
    ],
    [
      'a path that is not there',
      { method: 'POST', path: '/rest/V1/orders/12/ship', headers: json, body: {} },
      ['unknown-path path'],
    ],
    [
      'a field of its GraphQL that is not there',
      { method: 'POST', path: '/graphql', body: { query: '{ customer { orders { items { colour } } } }' } },
      ['graphql body.query'],
    ],
    [
      'a field of its GraphQL',
      { method: 'POST', path: '/graphql', body: { query: '{ customer { orders { items { number } } } }' } },
      [],
    ],
  ],
  'amazon-sp-api': [
    [
      'purchase orders',
      { method: 'GET', path: '/vendor/orders/v1/purchaseOrders?limit=10&createdAfter=2026-01-01T00:00:00Z' },
      [],
    ],
    [
      'a limit above the highest',
      { method: 'GET', path: '/vendor/orders/v1/purchaseOrders?limit=1000' },
      ['range query.limit'],
    ],
    [
      'an acknowledgement',
      {
        method: 'POST',
        path: '/vendor/orders/v1/acknowledgements',
        headers: json,
        body: { acknowledgements: [acknowledgement()] },
      },
      [],
    ],
    [
      'a code that is none',
      {
        method: 'POST',
        path: '/vendor/orders/v1/acknowledgements',
        headers: json,
        body: { acknowledgements: [acknowledgement('Perhaps')] },
      },
      ['enum body.acknowledgements[0].items[0].itemAcknowledgements[0].acknowledgementCode'],
    ],
    [
      'a line without quantity',
      {
        method: 'POST',
        path: '/vendor/orders/v1/acknowledgements',
        headers: json,
        body: { acknowledgements: [{ ...acknowledgement(), items: [{ itemAcknowledgements: [] }] }] },
      },
      ['missing body.acknowledgements[0].items[0].orderedQuantity'],
    ],
    [
      'a method that it lacks',
      { method: 'PUT', path: '/vendor/payments/v1/invoices', headers: json, body: {} },
      ['unknown-method method'],
    ],
  ],
  bigcommerce: [
    [
      'a shipment',
      {
        method: 'POST',
        path: '/stores/abc/v2/orders/118/shipments',
        headers: json,
        body: { order_address_id: 1, tracking_number: 'T', items: [{ order_product_id: 1, quantity: 2 }] },
      },
      [],
    ],
    [
      'orders',
      { method: 'GET', path: '/stores/abc/v2/orders?min_date_modified=2026-01-01&page=2&limit=50', headers: json },
      [],
    ],
    [
      'orders that are counted, not one with that name',
      { method: 'GET', path: '/stores/abc/v2/orders/count', headers: json },
      [],
    ],
    [
      'a property that is not there',
      {
        method: 'POST',
        path: '/stores/abc/v2/orders/118/shipments',
        headers: json,
        body: { order_address_id: 1, items: [{ order_product_id: 1, qty: 2 }] },
      },
      ['unknown-property body.items[0].qty'],
    ],
    [
      'a text for a number',
      {
        method: 'POST',
        path: '/stores/abc/v2/orders/118/shipments',
        headers: json,
        body: { order_address_id: '1', items: [] },
      },
      ['type body.order_address_id'],
    ],
    ['a header left out', { method: 'GET', path: '/stores/abc/v2/orders/118' }, ['missing headers.accept']],
    ['a version that lacks it', { method: 'GET', path: '/stores/abc/v3/orders', headers: json }, ['unknown-path path']],
    [
      'a parameter that it lacks',
      { method: 'GET', path: '/stores/abc/v2/orders?since=1', headers: json },
      ['unknown-query query.since'],
    ],
  ],
  'business-central': [
    [
      'an order with its lines',
      {
        method: 'POST',
        path: `${centre}/salesOrders`,
        headers: json,
        body: {
          customerNumber: '10000',
          externalDocumentNumber: 'PO-1',
          orderDate: '2026-01-31',
          salesOrderLines: [{ lineType: 'Item', lineObjectNumber: 'A', quantity: 2 }],
        },
      },
      [],
    ],
    [
      'a search with an expansion',
      {
        method: 'GET',
        path: `${centre}/salesOrders?$filter=externalDocumentNumber eq 'colour' and orderDate gt 2026-01-31&$expand=salesOrderLines($select=sequence,quantity)&$top=1`,
      },
      [],
    ],
    [
      'an action by the name of the documentation',
      { method: 'POST', path: `${centre}/salesOrders(${id})/Microsoft.NAV.shipAndInvoice` },
      [],
    ],
    [
      'a field that is not there',
      { method: 'POST', path: `${centre}/salesOrders`, headers: json, body: { poNumber: '1' } },
      ['unknown-property body.poNumber'],
    ],
    [
      'a field that can not be set',
      { method: 'POST', path: `${centre}/salesOrders`, headers: json, body: { customerName: 'x' } },
      ['read-only body.customerName'],
    ],
    [
      'a day with a time',
      { method: 'POST', path: `${centre}/salesOrders`, headers: json, body: { orderDate: '2026-01-31T00:00:00Z' } },
      ['format body.orderDate'],
    ],
    [
      'a text for a decimal',
      { method: 'POST', path: `${centre}/salesOrders(${id})/salesOrderLines`, headers: json, body: { quantity: '2' } },
      ['type body.quantity'],
    ],
    [
      'a change without an ETag',
      {
        method: 'PATCH',
        path: `${centre}/salesOrders(${id})`,
        headers: json,
        body: { externalDocumentNumber: 'PO-2' },
      },
      ['missing headers.if-match'],
    ],
    [
      'a shipment that is made by hand',
      { method: 'POST', path: `${centre}/salesShipments`, headers: json, body: {} },
      ['unknown-method method'],
    ],
    [
      'a search by a field that is not there',
      { method: 'GET', path: `${centre}/salesOrders?$filter=poNumber eq 'x'` },
      ['unknown-property query.$filter'],
    ],
    [
      'an expansion with a field that is not there',
      { method: 'GET', path: `${centre}/salesOrders?$expand=salesOrderLines($select=sku)` },
      ['unknown-property query.$select'],
    ],
  ],
  netsuite: [
    [
      'an order under our reference',
      { method: 'PUT', path: '/services/rest/record/v1/salesOrder/eid:PO-1', headers: json, body: { anything: 1 } },
      [],
    ],
    [
      'an invoice of it',
      { method: 'POST', path: '/services/rest/record/v1/salesOrder/12/!transform/invoice', headers: json, body: {} },
      [],
    ],
    [
      'a query',
      {
        method: 'POST',
        path: '/services/rest/query/v1/suiteql?limit=100',
        headers: { ...json, Prefer: 'transient' },
        body: { q: 'SELECT 1' },
      },
      [],
    ],
    [
      'a query without its header',
      { method: 'POST', path: '/services/rest/query/v1/suiteql', headers: json, body: { q: 'SELECT 1' } },
      ['missing headers.prefer'],
    ],
    [
      'a query by another name',
      {
        method: 'POST',
        path: '/services/rest/query/v1/suiteql',
        headers: { Prefer: 'transient' },
        body: { query: 'SELECT 1' },
      },
      ['missing body.q', 'unknown-property body.query'],
    ],
    [
      'a transformation that it lacks',
      { method: 'POST', path: '/services/rest/record/v1/salesOrder/12/!transform/bill', headers: json, body: {} },
      ['unknown-path path'],
    ],
    [
      'a parameter that it lacks',
      { method: 'GET', path: '/services/rest/record/v1/salesOrder/12?expand=true' },
      ['unknown-query query.expand'],
    ],
    [
      'a page that is no number',
      { method: 'GET', path: '/services/rest/record/v1/salesOrder?limit=all' },
      ['type query.limit'],
    ],
  ],
  'oracle-fusion': [
    [
      'an order',
      {
        method: 'POST',
        path: '/fscmRestApi/resources/11.13.18.05/salesOrdersForOrderHub',
        headers: json,
        body: { SourceTransactionNumber: '1' },
      },
      [],
    ],
    [
      'an order by its key',
      { method: 'GET', path: '/fscmRestApi/resources/11.13.18.05/salesOrdersForOrderHub/OPS:123' },
      [],
    ],
    [
      'a method that it lacks',
      { method: 'PUT', path: '/fscmRestApi/resources/11.13.18.05/salesOrdersForOrderHub/OPS:123', body: {} },
      ['unknown-method method'],
    ],
    [
      'a resource that it lacks',
      { method: 'POST', path: '/fscmRestApi/resources/11.13.18.05/salesOrders', body: {} },
      ['unknown-path path'],
    ],
  ],
  'sap-s4': [
    [
      'an order with its items',
      {
        method: 'POST',
        path: `${sap}/A_SalesOrder`,
        headers: json,
        body: {
          SalesOrderType: 'OR',
          SoldToParty: '17100001',
          RequestedDeliveryDate: '/Date(1767225600000)/',
          to_Item: [
            { Material: 'TG11', RequestedQuantity: '5', to_Partner: [{ PartnerFunction: 'WE', Customer: '1' }] },
          ],
        },
      },
      [],
    ],
    [
      'a search',
      {
        method: 'GET',
        path: `${sap}/A_SalesOrder?$filter=PurchaseOrderByCustomer eq 'O''Neill' and CreationDate ge datetime'2026-01-01T00:00:00'&$expand=to_Item/to_ScheduleLine&$inlinecount=allpages`,
      },
      [],
    ],
    [
      'an item by both of its keys',
      { method: 'GET', path: `${sap}/A_SalesOrderItem(SalesOrder='1',SalesOrderItem='10')/to_ScheduleLine` },
      [],
    ],
    ['an order whose key is escaped', { method: 'GET', path: `${sap}/A_SalesOrder%28%271%27%29?$expand=to_Item` }, []],
    [
      'goods that are issued',
      {
        method: 'POST',
        path: "/sap/opu/odata/sap/API_OUTBOUND_DELIVERY_SRV;v=0002/PostGoodsIssue?DeliveryDocument='80000001'",
      },
      [],
    ],
    [
      'goods that are issued of no delivery',
      { method: 'POST', path: '/sap/opu/odata/sap/API_OUTBOUND_DELIVERY_SRV;v=0002/PostGoodsIssue' },
      ['missing query.DeliveryDocument'],
    ],
    [
      'a property that is not there',
      { method: 'POST', path: `${sap}/A_SalesOrder`, body: { SalesOrderTyp: 'OR' } },
      ['unknown-property body.SalesOrderTyp'],
    ],
    [
      'a property that may not be sent',
      { method: 'POST', path: `${sap}/A_SalesOrder`, body: { CreationDate: '/Date(0)/' } },
      ['read-only body.CreationDate'],
    ],
    [
      'a text that is too long',
      { method: 'POST', path: `${sap}/A_SalesOrder`, body: { SalesOrderType: 'STANDARD' } },
      ['too-long body.SalesOrderType'],
    ],
    [
      'a number for a decimal',
      { method: 'POST', path: `${sap}/A_SalesOrder`, body: { to_Item: [{ RequestedQuantity: 5 }] } },
      ['type body.to_Item[0].RequestedQuantity'],
    ],
    [
      'too many places',
      { method: 'POST', path: `${sap}/A_SalesOrder`, body: { to_Item: [{ RequestedQuantity: '5.1234' }] } },
      ['format body.to_Item[0].RequestedQuantity'],
    ],
    [
      'a date of ISO',
      { method: 'POST', path: `${sap}/A_SalesOrder`, body: { RequestedDeliveryDate: '2026-01-01' } },
      ['format body.RequestedDeliveryDate'],
    ],
    [
      'items in the form of an answer, which the gateway takes too',
      { method: 'POST', path: `${sap}/A_SalesOrder`, body: { to_Item: { results: [] } } },
      [],
    ],
    [
      'a key that is changed',
      { method: 'PATCH', path: `${sap}/A_SalesOrder('1')`, body: { SalesOrder: '2' } },
      ['read-only body.SalesOrder'],
    ],
    [
      'a search by a property that is not there',
      { method: 'GET', path: `${sap}/A_SalesOrder?$filter=PoNumber eq '1'` },
      ['unknown-property query.$filter'],
    ],
    [
      'an option of OData 4',
      { method: 'GET', path: `${sap}/A_SalesOrder?$count=true` },
      ['unknown-query query.$count'],
    ],
    ['a key without apostrophes around it', { method: 'GET', path: `${sap}/A_SalesOrder(SO1)` }, ['unknown-path path']],
    [
      'a document that nobody creates',
      { method: 'POST', path: '/sap/opu/odata/sap/API_BILLING_DOCUMENT_SRV/A_BillingDocument', body: {} },
      ['unknown-method method'],
    ],
  ],
  shipengine: [
    ['labels', { method: 'GET', path: '/v1/labels?page=1&page_size=25' }, []],
    ['a label', { method: 'POST', path: '/v1/labels', headers: json, body: { shipment: shipment() } }, []],
    [
      'a property that is not there',
      { method: 'POST', path: '/v1/labels', headers: json, body: { shipment: { ...shipment(), carrier: 'x' } } },
      ['unknown-property body.shipment.carrier'],
    ],
    [
      'a property that may not be sent',
      {
        method: 'POST',
        path: '/v1/labels',
        headers: json,
        body: {
          shipment: { ...shipment(), packages: [{ weight: { value: 1, unit: 'pound' }, tracking_number: '1Z' }] },
        },
      },
      ['read-only body.shipment.packages[0].tracking_number'],
    ],
    [
      'what is required left out',
      { method: 'POST', path: '/v1/labels', headers: json, body: {} },
      ['missing body.shipment'],
    ],
    ['no body', { method: 'POST', path: '/v1/labels', headers: json }, ['missing body']],
    [
      'a code that is none',
      { method: 'POST', path: '/v1/labels', headers: json, body: { shipment: shipment(), label_format: 'gif' } },
      ['enum body.label_format'],
    ],
  ],
  shopify: [
    [
      'an order that is read',
      gql('query Q($id: ID!) { order(id: $id) { id name } }', { id: 'gid://shopify/Order/1' }),
      [],
    ],
    ['a fulfilment', gql(create, { f: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: 'gid://1' }] } }), []],
    ['a field that is not there', gql('{ order(id: "1") { colour } }'), ['graphql body.query']],
    ['an argument that is not there', gql('{ order(key: "1") { id } }'), ['graphql body.query', 'graphql body.query']],
    ['a variable left out', gql('query Q($id: ID!) { order(id: $id) { id } }'), ['missing body.variables']],
    [
      'an input with a property that is not there',
      gql(create, { f: { lineItemsByFulfillmentOrder: [], colour: 1 } }),
      ['unknown-property body.variables'],
    ],
    [
      'an input of the wrong type',
      gql(create, { f: { lineItemsByFulfillmentOrder: [], notifyCustomer: 'yes' } }),
      ['type body.variables'],
    ],
    [
      'a variable that the document lacks',
      gql('query Q { order(id: "1") { id } }', { id: 1 }),
      ['unknown-property body.variables.id'],
    ],
    ['no GraphQL', gql('{ order('), ['unreadable body.query']],
    ['REST', { method: 'GET', path: '/admin/api/2026-07/orders.json' }, ['unknown-path path']],
  ],
  stripe: [
    [
      'a payment',
      {
        method: 'POST',
        path: '/v1/payment_intents',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'amount=1099&currency=usd&metadata[order]=1&payment_method_types[]=card',
      },
      [],
    ],
    [
      'an amount that is no number',
      {
        method: 'POST',
        path: '/v1/payment_intents',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'amount=10.99&currency=usd',
      },
      ['type body.amount'],
    ],
    [
      'what is required left out',
      {
        method: 'POST',
        path: '/v1/payment_intents',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'amount=1099',
      },
      ['missing body.currency'],
    ],
    [
      'a property that is not there',
      {
        method: 'POST',
        path: '/v1/payment_intents',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'amount=1099&currency=usd&price=1',
      },
      ['unknown-property body.price'],
    ],
    [
      'a form as JSON',
      { method: 'POST', path: '/v1/payment_intents', headers: json, body: { amount: 1 } },
      ['format headers.content-type'],
    ],
    [
      'too long a text',
      {
        method: 'POST',
        path: '/v1/payment_intents',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `amount=1&currency=usd&statement_descriptor=${'x'.repeat(23)}`,
      },
      ['too-long body.statement_descriptor'],
    ],
  ],
};

for (const system of Object.keys(systems) as SystemName[]) {
  const reason = absent(system);
  describe.skipIf(reason !== false)(`${system} takes or refuses (${reason || 'its description is at hand'})`, () => {
    it.each(table[system])('%s', (_, request, expected) => {
      const { differences: found } = checkRequest(system, request);
      expect(found.map(({ kind, at }) => `${kind} ${at}`)).toEqual(expected);
    });
  });
}

const order = { method: 'GET', path: '/rest/V1/orders/12', status: 200 };
const answers: readonly (readonly [SystemName, string, ReceivedAnswer, readonly string[]])[] = [
  ['adobe-commerce', 'an order', { ...order, body: orderWith({}) }, []],
  ['adobe-commerce', 'an order with null for a text', { ...order, body: orderWith({ remote_ip: null }) }, []],
  [
    'adobe-commerce',
    'a field that was made up',
    { ...order, body: orderWith({ sku: 'A' }) },
    ['unknown-property body.sku'],
  ],
  [
    'adobe-commerce',
    'a text for a number',
    { ...order, body: orderWith({ entity_id: '12' }) },
    ['type body.entity_id'],
  ],
  [
    'sap-s4',
    'items that are nested, partners that are not',
    {
      method: 'GET',
      path: `${sap}/A_SalesOrder('1')?$expand=to_Item`,
      status: 200,
      body: {
        d: { SalesOrder: '1', to_Item: { results: [{ Material: 'TG11' }] }, to_Partner: { __deferred: { uri: 'x' } } },
      },
    },
    [],
  ],
  [
    'sap-s4',
    'items in the form of a request',
    { method: 'GET', path: `${sap}/A_SalesOrder('1')`, status: 200, body: { d: { to_Item: [{ Material: 'TG11' }] } } },
    ['type body.d.to_Item'],
  ],
  [
    'sap-s4',
    'an item with a field that was made up',
    {
      method: 'GET',
      path: `${sap}/A_SalesOrder`,
      status: 200,
      body: { d: { results: [{ to_Item: { results: [{ Sku: 'TG11' }] } }] } },
    },
    ['unknown-property body.d.results[0].to_Item.results[0].Sku'],
  ],
  [
    'business-central',
    'a list without its envelope',
    { method: 'GET', path: `${centre}/salesOrders`, status: 200, body: [{ number: '1' }] },
    ['type body'],
  ],
  [
    'amazon-sp-api',
    'a created status',
    { method: 'POST', path: '/vendor/payments/v1/invoices', status: 202, body: { payload: { transactionId: 'x' } } },
    [],
  ],
];

/** The paths that a decoder reads, and those of them that nobody sends. */
const reads: readonly (readonly [SystemName, string, readonly string[], readonly string[]])[] = [
  [
    'adobe-commerce',
    'GET /V1/orders/{id}',
    ['items[].base_price', 'items[].colour', 'billing_address.city'],
    ['items[].colour'],
  ],
  [
    'bigcommerce',
    'GET /stores/x/v2/orders/118/products',
    ['[].sku', '[].price_inc_tax', '[].quantity_left'],
    ['[].quantity_left'],
  ],
  [
    'sap-s4',
    'GET /A_SalesOrder',
    ['d.results[].to_Item.results[].Material', 'd.results[].Items'],
    ['d.results[].Items'],
  ],
  [
    'acumatica',
    'GET /SalesOrder',
    ['[].Details[].InventoryID.value', '[].Details[].Sku.value'],
    ['[].Details[].Sku.value'],
  ],
  [
    'business-central',
    'GET /companies({companyId})/salesOrders',
    ['value[].number', 'value[].poNumber'],
    ['value[].poNumber'],
  ],
  ['shipengine', 'GET /v1/labels', ['labels[].tracking_number', 'labels[].carrier'], ['labels[].carrier']],
  [
    'amazon-sp-api',
    'GET /vendor/orders/v1/purchaseOrders',
    ['payload.orders[].orderDetails.items[].amazonProductIdentifier', 'orders[]'],
    ['orders[]'],
  ],
  ['bigcommerce', 'GET /stores/x/v2/orders/118/notes', ['[].text'], ['path']],
];

const noAnswers = skipped([...answers, ...reads]);
describe.skipIf(noAnswers !== '')(`answers (${noAnswers || 'their descriptions are at hand'})`, () => {
  it.each(answers)('%s: %s', (system, _, answer, expected) => {
    expect(checkResponse(system, answer).differences.map(({ kind, at }) => `${kind} ${at}`)).toEqual(expected);
  });

  it.each(reads)('%s: what is read of %s', (system, operation, paths, expected) => {
    expect(checkRead(system, operation, paths).differences.map(({ at }) => at)).toEqual(expected);
  });
});

const reason = absent('bigcommerce');
describe.skipIf(reason !== false)(`a recorder (${reason || 'with BigCommerce'})`, () => {
  const address = 'https://api.bigcommerce.com/stores/abc/v2/orders/118/shipments';
  const answer = async () => new Response(JSON.stringify({ id: 1, made_up: true }));
  const init = (body: unknown) => ({ method: 'POST', headers: json, body: JSON.stringify(body) });

  it('tells of each request what is wrong, with where it is from', async () => {
    const recorder = recordingFetch('bigcommerce', answer);
    await recorder.fetch(address, init({ order_address_id: 1, items: [] }));
    await recorder.fetch(address, init({ order_address_id: 1, items: [], qty: 1 }));
    expect(await differences(recorder)).toEqual([
      'POST /stores/abc/v2/orders/118/shipments: body.qty: unknown-property, must NOT have additional properties (official: bigcommerce/orders.v2.o2c.json)',
    ]);
  });

  it('tells of an answer what was made up', async () => {
    const recorder = recordingFetch('bigcommerce', answer);
    const response = await recorder.fetch(address, init({ order_address_id: 1, items: [] }));
    expect(await response.json()).toEqual({ id: 1, made_up: true });
    expect(await answerDifferences(recorder)).toEqual([expect.stringContaining('body.made_up: unknown-property')]);
  });

  it('passes over what is outside of the description', async () => {
    const recorder = recordingFetch('bigcommerce', answer, [/^\/oauth2\/token$/]);
    await recorder.fetch('https://login.bigcommerce.com/oauth2/token', {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
    });
    expect(recorder.requests).toEqual([expect.objectContaining({ path: '/oauth2/token', body: 'a=b' })]);
    expect(await differences(recorder)).toEqual([]);
  });
});

const netsuite = absent('netsuite');
describe.skipIf(netsuite !== false)(`what a check is worth (${netsuite || 'with what is at hand'})`, () => {
  it.each<readonly [SystemName, string, string]>([
    ['shipengine', '/v1/labels', 'official'],
    ['sap-s4', `${sap}/A_SalesOrder`, 'derived'],
    ['business-central', `${centre}/salesOrders`, 'derived'],
    ['netsuite', '/services/rest/record/v1/salesOrder', 'transcribed'],
  ])('%s at %s: %s', (system, path, provenance) => {
    expect(checkRequest(system, { method: 'GET', path })).toMatchObject({ system, provenance, differences: [] });
  });

  it('says what nobody has checked', () => {
    const request = { method: 'POST', path: '/services/rest/record/v1/salesOrder', body: {} };
    expect(checkRequest('netsuite', request).unchecked).toEqual(['the body']);
    const read = { method: 'GET', path: '/fscmRestApi/resources/latest/salesOrdersForOrderHub?q=x' };
    expect(checkRequest('oracle-fusion', read).unchecked).toEqual(['the query']);
  });
});

function orderWith(more: object) {
  return { base_grand_total: 1, customer_email: 'a@example.com', items: [], grand_total: 1, ...more };
}

function skipped(rows: readonly (readonly [SystemName, ...unknown[]])[]): string {
  const missing = new Set(rows.flatMap(([system]) => absent(system) || []));
  return [...missing].join(', ');
}

function acknowledgement(code = 'Accepted') {
  const quantity = { amount: 1, unitOfMeasure: 'Eaches' };
  return {
    purchaseOrderNumber: '4Z32PABC',
    sellingParty: { partyId: 'API01' },
    acknowledgementDate: '2026-01-31T10:00:00Z',
    items: [
      {
        orderedQuantity: quantity,
        itemAcknowledgements: [{ acknowledgementCode: code, acknowledgedQuantity: quantity }],
      },
    ],
  };
}

function shipment() {
  const address = {
    name: 'A (sample)',
    phone: '1',
    address_line1: '1 Main St',
    city_locality: 'Austin',
    state_province: 'TX',
    postal_code: '78701',
    country_code: 'US',
    address_residential_indicator: 'no',
  };
  return {
    carrier_id: 'se-1',
    service_code: 'ups_ground',
    ship_to: address,
    ship_from: address,
    packages: [{ weight: { value: 1, unit: 'pound' } }],
  };
}
