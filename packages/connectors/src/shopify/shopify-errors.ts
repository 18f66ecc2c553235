import type { VendorErrorRule } from '../http/vendor-errors.ts';

const page = 'Shopify Admin GraphQL API: Status and error codes';
const setQuantities = 'Admin GraphQL API 2026-07, enum InventorySetQuantitiesUserErrorCode';

/**
 * What the codes of GraphQL errors mean, those of `errors[].extensions.code` with status 200, and those
 * of `userErrors` that do not speak of the content (R31). An error inside of the
 * shop is in no rule: a read of which that is told may be asked again, and nobody knows what became of a mutation.
 */
export const shopifyErrors: readonly VendorErrorRule[] = [
  { code: 'THROTTLED', class: 'rate-limited', sample: 'Throttled', source: page },
  {
    includes: 'Throttled',
    class: 'rate-limited',
    sample: 'Throttled',
    source: 'Shopify: GraphQL Admin API rate limits',
  },
  { code: 'ACCESS_DENIED', class: 'permission', sample: 'Access denied for orders field.', source: page },
  { code: 'SHOP_INACTIVE', class: 'permission', sample: 'The shop is not active.', source: page },
  {
    status: 401,
    class: 'auth',
    sample: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    source: page,
  },
  {
    code: 'MAX_COST_EXCEEDED',
    class: 'config',
    sample: 'Query cost is 1500, which exceeds the single query max cost limit (1000).',
    source: page,
  },
  {
    code: 'CHANGE_FROM_QUANTITY_STALE',
    class: 'conflict',
    sample: 'The changeFromQuantity value does not match persisted value.',
    source: setQuantities,
  },
  {
    code: 'COMPARE_QUANTITY_STALE',
    class: 'conflict',
    sample: 'The compareQuantity value does not match persisted value.',
    source: setQuantities,
  },
  {
    code: 'IDEMPOTENCY_CONCURRENT_REQUEST',
    class: 'concurrency-limited',
    sample: 'This request is currently in progress, please try again.',
    source: setQuantities,
  },
  {
    code: 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
    class: 'conflict',
    sample: 'A previous request with this idempotency key failed. Retry with a new idempotency key.',
    source: setQuantities,
  },
  { code: 'GRAPHQL_VALIDATION_FAILED', class: 'contract-drift', sample: 'Cannot query field', source: page },
  { code: 'undefinedField', class: 'contract-drift', sample: "Field 'x' doesn't exist on type 'Order'", source: page },
  {
    code: 'argumentLiteralsIncompatible',
    class: 'contract-drift',
    sample: "Argument 'first' on Field 'orders' has an invalid value",
    source: page,
  },
  {
    code: 'missingRequiredArguments',
    class: 'contract-drift',
    sample: "Field 'fulfillmentOrders' is missing required arguments: first",
    source: page,
  },
  {
    code: 'variableMismatch',
    class: 'contract-drift',
    sample: 'Type mismatch on variable $id and argument id (String! / ID!)',
    source: page,
  },
];
