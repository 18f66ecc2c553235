import type { VendorErrorRule } from '../http/vendor-errors.ts';

const common = 'SP-API docs, "Resolve Common HTTP and Authorization Error Codes"';
const orders = 'Model vendorOrders (v1), static sandbox';
const login = 'SP-API docs, "Authorization Errors", and RFC 6749 §5.2';

/** What the errors mean that every operation of the Selling Partner API may answer. The rest is classed by its status. */
export const amazonErrors: readonly VendorErrorRule[] = [
  {
    code: 'Unauthorized',
    includes: 'expired',
    class: 'auth',
    sample: 'The access token you provided has expired.',
    source: common,
  },
  {
    code: 'Unauthorized',
    includes: 'revoked',
    class: 'auth',
    sample: 'The access token you provided is revoked, malformed or invalid.',
    source: common,
  },
  {
    code: 'Unauthorized',
    status: 401,
    class: 'auth',
    sample: 'Access token is missing in the request header.',
    source: common,
  },
  {
    code: 'MissingAuthenticationToken',
    class: 'auth',
    sample: 'Access to requested resource is denied.',
    source: `${login}; quoted in repost.aws "Trouble migrating MWS API to Selling Partner API"`,
  },
  {
    code: 'Unauthorized',
    class: 'permission',
    sample: 'Access to requested resource is denied.',
    source: 'amz-tools/amazon-sp-api#10; SP-API docs, "Parse SP-API Responses"',
  },
  {
    code: 'QuotaExceeded',
    class: 'rate-limited',
    sample: 'You exceeded your quota for the requested resource.',
    source: 'amzn/selling-partner-api-models#418 and #1176; SP-API docs, "Usage Plans and Rate Limits"',
  },
  { code: 'InvalidRequest', class: 'validation', sample: 'The request is invalid.', source: orders },
  {
    code: 'InvalidRequest',
    class: 'validation',
    sample: 'Request is missing or has invalid parameters',
    source: orders,
  },
  {
    code: 'InvalidInput',
    class: 'validation',
    sample: "The content of element 'sellingParty' is not complete. One of '{partyId, address, taxInfo}' is expected.",
    source: orders,
  },
  {
    code: 'InvalidInput',
    class: 'validation',
    sample:
      "Value 'Invoic' is not valid with respect to enumeration '[CreditNote, Invoice]'. It must be a value from the enumeration.",
    source: 'Model vendorInvoices (v1), static sandbox',
  },
  {
    code: 'InvalidInput',
    class: 'validation',
    sample: "The value 'Invoic' of element 'invoiceType' is not valid.",
    source: 'Model vendorInvoices (v1), static sandbox',
  },
  {
    code: 'InvalidInput',
    class: 'validation',
    sample: 'Invalid transmission ID.',
    source: 'Model vendorTransactionStatus (v1), static sandbox',
  },
  {
    code: 'INVALID_ORDER_ID',
    class: 'not-found',
    sample: 'Invalid order ID.',
    source: 'Model vendorTransactionStatus (v1), static sandbox',
  },
];
