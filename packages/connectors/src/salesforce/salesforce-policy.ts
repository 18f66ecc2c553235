import type { VendorPolicy } from '../port/policy.ts';

/** How Salesforce is spoken to: REST API and SOQL at the host of the organization's My Domain. */
export const salesforcePolicy: VendorPolicy<'acknowledgments.publish'> = {
  name: 'Salesforce',
  baseUrl: '{instanceUrl}/services/data/{apiVersion}',
  auth: { kind: 'oauth2', grant: 'client_credentials' },
  limits: [
    // "API Request Limits and Allocations": 100 000 requests in 24 hours for an Enterprise organization, more with its
    // licenses; the header `Sforce-Limit-Info: api-usage=10018/100000` of each answer says how many.
    {
      kind: 'window',
      requests: 100_000,
      seconds: 86_400,
      span: 'sliding',
      headers: { usage: { name: 'sforce-limit-info', key: 'api-usage' } },
    },
    // Of the same page: 25 requests of 20 seconds or longer at once, 5 in a Developer Edition.
    { kind: 'concurrency', requests: 5 },
  ],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429] },
  idempotency: {
    // The status of a record by its id: written again it is the same.
    'acknowledgments.publish': { class: 'natural-key' },
  },
};
