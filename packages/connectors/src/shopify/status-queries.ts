import * as z from 'zod';
import type { Operation } from './admin-client.ts';
import { type StatusNode, statusNode } from './status-node.ts';

const selection = `id name poNumber updatedAt cancelledAt closed displayFulfillmentStatus displayFinancialStatus
    reference: metafield(namespace: $namespace, key: $key) { value }
    fulfillmentOrders(first: 20) {
      nodes { status fulfillmentHolds { reason displayReason reasonNotes } }
    }
    lineItems(first: 250, after: $after) {
      nodes { id sku name currentQuantity unfulfilledQuantity }
      pageInfo { hasNextPage endCursor }
    }`;

/** How an order stands. */
export const orderStatus: Operation<{ order?: StatusNode | null | undefined }> = {
  kind: 'read',
  name: 'OrderStatus',
  cost: 296,
  text: `query OrderStatus($id: ID!, $namespace: String!, $key: String!, $after: String) {
  order(id: $id) {
    ${selection}
  }
}`,
  data: z.object({ order: statusNode.nullable() }),
};

/** The id of the order whose metafield has a value that no other order has. */
export const orderByReference: Operation<{ orderByIdentifier?: { id: string } | null | undefined }> = {
  kind: 'read',
  name: 'OrderByReference',
  cost: 1,
  text: `query OrderByReference($namespace: String!, $key: String!, $value: String!) {
  orderByIdentifier(identifier: { customId: { namespace: $namespace, key: $key, value: $value } }) { id }
}`,
  data: z.object({ orderByIdentifier: z.object({ id: z.string() }).nullable() }),
};

/** Orders that a search gives. It is a search: who asks compares what comes. */
export const ordersByText: Operation<{
  orders: { nodes: { id: string; name: string; poNumber?: string | null | undefined }[] };
}> = {
  kind: 'read',
  name: 'OrdersByText',
  cost: 52,
  text: `query OrdersByText($search: String!) {
  orders(first: 50, query: $search) { nodes { id name poNumber } }
}`,
  data: z.object({
    orders: z.object({
      nodes: z.array(z.object({ id: z.string(), name: z.string(), poNumber: z.string().nullish() })),
    }),
  }),
};
