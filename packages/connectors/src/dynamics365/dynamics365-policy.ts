import type { VendorPolicy } from '../port/policy.ts';

/**
 * How Dynamics 365 finance and operations is spoken to. Whoever asks while the web servers are busy is answered 429 with
 * Retry-After in seconds ("Service protection API limits"): limits are of resources and have no figure; those of a user were
 * given up with version 10.0.36. A modest number at once does no harm.
 */
export const dynamics365Policy: VendorPolicy<'orders.submit' | 'orders.cancel' | 'orders.change'> = {
  name: 'Dynamics 365',
  baseUrl: '{baseUrl}/data',
  auth: { kind: 'oauth2', grant: 'client_credentials' },
  limits: [{ kind: 'concurrency', requests: 8 }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429] },
  idempotency: {
    'orders.submit': { class: 'search-then-create' },
    // Absolute quantities of lines by their lots.
    'orders.cancel': { class: 'natural-key' },
    'orders.change': { class: 'natural-key' },
  },
};
