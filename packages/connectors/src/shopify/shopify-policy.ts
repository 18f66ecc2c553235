import type { VendorPolicy, WebhookPolicy } from '../port/policy.ts';

const webhook: WebhookPolicy = {
  scheme: 'hmac-sha256-base64',
  headers: {
    signature: 'x-shopify-hmac-sha256',
    id: 'x-shopify-webhook-id',
    topic: 'x-shopify-topic',
    sender: 'x-shopify-shop-domain',
    triggeredAt: 'x-shopify-triggered-at',
  },
};

/** How Shopify's Admin API is spoken to. */
export const shopifyPolicy: VendorPolicy<'shipments.publish' | 'invoices.publish'> & {
  readonly webhook: WebhookPolicy;
} = {
  name: 'Shopify',
  baseUrl: '{baseUrl}/admin/api/{apiVersion}',
  auth: { kind: 'header', name: 'x-shopify-access-token' },
  limits: [{ kind: 'cost', path: ['extensions', 'cost', 'throttleStatus'] }],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds' }], nothingDone: [429] },
  idempotency: {
    // fulfillmentCreate takes no key: what is there already is looked up first.
    'shipments.publish': { class: 'search-then-create' },
    'invoices.publish': { class: 'natural-key' },
  },
  webhook,
};
