export type { CancelSettings } from './shopify/cancel-order.ts';
export { decodeCompany, decodePerson } from './shopify/decode-customer.ts';
export { decodeItem } from './shopify/decode-item.ts';
export { type OrderDecoder, orderDecoder } from './shopify/decode-order.ts';
export { decodeStatus } from './shopify/decode-status.ts';
export type { FoundBy } from './shopify/find-order.ts';
export { invoiceMetafield, type MetafieldInput } from './shopify/invoice-metafield.ts';
export { orderMap } from './shopify/order-map.ts';
export { type OrderNode, orderNode } from './shopify/order-node.ts';
export { planQuantities, type QuantityInput, type QuantityPlan } from './shopify/plan-quantities.ts';
export type { ReferenceField } from './shopify/reference-field.ts';
export { type Shopify, type ShopifySettings, shopify } from './shopify/shopify.ts';
export { shopifyErrors } from './shopify/shopify-errors.ts';
export { type ShopifyWrite, shopifyPolicy } from './shopify/shopify-policy.ts';
export {
  type VerifiedWebhook,
  verifyWebhook,
  type WebhookHeaders,
  type WebhookResult,
} from './shopify/verify-webhook.ts';
export { webhookOrderOf } from './shopify/webhook-order-of.ts';
export { type WebhookSubject, webhookSubject } from './shopify/webhook-subject.ts';
