import type { VendorPolicy } from '../port/policy.ts';

/**
 * How a collector is spoken to. Statuses that are tried again: "OTLP/HTTP Response", Retryable Response Codes. Of 502 and
 * 504 nobody knows whether it took the notes; sending them again is safe all the same, since they keep their ids.
 */
export const analyticsPolicy: VendorPolicy<'notes.export'> = {
  name: 'the collector',
  baseUrl: '{baseUrl}',
  auth: { kind: 'none' },
  limits: [{ kind: 'concurrency', requests: 1 }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429, 503] },
  idempotency: { 'notes.export': { class: 'natural-key' } },
};
