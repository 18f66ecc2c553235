import type { WebhookPolicy } from '../../port/policy.ts';
import { webhookHeaders as shopifyHeaders } from '../../shopify/webhook-headers.ts';

/**
 * Shopify. The body is signed and nothing else: topic, shop, id and time come in headers that are not ("Verify webhook
 * deliveries", "Webhooks delivery structure"). Eight retries in four hours ("Updates to webhook retry mechanism"), five
 * seconds to answer; a subscription made by the Admin API is deleted after eight failures in a row.
 */
export const shopifyWebhooks: WebhookPolicy = {
  name: 'Shopify',
  scheme: 'hmac-sha256-base64',
  headers: shopifyHeaders,
  unsigned: ['id', 'topic', 'sender', 'triggeredAt'],
  delivery: { answerWithinSeconds: 5, retriesForHours: 4 },
  subscription: { failingHours: 4, stopped: 'deleted' },
};

// No policy is spread into another: a bundler cannot leave one out that is.
const standardHeaders = { signature: 'webhook-signature', id: 'webhook-id', timestamp: 'webhook-timestamp' };

/** Standard Webhooks 1.0.0, with the recommended structure of the payload: `type` and `timestamp`. */
export const standardWebhooks: WebhookPolicy = {
  name: 'Standard Webhooks',
  scheme: 'standard-webhooks',
  headers: standardHeaders,
  body: { topic: ['type'], triggeredAt: ['timestamp'] },
  toleranceSeconds: 300,
};

/**
 * BigCommerce: Standard Webhooks with the app's client secret, and a body that names a record and no more ("HTTPS Webhooks
 * Overview"). Below 90 % of success within two minutes the whole domain is left out for three; after 48 hours of failing, or
 * 90 days without an event ("Webhooks Overview"), the hook is switched off, and has to be switched on again.
 */
export const bigCommerceWebhooks: WebhookPolicy = {
  name: 'BigCommerce',
  scheme: 'standard-webhooks',
  headers: standardHeaders,
  body: { topic: ['scope'], sender: ['producer'], triggeredAt: ['created_at'] },
  toleranceSeconds: 300,
  delivery: { retriesForHours: 48 },
  subscription: { failingHours: 48, quietDays: 90, stopped: 'inactive' },
};

/** Stripe: `Stripe-Signature: t=…,v1=…` ("Verify webhook signatures manually"); five minutes, three days of retries. */
export const stripeWebhooks: WebhookPolicy = {
  name: 'Stripe',
  scheme: 'hmac-sha256-timestamp',
  headers: { signature: 'stripe-signature' },
  body: { id: ['id'], topic: ['type'], sender: ['account'], triggeredAt: ['created'] },
  toleranceSeconds: 300,
  delivery: { retriesForHours: 72 },
};

/** ShipEngine, now ShipStation API: RSA-SHA256 of timestamp and body, by a key of its JWKS ("Webhook Validation"). */
export const shipEngineWebhooks: WebhookPolicy = {
  name: 'ShipEngine',
  scheme: 'rsa-sha256',
  headers: {
    signature: 'x-shipengine-rsa-sha256-signature',
    keyId: 'x-shipengine-rsa-sha256-key-id',
    timestamp: 'x-shipengine-timestamp',
  },
  body: { topic: ['resource_type'] },
  toleranceSeconds: 300,
};

/**
 * Dynamics 365 Business Central ("Working with webhooks in Dynamics 365 Business Central"). `clientState` is all the proof.
 * A subscription lives three days. Failures are tried again for 36 hours when the status is 408, 429 or 5xx; at **any
 * other** the subscription is deleted, so that a webhook with a wrong secret is not answered by 401.
 */
export const businessCentralWebhooks: WebhookPolicy = {
  name: 'Business Central',
  scheme: 'secret',
  headers: {},
  unsigned: ['id', 'topic', 'sender', 'triggeredAt'],
  handshake: { methods: ['POST', 'GET'], parameter: 'validationToken' },
  delivery: { retriesForHours: 36, refusedStatus: 503 },
  subscription: { expiresAfterHours: 72, renewBeforeHours: 24, failingHours: 36, stopped: 'deleted' },
};

/**
 * Adobe I/O Events, by which Adobe Commerce tells of events: two RSA-SHA256 signatures of the body, by keys under paths of
 * one fixed host ("Signature Verification for Events"); ten seconds to answer, a day of retries ("Retry").
 */
export const adobeEventsWebhooks: WebhookPolicy = {
  name: 'Adobe I/O Events',
  scheme: 'rsa-sha256',
  headers: { signature: 'x-adobe-digital-signature-{n}', keyId: 'x-adobe-public-key{n}-path' },
  body: { id: ['event_id'], topic: ['type'], sender: ['source'], triggeredAt: ['time'] },
  handshake: { methods: ['GET'], parameter: 'challenge' },
  delivery: { answerWithinSeconds: 10, retriesForHours: 24 },
  subscription: { failingHours: 24, stopped: 'inactive' },
};

/**
 * Adobe Commerce's own webhooks, which wait for an answer with operations: RSA-SHA256 of the body in Base64
 * ("Webhooks signature verification"). There is no id and no time: nothing tells a repetition from a second call.
 */
export const adobeCommerceWebhooks: WebhookPolicy = {
  name: 'Adobe Commerce',
  scheme: 'rsa-sha256',
  headers: { signature: 'x-adobe-commerce-webhook-signature' },
};

/**
 * Acumatica's push notifications ("Push Notifications: Destinations"): no signature is documented. What can be had is a
 * header of one's own with a secret (form SM302000), and a list of allowed addresses in front. At most five attempts.
 */
export const acumaticaWebhooks: WebhookPolicy = {
  name: 'Acumatica',
  scheme: 'secret',
  headers: { signature: 'authorization' },
  body: { id: ['Id'], topic: ['Query'], sender: ['CompanyId'] },
  unsigned: ['id', 'topic', 'sender', 'triggeredAt'],
};
