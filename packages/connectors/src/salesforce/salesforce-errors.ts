import type { VendorErrorRule } from '../http/vendor-errors.ts';

const guide = 'REST API Developer Guide, "Status Codes and Error Responses"';
/** The page has the code; its message is not quoted there and may differ. */
const codes = 'SOAP API Developer Guide, "Core Data Types Used in API Calls": ExceptionCode and StatusCode';

/** What Salesforce's codes mean (`errorCode` of the first error). What is not here is classed by its status. */
export const salesforceErrors: readonly VendorErrorRule[] = [
  {
    code: 'REQUEST_LIMIT_EXCEEDED',
    includes: 'Concurrent',
    class: 'concurrency-limited',
    sample: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
    source: codes,
  },
  {
    code: 'REQUEST_LIMIT_EXCEEDED',
    class: 'rate-limited',
    sample: 'TotalRequests Limit exceeded.',
    source: guide,
  },
  {
    code: 'INVALID_SESSION_ID',
    includes: 'not valid for use',
    class: 'config',
    sample: 'This session is not valid for use with the REST API',
    source: 'NangoHQ/nango#4344; simple-salesforce/simple-salesforce#422',
  },
  {
    code: 'INVALID_SESSION_ID',
    class: 'auth',
    sample: 'Session expired or invalid',
    source: 'restforce/restforce#284',
  },
  {
    code: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD',
    class: 'auth',
    sample: 'The users password has expired, you must call SetPassword before attempting any other API operations',
    source: 'restforce/restforce#607',
  },
  {
    code: 'API_DISABLED_FOR_ORG',
    class: 'permission',
    sample: 'API is not enabled for this Organization or Partner',
    source: codes,
  },
  {
    code: 'API_CURRENTLY_DISABLED',
    class: 'unavailable',
    sample: 'API is currently disabled',
    source: 'restforce/restforce pull request 563',
  },
  {
    code: 'INSUFFICIENT_ACCESS_OR_READONLY',
    class: 'permission',
    sample: 'insufficient access rights on object id',
    source: codes,
  },
  {
    code: 'INVALID_TYPE',
    class: 'config',
    sample: "sObject type 'Quote' is not supported.",
    source: codes,
  },
  {
    code: 'INVALID_FIELD',
    class: 'config',
    sample: "No such column 'CurrencyIsoCode' on entity 'Quote'.",
    source: codes,
  },
  {
    code: 'MALFORMED_QUERY',
    class: 'config',
    sample: 'unexpected token',
    source: 'restforce/restforce pull request 563',
  },
  { code: 'MALFORMED_ID', class: 'not-found', sample: 'malformed id', source: codes },
  {
    code: 'QUERY_TIMEOUT',
    class: 'unavailable',
    sample: 'Your query request was running for too long.',
    source: codes,
  },
  {
    code: 'UNABLE_TO_LOCK_ROW',
    class: 'concurrency-limited',
    sample: 'unable to obtain exclusive access to this record',
    source: codes,
  },
  { code: 'ENTITY_IS_DELETED', class: 'not-found', sample: 'entity is deleted', source: codes },
  { code: 'ENTITY_IS_LOCKED', class: 'business-hold', sample: 'the entity is locked for editing', source: codes },
  {
    code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    class: 'validation',
    sample: 'Status: bad value for restricted picklist field: Ordered',
    source: codes,
  },
  { code: 'REQUIRED_FIELD_MISSING', class: 'validation', sample: 'Required fields are missing: [Name]', source: codes },
  { code: 'SERVER_UNAVAILABLE', class: 'unavailable', sample: 'Server unavailable', source: codes },
];
