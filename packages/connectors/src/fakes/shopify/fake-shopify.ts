import type { Fake } from '../../testing/fake.ts';
import { parseDocument } from './parse-document.ts';
import { KeyMissing } from './publish-quantities.ts';
import { sampleShop } from './sample-shop.ts';
import { selectFields, UndefinedField } from './select-fields.ts';
import { shopMutations } from './shop-mutations.ts';
import { shopQueries } from './shop-queries.ts';
import { type ShopifyState, shopOrder, type WebhookOrder } from './shop-state.ts';

/**
 * A Shopify shop in memory, as far as `shopify` speaks to it, by the Admin API's documentation: documents are read and
 * answered field by field, searches find parts of words, a cancellation is a job, an edit counts when it is committed, stock is
 * set by compare-and-set under a key that is mandatory, errors come with status 200. Orders are put in as webhooks tell them.
 */
export function fakeShopify(
  options: { readonly orders?: readonly WebhookOrder[] } = {},
): Fake & { readonly state: ShopifyState } {
  const state = sampleShop();
  if (options.orders !== undefined) {
    state.orders.splice(
      0,
      state.orders.length,
      ...options.orders.map((one, index) => shopOrder(one, state.now + index)),
    );
  }
  let words = 0;
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => answer(state, request),
    listed: () => state.orders.map(({ webhook }) => String(webhook['name'])),
    shift: () => {
      const [oldest] = [...state.orders].sort((a, b) => a.updatedAt - b.updatedAt);
      if (oldest === undefined) return;
      state.now = Math.max(state.now, ...state.orders.map(({ updatedAt }) => updatedAt)) + 1000;
      words++;
      const copy = { ...oldest.webhook, admin_graphql_api_id: `gid://shopify/Order/9${words}`, name: `#9${words}` };
      state.orders.push(shopOrder(copy, state.now));
      oldest.updatedAt = state.now + 1000;
    },
    spoil: () => {
      const [first] = state.orders;
      if (first === undefined) return '';
      first.webhook = { ...first.webhook, total_price: null };
      return String(first.webhook['name']);
    },
    inventStatus: () => {
      for (const order of state.orders) order.fulfillmentStatus = 'TELEPORTED';
    },
  };
}

async function answer(state: ShopifyState, request: Request): Promise<Response> {
  const path = /^\/admin\/api\/([\w-]+)\/graphql\.json$/.exec(new URL(request.url).pathname);
  if (path === null || request.method !== 'POST') return Response.json({ errors: 'Not Found' }, { status: 404 });
  if (request.headers.get('x-shopify-access-token') !== state.token) {
    const errors = '[API] Invalid API key or access token (unrecognized login or wrong password)';
    return Response.json({ errors }, { status: 401 });
  }
  const headers = { 'x-shopify-api-version': path[1] ?? '' };
  const { query, variables } = JSON.parse(await request.text());
  const cost = {
    requestedQueryCost: 10,
    actualQueryCost: 10,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable: state.points, restoreRate: 100 },
  };
  if (state.points < cost.requestedQueryCost)
    return Response.json({ ...errorOf('Throttled', 'THROTTLED'), extensions: { cost } }, { headers });
  return Response.json({ ...run(state, String(query), variables ?? {}), extensions: { cost } }, { headers });
}

function run(state: ShopifyState, query: string, variables: Readonly<Record<string, unknown>>): object {
  try {
    const { kind, selections } = parseDocument(query, variables);
    const isMutation = kind === 'mutation';
    const root = isMutation ? shopMutations(state) : shopQueries(state);
    return { data: selectFields(root, selections, isMutation ? 'Mutation' : 'QueryRoot') };
  } catch (error) {
    if (error instanceof UndefinedField) return errorOf(error.message, 'undefinedField');
    if (error instanceof KeyMissing) return errorOf(error.message, 'BAD_REQUEST');
    if (error instanceof SyntaxError || error instanceof RangeError) return errorOf(error.message);
    throw error;
  }
}

function errorOf(message: string, code?: string): { errors: object[] } {
  return { errors: [{ message, ...(code !== undefined && { extensions: { code } }) }] };
}
