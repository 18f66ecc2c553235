import type { ErrorRule } from '../http/vendor-errors.ts';

/** What NetSuite's errors mean: `o:errorDetails[0]` with its `o:errorCode` and `detail`. */
export const netsuiteErrors: readonly ErrorRule[] = [
  { code: 'NONEXISTENT_ID', class: 'not-found' },
  { code: 'INVALID_LOGIN', class: 'auth' },
  { code: 'INVALID_LOGIN_ATTEMPT', class: 'auth' },
  { code: 'INSUFFICIENT_PERMISSION', class: 'permission' },
  { code: 'FEATURE_DISABLED', class: 'config' },
  { code: 'INVALID_URL', class: 'config' },
  { code: 'CONCURRENCY_LIMIT_EXCEEDED', class: 'concurrency-limited' },
  { code: 'SSS_REQUEST_LIMIT_EXCEEDED', class: 'concurrency-limited' },
  { code: 'EXCEEDED_CONCURRENCY_LIMIT_PER_INTEGRATION', class: 'concurrency-limited' },
  { code: 'USER_ERROR', includes: 'Please enter value(s) for', class: 'validation' },
  { code: 'USER_ERROR', class: 'validation' },
  { code: 'INVALID_CONTENT', class: 'validation' },
  { code: 'INVALID_PROPERTY_NAME', class: 'validation' },
  { code: 'INVALID_KEY_OR_REF', class: 'validation' },
  { code: 'DUP_RCRD', class: 'duplicate' },
  { code: 'RCRD_HAS_BEEN_CHANGED', class: 'conflict' },
  { code: 'RCRD_LOCKED_BY_WF', class: 'business-hold' },
];
