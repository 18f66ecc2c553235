import type { ErrorRule } from '../http/vendor-errors.ts';

/**
 * What Acumatica's errors mean. The code is the last word of `exceptionType`. Much of it comes with status 500, so that the
 * text decides; what is not here is classed by its status, and a 500 of a write stays in doubt.
 */
export const acumaticaErrors: readonly ErrorRule[] = [
  { code: 'NoEntitySatisfiesTheConditionException', class: 'not-found' },
  { includes: 'API Login Limit', class: 'concurrency-limited' },
  { includes: 'Invalid credentials', class: 'auth' },
  { status: 404, class: 'config' },
  { code: 'PXSetupNotEnteredException', class: 'config' },
  { includes: 'Optimization cannot be performed', class: 'config' },
  { includes: 'button is disabled', class: 'conflict' },
  { includes: 'Another process has updated the', class: 'conflict' },
  { includes: "The customer status is 'Credit Hold'", class: 'business-hold' },
  { includes: "The customer status is 'On Hold'", class: 'business-hold' },
  { includes: "The customer's credit limit has been exceeded", class: 'business-hold' },
  { includes: "The customer status is 'Inactive'", class: 'validation' },
  { includes: 'cannot be found in the system', class: 'validation' },
  { includes: 'record raised at least one error', class: 'validation' },
];
