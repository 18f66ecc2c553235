import * as z from 'zod';
import type { Operation } from './admin-client.ts';

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

const lineItems = z.object({
  nodes: z.array(
    z.object({ id: z.string(), remainingQuantity: z.int().nonnegative(), lineItem: z.object({ id: z.string() }) }),
  ),
  pageInfo,
});

const fulfillmentOrder = z.object({ id: z.string(), status: z.string(), lineItems });

const fulfillment = z.object({
  id: z.string(),
  status: z.string(),
  totalQuantity: z.int(),
  trackingInfo: z.array(z.object({ number: z.string().nullish() })),
});

export type FulfillmentOrder = z.output<typeof fulfillmentOrder>;
export type Fulfillment = z.output<typeof fulfillment>;

/** Most fulfillments that are looked through; an order with as many cannot be told apart any more. */
export const mostFulfillments = 50;

// A query may ask for 1000 points at most, counted before it runs from the sizes that it asks for.

/** What an order still waits for and what has left already. Pages of fulfillment orders follow `after`. */
export const orderFulfillments: Operation<{
  order?:
    | {
        fulfillments: Fulfillment[];
        fulfillmentOrders: { nodes: FulfillmentOrder[]; pageInfo: z.output<typeof pageInfo> };
      }
    | null
    | undefined;
}> = {
  kind: 'read',
  name: 'OrderFulfillments',
  cost: 718,
  text: `query OrderFulfillments($id: ID!, $after: String) {
  order(id: $id) {
    id
    fulfillments(first: ${mostFulfillments}) {
      id
      status
      totalQuantity
      trackingInfo(first: 5) { number }
    }
    fulfillmentOrders(first: 5, after: $after) {
      nodes {
        id
        status
        lineItems(first: 40) {
          nodes { id remainingQuantity lineItem { id } }
          pageInfo { hasNextPage endCursor }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  data: z.object({
    order: z
      .object({
        fulfillments: z.array(fulfillment),
        fulfillmentOrders: z.object({ nodes: z.array(fulfillmentOrder), pageInfo }),
      })
      .nullish(),
  }),
};

/** The further lines of one long fulfillment order. */
export const fulfillmentOrderLines: Operation<{
  fulfillmentOrder?: { lineItems: z.output<typeof lineItems> } | null | undefined;
}> = {
  kind: 'read',
  name: 'FulfillmentOrderLines',
  cost: 503,
  text: `query FulfillmentOrderLines($id: ID!, $after: String) {
  fulfillmentOrder(id: $id) {
    lineItems(first: 250, after: $after) {
      nodes { id remainingQuantity lineItem { id } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  data: z.object({ fulfillmentOrder: z.object({ lineItems }).nullish() }),
};

/** What left in one fulfillment. */
export const fulfillmentLines: Operation<{
  fulfillment?:
    | {
        fulfillmentLineItems: {
          nodes: { quantity?: number | null | undefined; lineItem: { id: string } }[];
          pageInfo: z.output<typeof pageInfo>;
        };
      }
    | null
    | undefined;
}> = {
  kind: 'read',
  name: 'FulfillmentLines',
  cost: 503,
  text: `query FulfillmentLines($id: ID!, $after: String) {
  fulfillment(id: $id) {
    fulfillmentLineItems(first: 250, after: $after) {
      nodes { quantity lineItem { id } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  data: z.object({
    fulfillment: z
      .object({
        fulfillmentLineItems: z.object({
          nodes: z.array(z.object({ quantity: z.int().nullish(), lineItem: z.object({ id: z.string() }) })),
          pageInfo,
        }),
      })
      .nullish(),
  }),
};
