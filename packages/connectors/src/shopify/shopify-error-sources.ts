import type { ErrorSources } from '../governance/documented-rules.ts';

const page = 'Shopify Admin GraphQL API: Status and error codes';
const setQuantities = 'Admin GraphQL API 2026-07, enum InventorySetQuantitiesUserErrorCode';

/** What Shopify says where a rule of `shopifyErrors` fits, verbatim, and where that stands. No connector carries it. */
export const shopifyErrorSources: ErrorSources = {
  THROTTLED: { sample: 'Throttled', source: page },
  Throttled: { sample: 'Throttled', source: 'Shopify: GraphQL Admin API rate limits' },
  ACCESS_DENIED: { sample: 'Access denied for orders field.', source: page },
  SHOP_INACTIVE: { sample: 'The shop is not active.', source: page },
  '401': { sample: '[API] Invalid API key or access token (unrecognized login or wrong password)', source: page },
  MAX_COST_EXCEEDED: {
    sample: 'Query cost is 1500, which exceeds the single query max cost limit (1000).',
    source: page,
  },
  CHANGE_FROM_QUANTITY_STALE: {
    sample: 'The changeFromQuantity value does not match persisted value.',
    source: setQuantities,
  },
  COMPARE_QUANTITY_STALE: {
    sample: 'The compareQuantity value does not match persisted value.',
    source: setQuantities,
  },
  IDEMPOTENCY_CONCURRENT_REQUEST: {
    sample: 'This request is currently in progress, please try again.',
    source: setQuantities,
  },
  IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED: {
    sample: 'A previous request with this idempotency key failed. Retry with a new idempotency key.',
    source: setQuantities,
  },
  GRAPHQL_VALIDATION_FAILED: { sample: 'Cannot query field', source: page },
  undefinedField: { sample: "Field 'x' doesn't exist on type 'Order'", source: page },
  argumentLiteralsIncompatible: { sample: "Argument 'first' on Field 'orders' has an invalid value", source: page },
  missingRequiredArguments: { sample: "Field 'fulfillmentOrders' is missing required arguments: first", source: page },
  variableMismatch: { sample: 'Type mismatch on variable $id and argument id (String! / ID!)', source: page },
};
