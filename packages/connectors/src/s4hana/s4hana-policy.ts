import type { VendorPolicy } from '../port/policy.ts';

/** How SAP S/4HANA is spoken to: OData 2 services under one root. */
export const s4hanaPolicy: VendorPolicy<'orders.submit' | 'orders.cancel' | 'orders.change'> = {
  name: 'SAP S/4HANA',
  baseUrl: '{baseUrl}/sap/opu/odata/sap',
  auth: { kind: 'basic' },
  // SAP publishes no figure for these services; what a tenant allows is an agreement. A modest number at once does no harm.
  limits: [{ kind: 'concurrency', requests: 10 }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429] },
  idempotency: {
    // SAP KBA 2931385: a POST that is repeated makes a second order, so that it is looked for first.
    'orders.submit': { class: 'search-then-create' },
    // Absolute totals and reasons of items by their numbers.
    'orders.cancel': { class: 'natural-key' },
    'orders.change': { class: 'natural-key' },
  },
};
