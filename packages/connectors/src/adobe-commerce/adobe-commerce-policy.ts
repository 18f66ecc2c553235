import type { VendorPolicy, WebhookPolicy } from '../port/policy.ts';
import { adobeEventsWebhooks } from '../webhook/data/webhook-policies.ts';

type Write = 'orders.cancel' | 'shipments.publish' | 'invoices.publish' | 'inventory.publish';

/** How Adobe Commerce is spoken to: the REST Web API of one store. */
export const adobeCommercePolicy: VendorPolicy<Write> & { readonly webhook: WebhookPolicy } = {
  name: 'Adobe Commerce',
  baseUrl: '{baseUrl}{restPath}/V1',
  auth: { kind: 'oauth1' },
  // None is documented; what a store bears depends on its servers (Web API guide, Rate limiting: of payments only).
  limits: [],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429] },
  idempotency: {
    // An order that is cancelled cannot be cancelled again.
    'orders.cancel': { class: 'natural-key' },
    // A POST makes one each time: what is there is looked for first.
    'shipments.publish': { class: 'search-then-create' },
    'invoices.publish': { class: 'search-then-create' },
    // A source item is known by its SKU and source.
    'inventory.publish': { class: 'natural-key' },
  },
  webhook: adobeEventsWebhooks,
};
