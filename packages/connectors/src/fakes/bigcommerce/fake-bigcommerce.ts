import type { Fake } from '../../testing/fake.ts';
import { answerOrders } from './answer-orders.ts';
import { answerRecords } from './answer-records.ts';
import { type BigcommerceState, bigcommerceState, fakeOrder, placedOrder } from './bigcommerce-state.ts';
import { ordersError, recordsError } from './records-error.ts';

const hour = 3_600_000;

/**
 * A BigCommerce store in memory, as far as `bigcommerce` speaks to it, by the vendor's OpenAPI descriptions: V2 orders
 * whose parts are links, 204 for an empty list, dates of RFC 2822, V3 records in pages, limits told in milliseconds. Orders
 * are 2001 to 2007, `AX-100` is a SKU, `kit.PO-1` the reference of the first order; any token is right but `wrong`.
 */
export function fakeBigcommerce(): Fake & { readonly state: BigcommerceState } {
  const state = bigcommerceState();
  return {
    state,
    orders: () => state.orders.length,
    handle: async (request) => withLimits(await answer(state, request)),
    listed: () => state.orders.map(({ id }) => String(id)),
    shift: () => {
      const newest = Math.max(...state.orders.map(({ modifiedAt }) => modifiedAt));
      const [moved] = [...state.orders].sort((a, b) => a.modifiedAt - b.modifiedAt);
      if (moved === undefined) return;
      state.orders.push(fakeOrder(2001 + state.orders.length, newest + hour));
      moved.modifiedAt = newest + 2 * hour;
    },
    spoil: () => {
      const [one] = state.orders;
      if (one !== undefined) one.currency = null;
      return String(one?.id ?? '');
    },
    place: (lines, now) => {
      const order = placedOrder(2001 + state.orders.length, lines, now - (now % 1000));
      state.orders.push(order);
      return String(order.id);
    },
    inventStatus: () => {
      for (const order of state.orders) order.statusId = 99;
    },
  };
}

async function answer(state: BigcommerceState, request: Request): Promise<Response> {
  const [, version, path = ''] = /^\/stores\/\w+\/(v2|v3)(\/.*)$/.exec(new URL(request.url).pathname) ?? [];
  const token = request.headers.get('x-auth-token');
  if (token === null || token === 'wrong') return recordsError(401, 'Unauthorized');
  if (version === 'v3') return await answerRecords(state, request, path);
  if (version === 'v2' && path.startsWith('/orders')) return await answerOrders(state, request, path);
  return ordersError(404, 'The requested resource was not found.');
}

function withLimits(response: Response): Response {
  response.headers.set('x-rate-limit-time-window-ms', '30000');
  response.headers.set('x-rate-limit-time-reset-ms', '15000');
  response.headers.set('x-rate-limit-requests-quota', '150');
  response.headers.set('x-rate-limit-requests-left', '149');
  return response;
}
