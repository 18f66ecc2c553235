import type { VendorPolicy } from '../port/policy.ts';
import { standardWebhooks } from '../webhook/data/webhook-policies.ts';

/** How a warehouse is spoken to that keeps to the contract of docs/systems/wms.md. */
export const wmsPolicy: VendorPolicy<'fulfillments.request' | 'fulfillments.cancel'> = {
  name: 'the warehouse',
  baseUrl: '{baseUrl}/v1',
  auth: { kind: 'header', name: 'authorization', scheme: 'Bearer' },
  limits: [{ kind: 'concurrency', requests: 4 }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429, 503] },
  idempotency: {
    // The number of the request is unique too, so that a key that was forgotten makes no second one.
    'fulfillments.request': { class: 'native-header', header: 'Idempotency-Key' },
    'fulfillments.cancel': { class: 'native-header', header: 'Idempotency-Key' },
  },
  webhook: { ...standardWebhooks, name: 'the warehouse' },
};
