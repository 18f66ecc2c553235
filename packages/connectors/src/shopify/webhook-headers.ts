import type { WebhookPolicy } from '../port/policy.ts';

/** Where a webhook of Shopify says what it is. In a file of its own: who checks another shop's webhooks needs no Shopify. */
export const webhookHeaders: WebhookPolicy['headers'] = {
  signature: 'x-shopify-hmac-sha256',
  id: 'x-shopify-webhook-id',
  topic: 'x-shopify-topic',
  sender: 'x-shopify-shop-domain',
  triggeredAt: 'x-shopify-triggered-at',
};
