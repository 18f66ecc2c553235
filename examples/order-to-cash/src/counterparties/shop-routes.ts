import type { Answer } from './answer.ts';
import { createFulfillment } from './create-fulfillment.ts';
import type { Route } from './http-server.ts';
import { type Field, readQuery } from './read-query.ts';
import { type Resolvable, selectFields } from './select-fields.ts';
import { setMetafields } from './set-metafields.ts';
import type { Shop } from './shop.ts';
import { fulfillmentAnswers, fulfillmentOrderAnswer, fulfillmentOrderId, orderAnswer } from './shop-answers.ts';

/** The shop's endpoint: Shopify's Admin GraphQL API, as far as fulfillments and metafields of orders go. */
export function shopRoutes(shop: Shop): readonly Route[] {
  return [
    {
      method: 'POST',
      path: /^\/admin\/api\/(?:\d{4}-\d{2}|unstable)\/graphql\.json$/,
      answer: ({ body, header }) => (header('x-shopify-access-token') ? execute(shop, body) : unauthorized),
    },
  ];
}

const unauthorized: Answer = {
  status: 401,
  body: { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' },
};

function execute(shop: Shop, body: unknown): Answer {
  const { query, variables } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof query !== 'string') return faulty(400, 'expected a query');
  try {
    const operation = readQuery(query, typeof variables === 'object' && variables !== null ? { ...variables } : {});
    const select = (roots: Resolvable) => selectFields(roots, operation.fields);
    // One transaction, so that a document with a fault in it changes nothing.
    const data =
      operation.type === 'query' ? select(queries(shop)) : shop.ledger.transaction(() => select(mutations(shop)));
    return { status: 200, body: { data } };
  } catch (error) {
    if (error instanceof SyntaxError) return faulty(200, error.message);
    throw error;
  }
}

/** GraphQL tells a fault in the document with status 200. */
function faulty(status: number, message: string): Answer {
  return { status, body: { errors: [{ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] } };
}

function queries({ ledger, orders }: Shop): Resolvable {
  return {
    order({ id }: Field['arguments']) {
      const order = orders.get(String(id));
      return order && orderAnswer(ledger, order);
    },
    fulfillmentOrder({ id }: Field['arguments']) {
      const order = [...orders.values()].find((known) => fulfillmentOrderId(known) === id);
      return order && fulfillmentOrderAnswer(ledger, order);
    },
    fulfillment: ({ id }: Field['arguments']) =>
      [...orders.values()].flatMap((order) => fulfillmentAnswers(ledger, order)).find((known) => known['id'] === id),
  };
}

function mutations(shop: Shop): Resolvable {
  return {
    fulfillmentCreate: ({ fulfillment }: Field['arguments']) => createFulfillment(shop, fulfillment),
    metafieldsSet: ({ metafields }: Field['arguments']) => setMetafields(shop, metafields),
  };
}
