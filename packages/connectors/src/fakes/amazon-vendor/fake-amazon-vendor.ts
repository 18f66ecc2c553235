import type { Fake } from '../../testing/fake.ts';
import { amazonRefusal } from './amazon-refusal.ts';
import { type AmazonVendorState, amazonVendorState, fakePurchaseOrder } from './amazon-vendor-state.ts';
import { loginToken } from './login-token.ts';
import { purchaseOrders, purchaseOrdersStatus } from './purchase-orders.ts';
import { submit, transaction } from './submit.ts';

const day = 86_400_000;

/**
 * Amazon's Retail Procurement in memory, with Login with Amazon, by the models vendorOrders, vendorShipments,
 * vendorInvoices and vendorTransactionStatus: ranges of seven days at most, documents that are taken first and looked into
 * afterwards. A stand-in for tests, with the orders `4Z32PAB0` to `4Z32PAB5` of February 2026.
 */
export function fakeAmazonVendor(): Fake & { readonly state: AmazonVendorState } {
  const state = amazonVendorState();
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => answer(state, request),
    listed: () => state.orders.map(({ number }) => number),
    shift: () => {
      const newest = Math.max(...state.orders.map(({ changedAt }) => changedAt));
      const [moved] = [...state.orders].sort((a, b) => a.changedAt - b.changedAt);
      state.orders.push(fakePurchaseOrder(`5Z32PAB${state.orders.length}`, newest + day / 8));
      if (moved !== undefined) moved.changedAt = newest + day / 4;
    },
    spoil: () => {
      const [order] = state.orders;
      if (order === undefined) return '';
      order.details = { ...order.details, items: [] };
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

async function answer(state: AmazonVendorState, request: Request): Promise<Response> {
  const { hostname, pathname, searchParams } = new URL(request.url);
  if (hostname === 'api.amazon.com') return loginToken(state.session, await request.text());
  if (request.headers.get('x-amz-access-token') !== `Atza|${state.session}`) {
    const details = 'The access token you provided has expired.';
    return amazonRefusal(403, 'Unauthorized', 'Access to requested resource is denied.', details);
  }
  const { method } = request;
  if (method === 'GET' && pathname === '/vendor/orders/v1/purchaseOrders') return purchaseOrders(state, searchParams);
  if (method === 'GET' && pathname === '/vendor/orders/v1/purchaseOrdersStatus') {
    return purchaseOrdersStatus(state, searchParams);
  }
  const id = /^\/vendor\/transactions\/v1\/transactions\/([^/]+)$/.exec(pathname)?.[1];
  if (method === 'GET' && id !== undefined) return transaction(state, decodeURIComponent(id));
  const kind = kinds[pathname];
  if (method === 'POST' && kind !== undefined) return submit(state, kind, JSON.parse(await request.text()));
  return amazonRefusal(404, 'NotFound', 'The resource specified does not exist.');
}

const kinds: Readonly<Record<string, string>> = {
  '/vendor/orders/v1/acknowledgements': 'acknowledgements',
  '/vendor/shipping/v1/shipmentConfirmations': 'shipmentConfirmations',
  '/vendor/payments/v1/invoices': 'invoices',
};
