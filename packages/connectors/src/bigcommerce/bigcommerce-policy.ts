import type { VendorPolicy, WebhookPolicy } from '../port/policy.ts';
import { bigCommerceWebhooks } from '../webhook/data/webhook-policies.ts';

type Write = 'orders.cancel' | 'orders.change' | 'shipments.publish' | 'invoices.publish' | 'inventory.publish';

/** How a BigCommerce store is spoken to: the REST Management API, V2 for orders and V3 for the rest. */
export const bigcommercePolicy: VendorPolicy<Write> & { readonly webhook: WebhookPolicy } = {
  name: 'BigCommerce',
  baseUrl: '{baseUrl}/stores/{storeHash}',
  auth: { kind: 'header', name: 'x-auth-token' },
  // BigCommerce, API rate limits: the least is 150 in 30 seconds (Plus and Standard); all apps of a store share it. The
  // headers say what holds now, in milliseconds.
  limits: [
    {
      kind: 'window',
      requests: 150,
      seconds: 30,
      span: 'fixed',
      headers: {
        requests: 'x-rate-limit-requests-quota',
        left: 'x-rate-limit-requests-left',
        reset: { name: 'x-rate-limit-time-reset-ms', unit: 'milliseconds' },
        length: { name: 'x-rate-limit-time-window-ms', unit: 'milliseconds' },
      },
    },
  ],
  retry: { headers: [{ name: 'x-rate-limit-time-reset-ms', unit: 'milliseconds' }], nothingDone: [429] },
  idempotency: {
    // PUT of a status or of new totals.
    'orders.cancel': { class: 'natural-key' },
    'orders.change': { class: 'natural-key' },
    // A POST makes one each time: what is there is looked for first.
    'shipments.publish': { class: 'search-then-create' },
    'invoices.publish': { class: 'search-then-create' },
    // Absolute adjustments; relative ones would add up.
    'inventory.publish': { class: 'natural-key' },
  },
  webhook: bigCommerceWebhooks,
};
