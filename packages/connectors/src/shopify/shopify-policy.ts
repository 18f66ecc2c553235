import type { VendorPolicy, WebhookPolicy } from '../port/policy.ts';
import { webhookHeaders } from './webhook-headers.ts';

/** What changes something in a shop. */
export type ShopifyWrite =
  | 'orders.cancel'
  | 'orders.change'
  | 'inventory.publish'
  | 'shipments.publish'
  | 'invoices.publish';

/** How Shopify's Admin API is spoken to. */
export const shopifyPolicy: VendorPolicy<ShopifyWrite> & { readonly webhook: WebhookPolicy } = {
  name: 'Shopify',
  baseUrl: '{baseUrl}/admin/api/{apiVersion}',
  auth: { kind: 'header', name: 'x-shopify-access-token' },
  limits: [
    {
      kind: 'cost',
      path: ['extensions', 'cost', 'throttleStatus'],
      actualPath: ['extensions', 'cost', 'actualQueryCost'],
    },
  ],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds' }], nothingDone: [429] },
  idempotency: {
    // fulfillmentCreate takes no key: what is there already is looked up first.
    'shipments.publish': { class: 'search-then-create' },
    'invoices.publish': { class: 'natural-key' },
    // New states of records that are there: again is the same.
    'orders.cancel': { class: 'natural-key' },
    'orders.change': { class: 'natural-key' },
    'inventory.publish': { class: 'natural-key' },
  },
  webhook: { scheme: 'hmac-sha256-base64', headers: webhookHeaders },
};
