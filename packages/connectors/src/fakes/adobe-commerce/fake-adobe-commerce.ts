import type { Fake } from '../../testing/fake.ts';
import {
  type AdobeCommerceState,
  adobeCommerceState,
  type FakeDocument,
  fakeOrder,
  placedOrder,
} from './adobe-commerce-state.ts';
import { commerceError } from './commerce-error.ts';
import { orderActions } from './order-actions.ts';
import { orderDocument } from './order-document.ts';
import { searchAnswer } from './search-answer.ts';

const hour = 3_600_000;

/**
 * An Adobe Commerce store in memory, as far as `adobeCommerce` speaks to it, by the OpenAPI description of 2.4.8: searches
 * whose last page repeats, an id for an answer, `true` or `false` for a cancellation, stock by source beside salable
 * quantities. Orders are 901 to 907, `AX-100` is a SKU, `kit.PO-1` the reference of the first order.
 */
export function fakeAdobeCommerce(): Fake & { readonly state: AdobeCommerceState } {
  const state = adobeCommerceState();
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => await answer(state, request),
    listed: () => state.orders.map(({ id }) => `000000${id}`),
    shift: () => {
      const newest = Math.max(...state.orders.map(({ updatedAt }) => updatedAt));
      const [moved] = [...state.orders].sort((a, b) => a.updatedAt - b.updatedAt);
      if (moved === undefined) return;
      state.orders.push(fakeOrder(901 + state.orders.length, newest + hour));
      moved.updatedAt = newest + 2 * hour;
    },
    spoil: () => {
      const [one] = state.orders;
      if (one !== undefined) one.currency = null;
      return `000000${one?.id}`;
    },
    place: (lines, now) => {
      const order = placedOrder(901 + state.orders.length, lines, now - (now % 1000));
      state.orders.push(order);
      return `000000${order.id}`;
    },
    inventStatus: () => {
      for (const order of state.orders) order.state = order.status = 'something_new';
    },
  };
}

async function answer(state: AdobeCommerceState, request: Request): Promise<Response> {
  const authorization = request.headers.get('authorization') ?? '';
  if (!/^OAuth .*oauth_signature=|^Bearer \S+$/.test(authorization)) {
    return commerceError(401, "The consumer isn't authorized to access %resources.", {
      resources: 'Magento_Sales::sales',
    });
  }
  const url = new URL(request.url);
  const path = url.pathname.replace(/^(?:\/rest\/\w+)?\/V1/, '');
  return request.method === 'GET' ? read(state, path, url.searchParams) : write(state, path, await request.text());
}

function read(state: AdobeCommerceState, path: string, query: URLSearchParams): Response {
  const byOrder = { fields: ({ entity_id, order_id }: FakeDocument) => ({ entity_id, order_id }), show: same };
  switch (path) {
    case '/orders':
      return searchAnswer(state.orders, query, { fields: orderDocument, show: orderDocument });
    case '/shipments':
      return searchAnswer(state.shipments, query, byOrder);
    case '/invoices':
      return searchAnswer(state.invoices, query, byOrder);
    case '/inventory/source-items':
      return searchAnswer(state.sourceItems, query, { fields: (row) => row, show: same });
    case '/customers/search':
      return searchAnswer(state.customers, query, { fields: (row) => ({ ...row, entity_id: 77 }), show: same });
    case '/products':
      return searchAnswer(state.products, query, { fields: (row) => ({ ...row, entity_id: row.id }), show: same });
    case '/store/storeConfigs':
      return Response.json([storeConfig]);
    default:
      return salable(state, path);
  }
}

function same<Row>(row: Row): Row {
  return row;
}

function salable(state: AdobeCommerceState, path: string): Response {
  const [, encoded, stock] = /^\/inventory\/get-product-salable-quantity\/([^/]+)\/(\d+)$/.exec(path) ?? [];
  if (encoded === undefined || stock === undefined) return commerceError(404, 'Request does not match any route.');
  const sku = decodeURIComponent(encoded);
  const own = state.sourceItems.filter((item) => item.sku === sku);
  if (own.length === 0 || stock !== '1') {
    return commerceError(404, 'No such entity with %fieldName = %fieldValue', { fieldName: 'sku', fieldValue: sku });
  }
  return Response.json(own.reduce((sum, { quantity }) => sum + quantity, 0) - (state.reserved.get(sku) ?? 0));
}

function write(state: AdobeCommerceState, path: string, text: string): Response {
  const body = text === '' ? {} : JSON.parse(text);
  if (path === '/inventory/source-items') return saveSourceItems(state, body);
  const [, id, action] = /^\/orders?\/(\d+)\/(cancel|ship|invoice)$/.exec(path) ?? [];
  if (action === undefined) return commerceError(404, 'Request does not match any route.');
  const order = state.orders.find((one) => String(one.id) === id);
  if (order === undefined) {
    return commerceError(404, 'No such entity with %fieldName = %fieldValue', { fieldName: 'orderId', fieldValue: id });
  }
  if (action === 'cancel') return orderActions.cancel(order);
  return action === 'ship' ? orderActions.ship(state, order, body) : orderActions.invoice(state, order, body);
}

function saveSourceItems(
  state: AdobeCommerceState,
  { sourceItems = [] }: { readonly sourceItems?: AdobeCommerceState['sourceItems'] },
): Response {
  const unknown = sourceItems.find(({ source_code: code }) => code !== 'default' && code !== 'north');
  if (unknown !== undefined) return commerceError(400, 'Could not save Source Item');
  for (const item of sourceItems) {
    const known = state.sourceItems.find((one) => one.sku === item.sku && one.source_code === item.source_code);
    if (known === undefined) state.sourceItems.push({ ...item });
    else Object.assign(known, item);
  }
  return Response.json([]);
}

const storeConfig = {
  id: 1,
  code: 'default',
  website_id: 1,
  locale: 'en_US',
  base_currency_code: 'USD',
  default_display_currency_code: 'USD',
  timezone: 'America/Los_Angeles',
  weight_unit: 'lbs',
  base_url: 'https://shop.example/',
  base_link_url: 'https://shop.example/',
  base_static_url: 'https://shop.example/static/',
  base_media_url: 'https://shop.example/media/',
  secure_base_url: 'https://shop.example/',
  secure_base_link_url: 'https://shop.example/',
  secure_base_static_url: 'https://shop.example/static/',
  secure_base_media_url: 'https://shop.example/media/',
};
