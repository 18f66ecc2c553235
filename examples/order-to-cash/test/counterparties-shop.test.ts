import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLedger } from '../src/counterparties/read-ledger.ts';
import { readQuery } from '../src/counterparties/read-query.ts';
import { makeWorld, post, type World, withServers } from './counterparties-world.ts';

let world: World;
beforeEach(() => {
  world = makeWorld();
});
afterEach(() => world.remove());

const id = 'gid://shopify/Order/5001';
const find = `query FindFulfillments($id: ID!) {
  order(id: $id) {
    name
    fulfillments(first: 50) { id status trackingInfo(first: 1) { number } fulfillmentLineItems(first: 9) { nodes { quantity lineItem { sku } } } }
    fulfillmentOrders(first: 10) { nodes { id status lineItems(first: 250) { edges { node { id remainingQuantity lineItem { id sku } } } pageInfo { hasNextPage } } } }
  }
}`;
const create = `mutation CreateFulfillment($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id trackingInfo { number company } } userErrors { field message } }
}`;
const set = `mutation SetInvoice($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) { metafields { id namespace key value } userErrors { field message code } }
}`;
const token = { 'x-shopify-access-token': 'for-tests' };

type Ask = (query: string, variables?: object) => ReturnType<typeof post>;

async function atShop<T>(body: (ask: Ask) => Promise<T>): Promise<T> {
  return withServers(world.settings(), ({ shop }) =>
    body((query, variables) => post(`${shop}/admin/api/2026-07/graphql.json`, { query, variables }, token)),
  );
}

const fulfillment = (lines: object[] | undefined, number = 'T1') => ({
  lineItemsByFulfillmentOrder: [
    { fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/5001', fulfillmentOrderLineItems: lines },
  ],
  trackingInfo: { numbers: [number], company: 'Example Parcel' },
});
const line = (number: number, quantity: number) => ({
  id: `gid://shopify/FulfillmentOrderLineItem/${number}`,
  quantity,
});
const invoice = (value: string, ownerId = id) => ({
  ownerId,
  namespace: 'dist',
  key: 'invoice_1',
  type: 'json',
  value,
});

describe('the shop', () => {
  it('shows an order with what of it remains, before and after a fulfillment', async () => {
    await atShop(async (ask) => {
      const state = async () => {
        const { fulfillments, fulfillmentOrders } = (await ask(find, { id })).body.data.order;
        const [only] = fulfillmentOrders.nodes;
        const rest = only?.lineItems.edges.map(({ node }) => node.remainingQuantity);
        return [only?.status, rest, fulfillments.length];
      };
      expect(await state()).toEqual(['OPEN', [12, 5], 0]);
      const made = await ask(create, { fulfillment: fulfillment([line(71, 12), line(72, 1)]) });
      expect(made.body.data.fulfillmentCreate).toEqual({
        fulfillment: { id: 'gid://shopify/Fulfillment/1', trackingInfo: [{ number: 'T1', company: 'Example Parcel' }] },
        userErrors: [],
      });
      expect(await state()).toEqual(['IN_PROGRESS', [0, 4], 1]);
      const lines =
        'query ($id: ID!) { fulfillment(id: $id) { fulfillmentLineItems(first: 9) { nodes { quantity lineItem { sku } } } } }';
      expect((await ask(lines, { id: 'gid://shopify/Fulfillment/1' })).body.data).toEqual({
        fulfillment: {
          fulfillmentLineItems: {
            nodes: [
              { quantity: 12, lineItem: { sku: 'A1' } },
              { quantity: 1, lineItem: { sku: 'B1' } },
            ],
          },
        },
      });
      await ask(create, { fulfillment: fulfillment(undefined, 'T2') });
      expect(await state()).toEqual(['CLOSED', [0, 0], 2]);
    });
  });

  it('makes a fulfillment again when it is asked again, so that a double is seen', async () => {
    await atShop(async (ask) => {
      for (const number of ['T1', 'T1', 'T2']) await ask(create, { fulfillment: fulfillment([line(71, 6)], number) });
    });
    const { fulfillments } = readLedger(world.settings().directory);
    expect(fulfillments.map(({ created, trackingInfo }) => [trackingInfo[0]?.number, created])).toEqual([
      ['T1', 2],
      ['T1', 2],
      ['T2', 1],
    ]);
  });

  it('gives long lists in pages', async () => {
    const query = `query Lines($id: ID!, $after: String) {
      fulfillmentOrder(id: $id) { lineItems(first: 1, after: $after) { nodes { lineItem { sku } } pageInfo { hasNextPage endCursor } } }
    }`;
    await atShop(async (ask) => {
      const next = async (after?: string) =>
        (await ask(query, { id: 'gid://shopify/FulfillmentOrder/5001', after })).body.data.fulfillmentOrder.lineItems;
      const first = await next();
      expect(first).toEqual({ nodes: [{ lineItem: { sku: 'A1' } }], pageInfo: { hasNextPage: true, endCursor: '1' } });
      expect(await next(first.pageInfo.endCursor)).toMatchObject({
        nodes: [{ lineItem: { sku: 'B1' } }],
        pageInfo: { hasNextPage: false },
      });
    });
  });

  it('writes a metafield over and counts how often', async () => {
    await atShop(async (ask) => {
      await ask(set, { metafields: [invoice('{"total":"1"}')] });
      const again = await ask(set, { metafields: [invoice('{"total":"2"}')] });
      expect(again.body.data.metafieldsSet).toMatchObject({ metafields: [{ value: '{"total":"2"}' }], userErrors: [] });
      const read = await ask(
        'query ($id: ID!) { order(id: $id) { invoice: metafield(namespace: "dist", key: "invoice_1") { value } } }',
        { id },
      );
      expect(read.body.data.order).toEqual({ invoice: { value: '{"total":"2"}' } });
    });
    expect(readLedger(world.settings().directory).shopInvoices).toMatchObject([
      { order: id, value: '{"total":"2"}', received: 2 },
    ]);
  });

  it.each([
    ['an order that it does not know is null', find, { id: 'gid://shopify/Order/1' }, { data: { order: null } }],
    [
      'a field that there is not is an error',
      '{ order(id: "x") { id } shop { name } }',
      {},
      { errors: [{ message: "Field 'shop' doesn't exist" }] },
    ],
    ['a name of every object is no field', '{ constructor }', {}, { errors: [{}] }],
    ['an object without fields is an error', `{ order(id: "${id}") }`, {}, { errors: [{}] }],
    ['half a document is an error', 'query { order(', {}, { errors: [{}] }],
    ['a document of brackets alone is an error', '{a'.repeat(50_000), {}, { errors: [{}] }],
    [
      'another fulfillment order is a user error',
      create,
      { fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1' }] } },
      { data: { fulfillmentCreate: { fulfillment: null, userErrors: [{}] } } },
    ],
    [
      'another line is a user error',
      create,
      { fulfillment: fulfillment([line(99, 1)]) },
      { data: { fulfillmentCreate: { fulfillment: null, userErrors: [{}] } } },
    ],
    [
      'an unknown member of the input is a user error',
      create,
      { fulfillment: { ...fulfillment([]), extra: 1 } },
      { data: { fulfillmentCreate: { userErrors: [{}] } } },
    ],
    ['no input is a user error', create, {}, { data: { fulfillmentCreate: { userErrors: [{}] } } }],
    [
      'a metafield of nobody is a user error',
      set,
      { metafields: [invoice('1', 'gid://shopify/Order/1')] },
      { data: { metafieldsSet: { userErrors: [{}] } } },
    ],
    [
      'twenty-six metafields are too many',
      set,
      { metafields: Array(26).fill(invoice('1')) },
      { data: { metafieldsSet: { userErrors: [{}] } } },
    ],
  ])('%s', async (_, query, variables, body) => {
    await atShop(async (ask) => {
      expect(await ask(query, variables)).toMatchObject({ status: 200, body });
    });
    expect(readLedger(world.settings().directory)).toMatchObject({ fulfillments: [], shopInvoices: [] });
  });

  it('keeps nothing of a document that has a fault after its first mutation', async () => {
    const document = create.replace(/}\s*$/, ' productDelete(id: "x") { id } }');
    await atShop((ask) => ask(document, { fulfillment: fulfillment(undefined) }));
    expect(readLedger(world.settings().directory).fulfillments).toEqual([]);
  });

  it('wants a token and a query', async () => {
    await withServers(world.settings(), async ({ shop }) => {
      const url = `${shop}/admin/api/2026-07/graphql.json`;
      expect((await post(url, { query: find })).status).toBe(401);
      expect((await post(url, {}, token)).status).toBe(400);
      expect((await post(`${shop}/admin/api/x/graphql.json`, {}, token)).status).toBe(404);
    });
  });
});

describe('a GraphQL document', () => {
  it.each<[string, string, object]>([
    [
      'a variable stands for its value',
      'query A($x: [Int!]! = 3) { a(b: $x) { c } }',
      { name: 'a', arguments: { b: [1] }, fields: [{ name: 'c' }] },
    ],
    ['an alias names the answer', '{ a: b }', { name: 'b', as: 'a' }],
    [
      'lists, objects and enums are values',
      '{ a(b: [1, "x"], c: {d: EUR, e: null}) }',
      { arguments: { b: [1, 'x'], c: { d: 'EUR', e: null } } },
    ],
    ['commas and comments are blanks', '# first\n{ a, # second }\n }', { name: 'a', fields: [] }],
    ['a quote within a text is escaped', '{ a(b: "\\"}") }', { arguments: { b: '"}' } }],
  ])('%s', (_, document, field) => {
    expect(readQuery(document, { x: [1] }).fields).toMatchObject([field]);
  });

  it.each([
    '',
    '{',
    '{}',
    '{ a } { b }',
    '{ ...F }',
    '{ a(b: ) }',
    '{ a(b: $) }',
    'subscription { a }',
    '{ "a" }',
    '{ a @skip(if: true) }',
  ])('%j is refused', (document) => {
    expect(() => readQuery(document, {})).toThrow(SyntaxError);
  });
});
