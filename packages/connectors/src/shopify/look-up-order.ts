import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { AdminClient, LookedUp } from './admin-client.ts';
import {
  type Fulfillment,
  type FulfillmentOrder,
  fulfillmentOrderLines,
  mostFulfillments,
  orderFulfillments,
} from './fulfillment-queries.ts';

/** What the shop knows of an order. */
export interface OrderAtShop {
  readonly fulfillments: readonly Fulfillment[];
  readonly fulfillmentOrders: readonly FulfillmentOrder[];
}

/** More pages than any order has: a cursor that does not move on must end. */
const mostPages = 200;

/** What the shop knows of an order, all pages of it. */
export async function lookUpOrder(admin: AdminClient, id: string, call?: Call): Promise<LookedUp<OrderAtShop>> {
  const fulfillmentOrders: FulfillmentOrder[] = [];
  let fulfillments: readonly Fulfillment[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await admin.run(orderFulfillments, after === undefined ? { id } : { id, after }, call);
    if (!answer.ok) return answer;
    const { order } = answer.data;
    if (!order) return { ok: false, failure: admin.fail('not-found', `there is no order ${id}`) };
    fulfillments = order.fulfillments;
    if (fulfillments.length >= mostFulfillments) {
      return { ok: false, failure: admin.fail('conflict', `order ${id} has ${mostFulfillments} fulfillments or more`) };
    }
    for (const node of order.fulfillmentOrders.nodes) {
      const whole = await withAllLines(admin, node, call);
      if (!whole.ok) return whole;
      fulfillmentOrders.push(whole.data);
    }
    const { hasNextPage, endCursor } = order.fulfillmentOrders.pageInfo;
    if (!hasNextPage) return { ok: true, data: { fulfillments, fulfillmentOrders } };
    after = endCursor ?? undefined;
  }
  return endless(admin, id);
}

async function withAllLines(
  admin: AdminClient,
  start: FulfillmentOrder,
  call: Call | undefined,
): Promise<LookedUp<FulfillmentOrder>> {
  const nodes = [...start.lineItems.nodes];
  let { pageInfo } = start.lineItems;
  for (let page = 0; pageInfo.hasNextPage; page++) {
    if (page >= mostPages) return endless(admin, start.id);
    const answer = await admin.run(fulfillmentOrderLines, { id: start.id, after: pageInfo.endCursor }, call);
    if (!answer.ok) return answer;
    const { fulfillmentOrder } = answer.data;
    if (!fulfillmentOrder) return { ok: false, failure: admin.fail('not-found', `${start.id} has gone`) };
    nodes.push(...fulfillmentOrder.lineItems.nodes);
    pageInfo = fulfillmentOrder.lineItems.pageInfo;
  }
  return { ok: true, data: { ...start, lineItems: { nodes, pageInfo } } };
}

function endless(admin: AdminClient, id: string): { readonly ok: false; readonly failure: ConnectorFailure } {
  return { ok: false, failure: admin.fail('contract-drift', `the pages of ${id} do not end`, { safeToReplay: true }) };
}
