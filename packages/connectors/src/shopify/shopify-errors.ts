import type { ErrorRule } from '../http/vendor-errors.ts';

/**
 * What the codes of GraphQL errors mean, those of `errors[].extensions.code` with status 200, and those
 * of `userErrors` that do not speak of the content (R31). An error inside of the
 * shop is in no rule: a read of which that is told may be asked again, and nobody knows what became of a mutation.
 */
export const shopifyErrors: readonly ErrorRule[] = [
  { code: 'THROTTLED', class: 'rate-limited' },
  { includes: 'Throttled', class: 'rate-limited' },
  { code: 'ACCESS_DENIED', class: 'permission' },
  { code: 'SHOP_INACTIVE', class: 'permission' },
  { status: 401, class: 'auth' },
  { code: 'MAX_COST_EXCEEDED', class: 'config' },
  { code: 'CHANGE_FROM_QUANTITY_STALE', class: 'conflict' },
  { code: 'COMPARE_QUANTITY_STALE', class: 'conflict' },
  { code: 'IDEMPOTENCY_CONCURRENT_REQUEST', class: 'concurrency-limited' },
  { code: 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED', class: 'conflict' },
  { code: 'GRAPHQL_VALIDATION_FAILED', class: 'contract-drift' },
  { code: 'undefinedField', class: 'contract-drift' },
  { code: 'argumentLiteralsIncompatible', class: 'contract-drift' },
  { code: 'missingRequiredArguments', class: 'contract-drift' },
  { code: 'variableMismatch', class: 'contract-drift' },
];
