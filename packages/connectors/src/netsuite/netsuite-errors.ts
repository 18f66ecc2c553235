import type { VendorErrorRule } from '../http/vendor-errors.ts';

const codes = 'Oracle Help Center, NetSuite: SuiteScript Error Codes, and SOAP Status Codes';
const rest = 'Oracle Help Center, NetSuite: REST Web Services Error Handling';

/** What NetSuite's errors mean: `o:errorDetails[0]` with its `o:errorCode` and `detail`. */
export const netsuiteErrors: readonly VendorErrorRule[] = [
  {
    code: 'NONEXISTENT_ID',
    class: 'not-found',
    sample: 'The record instance does not exist. Provide a valid record instance ID.',
    source: rest,
  },
  {
    code: 'INVALID_LOGIN',
    class: 'auth',
    sample: 'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI.',
    source: rest,
  },
  { code: 'INVALID_LOGIN_ATTEMPT', class: 'auth', sample: 'Invalid login attempt.', source: codes },
  {
    code: 'INSUFFICIENT_PERMISSION',
    class: 'permission',
    sample: 'Permission Violation: You need a higher permission to access this page.',
    source: codes,
  },
  { code: 'FEATURE_DISABLED', class: 'config', sample: 'The feature is disabled in the account.', source: codes },
  { code: 'INVALID_URL', class: 'config', sample: 'The request URL is invalid.', source: rest },
  {
    code: 'CONCURRENCY_LIMIT_EXCEEDED',
    class: 'concurrency-limited',
    sample: 'Concurrent request limit exceeded. Request blocked.',
    source: rest,
  },
  {
    code: 'SSS_REQUEST_LIMIT_EXCEEDED',
    class: 'concurrency-limited',
    sample: 'The maximum number of concurrent requests was exceeded.',
    source: codes,
  },
  {
    code: 'EXCEEDED_CONCURRENCY_LIMIT_PER_INTEGRATION',
    class: 'concurrency-limited',
    sample: 'The concurrency limit of the integration was exceeded.',
    source: codes,
  },
  {
    code: 'USER_ERROR',
    includes: 'Please enter value(s) for',
    class: 'validation',
    sample: 'Please enter value(s) for: Department',
    source: codes,
  },
  {
    code: 'USER_ERROR',
    class: 'validation',
    sample: 'Error while accessing a resource. You have entered an Invalid Field Value.',
    source: rest,
  },
  { code: 'INVALID_CONTENT', class: 'validation', sample: 'Invalid content in the request body.', source: rest },
  { code: 'INVALID_PROPERTY_NAME', class: 'validation', sample: 'Unknown reference or field name.', source: rest },
  { code: 'INVALID_KEY_OR_REF', class: 'validation', sample: 'Invalid item reference key 4711.', source: codes },
  { code: 'DUP_RCRD', class: 'duplicate', sample: 'This record already exists.', source: codes },
  { code: 'RCRD_HAS_BEEN_CHANGED', class: 'conflict', sample: 'Record has been changed', source: codes },
  {
    code: 'RCRD_LOCKED_BY_WF',
    class: 'business-hold',
    sample: 'This record has been locked by a user defined workflow.',
    source: codes,
  },
];
