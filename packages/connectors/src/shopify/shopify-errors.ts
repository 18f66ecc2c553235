import type { VendorErrorRule } from '../http/vendor-errors.ts';

const page = 'Shopify Admin GraphQL API: Status and error codes';

/** What the codes of GraphQL errors mean, those of `errors[].extensions.code` with status 200. */
export const shopifyErrors: readonly VendorErrorRule[] = [
  { code: 'THROTTLED', class: 'rate-limited', sample: 'Throttled', source: page },
  { code: 'ACCESS_DENIED', class: 'permission', sample: 'Access denied for orders field.', source: page },
  { code: 'SHOP_INACTIVE', class: 'permission', sample: 'The shop is not active.', source: page },
  {
    code: 'MAX_COST_EXCEEDED',
    class: 'config',
    sample: 'Query cost is 1500, which exceeds the single query max cost limit (1000).',
    source: page,
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
