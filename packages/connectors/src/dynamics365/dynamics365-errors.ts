import type { ErrorRule } from '../http/vendor-errors.ts';

/**
 * What errors of finance and operations mean: their codes say nothing, so that a part of `error.innererror.message` (the
 * Infolog) decides. What is not here is classed by its status. A Write failed is a refusal, whatever its status.
 */
export const dynamics365Errors: readonly ErrorRule[] = [
  { includes: 'An update conflict occurred due to another user process', class: 'conflict' },
  { includes: 'is blocked for', class: 'business-hold' },
  { includes: 'Write failed for table row of type', class: 'validation' },
  { includes: 'Write validation failed for table row of type', class: 'validation' },
  { includes: 'does not support updates', class: 'config' },
  { includes: 'Primary address cannot be deleted', class: 'conflict' },
  { includes: 'could not be deleted because validation failed', class: 'validation' },
  { includes: 'Resource not found for the segment', class: 'config' },
  { includes: 'Could not find a property named', class: 'config' },
  { includes: 'No HTTP resource was found that matches the request URI', class: 'config' },
  { status: 429, class: 'rate-limited' },
];
