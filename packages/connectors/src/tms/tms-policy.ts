import type { VendorPolicy } from '../port/policy.ts';
import { shipEngineWebhooks } from '../webhook/data/webhook-policies.ts';

/** How ShipEngine, now ShipStation API, is spoken to. Limits: "Usage & Rate Limits"; a sandbox has 20 a minute. */
export const tmsPolicy: VendorPolicy<'labels.create' | 'labels.void'> = {
  name: 'ShipEngine',
  baseUrl: '{baseUrl}/v1',
  auth: { kind: 'header', name: 'API-Key' },
  limits: [{ kind: 'rate', requests: 200, seconds: 60 }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds' }], nothingDone: [429] },
  idempotency: {
    // `external_shipment_id` is unique in an account: a second one is refused ("Create a Shipment").
    'labels.create': { class: 'search-then-create' },
    'labels.void': { class: 'natural-key' },
  },
  webhook: shipEngineWebhooks,
};
