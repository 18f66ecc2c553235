import type { VendorPolicy } from '../port/policy.ts';

/** How NetSuite is spoken to: SuiteTalk REST web services of one account. */
export const netsuitePolicy: VendorPolicy<'orders.submit' | 'orders.cancel' | 'orders.change' | 'shipments.publish'> = {
  name: 'NetSuite',
  baseUrl: '{baseUrl}/services/rest',
  auth: { kind: 'oauth2', grant: 'client_credentials' },
  // Shared by everything that speaks to the account, SOAP and RESTlets too: Oracle Help Center, Integration Governance.
  limits: [{ kind: 'concurrency', requests: 5 }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429] },
  idempotency: {
    // PUT …/eid:<our reference> is an upsert.
    'orders.submit': { class: 'natural-key' },
    'orders.cancel': { class: 'natural-key' },
    'orders.change': { class: 'natural-key' },
    // A transform makes a fulfillment each time; it carries our external id, by which it is looked for first.
    'shipments.publish': { class: 'search-then-create' },
  },
};
