import type { ErrorSources } from '../governance/documented-rules.ts';

const codes = 'Oracle Help Center, NetSuite: SuiteScript Error Codes, and SOAP Status Codes';
const rest = 'Oracle Help Center, NetSuite: REST Web Services Error Handling';

/** What NetSuite says where a rule of `netsuiteErrors` fits, verbatim, and where that stands. No connector carries it. */
export const netsuiteErrorSources: ErrorSources = {
  NONEXISTENT_ID: { sample: 'The record instance does not exist. Provide a valid record instance ID.', source: rest },
  INVALID_LOGIN: {
    sample: 'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI.',
    source: rest,
  },
  INVALID_LOGIN_ATTEMPT: { sample: 'Invalid login attempt.', source: codes },
  INSUFFICIENT_PERMISSION: {
    sample: 'Permission Violation: You need a higher permission to access this page.',
    source: codes,
  },
  FEATURE_DISABLED: { sample: 'The feature is disabled in the account.', source: codes },
  INVALID_URL: { sample: 'The request URL is invalid.', source: rest },
  CONCURRENCY_LIMIT_EXCEEDED: { sample: 'Concurrent request limit exceeded. Request blocked.', source: rest },
  SSS_REQUEST_LIMIT_EXCEEDED: { sample: 'The maximum number of concurrent requests was exceeded.', source: codes },
  EXCEEDED_CONCURRENCY_LIMIT_PER_INTEGRATION: {
    sample: 'The concurrency limit of the integration was exceeded.',
    source: codes,
  },
  'USER_ERROR Please enter value(s) for': { sample: 'Please enter value(s) for: Department', source: codes },
  USER_ERROR: { sample: 'Error while accessing a resource. You have entered an Invalid Field Value.', source: rest },
  INVALID_CONTENT: { sample: 'Invalid content in the request body.', source: rest },
  INVALID_PROPERTY_NAME: { sample: 'Unknown reference or field name.', source: rest },
  INVALID_KEY_OR_REF: { sample: 'Invalid item reference key 4711.', source: codes },
  DUP_RCRD: { sample: 'This record already exists.', source: codes },
  RCRD_HAS_BEEN_CHANGED: { sample: 'Record has been changed', source: codes },
  RCRD_LOCKED_BY_WF: { sample: 'This record has been locked by a user defined workflow.', source: codes },
};
