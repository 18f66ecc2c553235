export type {
  WebhookDeliveryPolicy,
  WebhookField,
  WebhookPolicy,
  WebhookScheme,
  WebhookSubscriptionPolicy,
} from './port/policy.ts';
export { adobeKeys } from './webhook/adobe-keys.ts';
export { compareVersions, type VersionOrder } from './webhook/compare-versions.ts';
export {
  acumaticaWebhooks,
  adobeCommerceWebhooks,
  adobeEventsWebhooks,
  bigCommerceWebhooks,
  businessCentralWebhooks,
  shipEngineWebhooks,
  shopifyWebhooks,
  standardWebhooks,
  stripeWebhooks,
} from './webhook/data/webhook-policies.ts';
export { type DueRenewal, dueRenewals, type WebhookSubscription } from './webhook/due-renewals.ts';
export { handshakeAnswer } from './webhook/handshake-answer.ts';
export type { WebhookHeaders } from './webhook/header-values.ts';
export { type JwksSettings, jwksKeys } from './webhook/jwks-keys.ts';
export { memoryWebhookStore } from './webhook/memory-webhook-store.ts';
export { type Newest, type NewestRule, newest, type Superseded } from './webhook/newest.ts';
export type { JsonWebRsaKey, PublicKey, RsaKey } from './webhook/rsa-key.ts';
export { verifyAcumaticaWebhook } from './webhook/verify-acumatica-webhook.ts';
export { verifyAdobeCommerceWebhook } from './webhook/verify-adobe-commerce-webhook.ts';
export { verifyAdobeEventsWebhook } from './webhook/verify-adobe-events-webhook.ts';
export { verifyBigCommerceWebhook } from './webhook/verify-big-commerce-webhook.ts';
export { verifyBusinessCentralWebhook } from './webhook/verify-business-central-webhook.ts';
export { verifyShipEngineWebhook } from './webhook/verify-ship-engine-webhook.ts';
export { verifyShopifyWebhook } from './webhook/verify-shopify-webhook.ts';
export { verifyStandardWebhook } from './webhook/verify-standard-webhook.ts';
export { verifyStripeWebhook } from './webhook/verify-stripe-webhook.ts';
export type {
  Webhook,
  WebhookDelivery,
  WebhookProof,
  WebhookRefusal,
  WebhookVerification,
} from './webhook/webhook.ts';
export { fixedKeys, type WebhookKey, type WebhookKeys } from './webhook/webhook-keys.ts';
export {
  type WebhookAnswer,
  type WebhookReceiver,
  type WebhookReceiverSettings,
  type WebhookReport,
  type WebhookRequest,
  webhookReceiver,
} from './webhook/webhook-receiver.ts';
export type { WebhookStore } from './webhook/webhook-store.ts';
export {
  type WebhookStoreCase,
  type WebhookStoreSubject,
  webhookStoreContract,
} from './webhook/webhook-store-contract.ts';
