import type { VendorPolicy } from '../port/policy.ts';

/**
 * How Oracle Fusion is spoken to: its REST resources, all under one host. No figure of a limit is published; a modest number at
 * once does no harm.
 */
export const oracleFusionPolicy: VendorPolicy<'orders.submit' | 'orders.cancel' | 'orders.change'> = {
  name: 'Oracle Fusion',
  baseUrl: '{baseUrl}',
  auth: { kind: 'basic' },
  limits: [{ kind: 'concurrency', requests: 4 }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429] },
  idempotency: {
    // A look first, since what a second POST of one key does is not described for every release.
    'orders.submit': { class: 'search-then-create' },
    'orders.cancel': { class: 'natural-key' },
    'orders.change': { class: 'natural-key' },
  },
};
