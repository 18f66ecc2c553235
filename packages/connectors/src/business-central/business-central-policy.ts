import type { VendorPolicy } from '../port/policy.ts';

/**
 * How Business Central is spoken to: API v2.0 of one environment. Limits are those of one user ("Operational Limits for
 * Business Central Online", OData): 6,000 requests in a sliding window of five minutes, five at once. 95 more wait in a queue,
 * for eight minutes at most: whoever waits there so long is answered 503, and cannot know how far it had come.
 */
export const businessCentralPolicy: VendorPolicy<'orders.submit' | 'orders.cancel' | 'orders.change'> = {
  name: 'Business Central',
  baseUrl: '{baseUrl}/v2.0/{tenant}/{environment}/api/v2.0',
  auth: { kind: 'oauth2', grant: 'client_credentials' },
  limits: [
    { kind: 'window', requests: 6000, seconds: 300, span: 'sliding' },
    { kind: 'concurrency', requests: 5 },
  ],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429], landsWithinSeconds: 480 },
  idempotency: {
    'orders.submit': { class: 'search-then-create' },
    // Absolute quantities of lines by their numbers.
    'orders.cancel': { class: 'natural-key' },
    'orders.change': { class: 'natural-key' },
  },
};
