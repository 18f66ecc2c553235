import { fieldOf } from '../../json/field-of.ts';
import type { Fake } from '../../testing/fake.ts';
import { amazonRefusal } from '../amazon-vendor/amazon-refusal.ts';
import { loginToken } from '../amazon-vendor/login-token.ts';
import { listing } from './listing.ts';

/** An order in the fake. */
export interface FakeSellerOrder {
  number: string;
  updatedAt: number;
  status: string;
  items: { orderItemId: string; sku: string; ordered: number; shipped: number }[] | undefined;
}

/** What the fake holds. */
export interface AmazonSellerState {
  readonly orders: FakeSellerOrder[];
  /** Packages that were confirmed, by order and reference. */
  readonly packages: Map<string, unknown>;
  /** What is made available for sale of each listing, by SKU. */
  readonly listings: Map<string, number>;
  session: number;
}

const hour = 3_600_000;
const first = Date.parse('2026-02-16T18:00:00Z');

/**
 * A marketplace of Amazon in memory, with Login with Amazon, by the models orders_2026-01-01 and ordersV0
 * (confirmShipment). A stand-in for tests, with the orders `111-0000000-0000000` to `111-0000000-0000005`, and the listing `AX-100`.
 */
export function fakeAmazonSeller(): Fake & { readonly state: AmazonSellerState } {
  const state: AmazonSellerState = {
    orders: [0, 0, 1, 2, 3, 4].map((hours, at) => sellerOrder(`111-0000000-000000${at}`, first + hours * hour)),
    packages: new Map(),
    listings: new Map([['AX-100', 40]]),
    session: 1,
  };
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => answer(state, request),
    listed: () => state.orders.map(({ number }) => number),
    shift: () => {
      const newest = Math.max(...state.orders.map(({ updatedAt }) => updatedAt));
      const [moved] = [...state.orders].sort((a, b) => a.updatedAt - b.updatedAt);
      state.orders.push(sellerOrder(`222-0000000-000000${state.orders.length}`, newest + hour));
      if (moved !== undefined) moved.updatedAt = newest + 2 * hour;
    },
    spoil: () => {
      const [order] = state.orders;
      if (order === undefined) return '';
      order.items = undefined;
      return order.number;
    },
    inventStatus: () => {
      for (const order of state.orders) order.status = 'PARKED';
    },
    expireTokens: () => {
      state.session++;
    },
  };
}

function sellerOrder(number: string, updatedAt: number): FakeSellerOrder {
  return {
    number,
    updatedAt,
    status: 'UNSHIPPED',
    items: [{ orderItemId: `${number.slice(-7)}01`, sku: 'AX-100', ordered: 2, shipped: 0 }],
  };
}

async function answer(state: AmazonSellerState, request: Request): Promise<Response> {
  const { hostname, pathname, searchParams } = new URL(request.url);
  if (hostname === 'api.amazon.com') return loginToken(state.session, await request.text());
  if (request.headers.get('x-amz-access-token') !== `Atza|${state.session}`) {
    const details = 'The access token you provided has expired.';
    return amazonRefusal(403, 'Unauthorized', 'Access to requested resource is denied.', details);
  }
  if (request.method === 'GET' && pathname === '/orders/2026-01-01/orders') return search(state, searchParams);
  if (pathname.startsWith('/listings/')) return await listing(state.listings, request);
  const [, number, confirms] =
    /^\/orders\/(?:v0|2026-01-01)\/orders\/([^/]+)(\/shipmentConfirmation)?$/.exec(pathname) ?? [];
  const order = state.orders.find((one) => one.number === decodeURIComponent(number ?? ''));
  if (order === undefined) return amazonRefusal(404, 'NotFound', 'The resource specified does not exist.');
  if (request.method === 'GET') return Response.json({ order: record(order, searchParams) });
  if (confirms !== undefined) return confirm(state, order, JSON.parse(await request.text()));
  return amazonRefusal(405, 'InvalidRequest', 'The request is invalid.');
}

function search({ orders }: AmazonSellerState, query: URLSearchParams): Response {
  const from = Date.parse(query.get('lastUpdatedAfter') ?? '');
  const most = Number(query.get('maxResultsPerPage') ?? 100);
  if (Number.isNaN(from) || query.has('createdAfter') || most < 1 || most > 100) {
    return amazonRefusal(400, 'InvalidInput', 'Invalid Input', 'Invalid Input');
  }
  const after = atob(query.get('paginationToken') ?? '');
  const found = orders
    .filter(({ updatedAt }) => updatedAt >= from)
    .map((order) => ({ order, key: `${new Date(order.updatedAt).toISOString()} ${order.number}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ key }) => key > after);
  const page = found.slice(0, most);
  const last = page.at(-1);
  const newest = Math.max(from, ...orders.map(({ updatedAt }) => updatedAt));
  return Response.json({
    orders: page.map(({ order }) => record(order, query)),
    ...(found.length > most && last !== undefined && { pagination: { nextToken: btoa(last.key) } }),
    lastUpdatedBefore: new Date(newest + 1).toISOString(),
  });
}

function record({ number, updatedAt, status, items }: FakeSellerOrder, query: URLSearchParams): object {
  const included = new Set((query.get('includedData') ?? '').split(','));
  const price = { amount: '12.50', currencyCode: 'USD' };
  return {
    orderId: number,
    createdTime: new Date(first).toISOString(),
    lastUpdatedTime: new Date(updatedAt).toISOString(),
    salesChannel: { channelName: 'AMAZON', marketplaceId: 'ATVPDKIKX0DER', marketplaceName: 'Amazon.com' },
    ...(included.has('BUYER') && { buyer: { buyerName: 'A. Buyer (sample)' } }),
    ...(included.has('FULFILLMENT') && { fulfillment: { fulfillmentStatus: status, fulfilledBy: 'MERCHANT' } }),
    ...(items !== undefined && {
      orderItems: items.map(({ orderItemId, sku, ordered, shipped }) => ({
        orderItemId,
        quantityOrdered: ordered,
        product: { asin: 'B07DFVDRAB', title: 'Valve (sample)', sellerSku: sku, price: { unitPrice: price } },
        ...(included.has('FULFILLMENT') && {
          fulfillment: { quantityFulfilled: shipped, quantityUnfulfilled: ordered - shipped },
        }),
      })),
    }),
  };
}

/** `confirmShipment`: a package by its reference, the same one again is written over. */
function confirm({ packages }: AmazonSellerState, order: FakeSellerOrder, body: unknown): Response {
  const detail = fieldOf(body, 'packageDetail');
  const reference = fieldOf(detail, 'packageReferenceId');
  const items = fieldOf(detail, 'orderItems');
  const missing = ['carrierCode', 'trackingNumber', 'shipDate'].some(
    (name) => typeof fieldOf(detail, name) !== 'string',
  );
  if (missing || typeof reference !== 'string' || !/^[1-9]\d*$/.test(reference) || !Array.isArray(items)) {
    return amazonRefusal(400, 'Invalid Input', 'Invalid Input');
  }
  for (const item of items) {
    const known = order.items?.find(({ orderItemId }) => orderItemId === fieldOf(item, 'orderItemId'));
    if (known === undefined) return amazonRefusal(400, 'InvalidInput', 'Invalid Input');
    known.shipped = Number(fieldOf(item, 'quantity'));
  }
  packages.set(`${order.number}/${reference}`, body);
  order.status = (order.items ?? []).every(({ ordered, shipped }) => shipped >= ordered)
    ? 'SHIPPED'
    : 'PARTIALLY_SHIPPED';
  return new Response(null, { status: 204 });
}
