export { invoiceMetafield, type MetafieldInput } from './shopify/invoice-metafield.ts';
export { orderMap } from './shopify/order-map.ts';
export { type Shopify, type ShopifySettings, shopify } from './shopify/shopify.ts';
export { shopifyPolicy } from './shopify/shopify-policy.ts';
export {
  type VerifiedWebhook,
  verifyWebhook,
  type WebhookHeaders,
  type WebhookResult,
} from './shopify/verify-webhook.ts';
