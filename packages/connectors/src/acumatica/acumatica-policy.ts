import type { VendorPolicy } from '../port/policy.ts';

/** How Acumatica is spoken to: the contract-based REST API of one endpoint and version, such as Default/24.200.001. */
export const acumaticaPolicy: VendorPolicy<'orders.submit' | 'orders.cancel' | 'orders.change'> = {
  name: 'Acumatica',
  baseUrl: '{baseUrl}/entity/{endpoint}/{version}',
  auth: { kind: 'oauth2', grant: 'password' },
  // What a licence allows differs: `licenceLimits` makes its figures of form SM604000. Two at once is what the smallest has.
  // A request waits in a queue for ten minutes at most (License Restrictions for API Users, Decline of the Requests).
  limits: [{ kind: 'concurrency', requests: 2, lostSeconds: 600 }],
  retry: { headers: [], nothingDone: [429], landsWithinSeconds: 600 },
  idempotency: {
    // A PUT without keys makes a new order each time (Create a Record).
    'orders.submit': { class: 'search-then-create' },
    // An action by the order's keys, and absolute totals of its lines.
    'orders.cancel': { class: 'natural-key' },
    'orders.change': { class: 'natural-key' },
  },
};
