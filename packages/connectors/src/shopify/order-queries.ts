import * as z from 'zod';
import type { Operation } from './admin-client.ts';
import { lineSelection, type OrderLineNode, orderLinesPage, orderSelection } from './order-node.ts';
import { type PageInfo, pageInfo } from './page-info.ts';

/** Most orders in one page of the list: with their lines they cost nearly all that a query may. */
export const mostOrders = 4;

/** Orders by their last change, the oldest first. Each is read by itself, so that one that cannot be stops no other. */
export const ordersByChange: Operation<{ orders: { nodes: { id: string; updatedAt: string }[] } }> = {
  kind: 'read',
  name: 'OrdersByChange',
  cost: 858,
  text: `query OrdersByChange($search: String!, $after: String) {
  orders(first: ${mostOrders}, after: $after, query: $search, sortKey: UPDATED_AT) {
    nodes {
    ${orderSelection}
    }
  }
}`,
  data: z.object({ orders: z.object({ nodes: z.array(z.looseObject({ id: z.string(), updatedAt: z.string() })) }) }),
};

/** Where a page of the list begins that is further on: connections have cursors and no offsets. */
export const orderCursors: Operation<{ orders: { pageInfo: PageInfo } }> = {
  kind: 'read',
  name: 'OrderCursors',
  cost: 2,
  text: `query OrderCursors($search: String!, $first: Int!, $after: String) {
  orders(first: $first, after: $after, query: $search, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
  }
}`,
  data: z.object({ orders: z.object({ pageInfo }) }),
};

/** The further lines of a long order. */
export const orderLines: Operation<{
  order?: { lineItems: { nodes: OrderLineNode[]; pageInfo: PageInfo } } | null | undefined;
}> = {
  kind: 'read',
  name: 'OrderLines',
  cost: 723,
  text: `query OrderLines($id: ID!, $after: String) {
  order(id: $id) {
    lineItems(first: 80, after: $after) {
      nodes { ${lineSelection} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  data: z.object({ order: z.object({ lineItems: orderLinesPage }).nullish() }),
};
