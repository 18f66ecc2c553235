import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  acumaticaWebhooks,
  adobeCommerceWebhooks,
  adobeEventsWebhooks,
  bigCommerceWebhooks,
  businessCentralWebhooks,
  fixedKeys,
  shipEngineWebhooks,
  shopifyWebhooks,
  standardWebhooks,
  stripeWebhooks,
  verifyAcumaticaWebhook,
  verifyAdobeCommerceWebhook,
  verifyAdobeEventsWebhook,
  verifyBigCommerceWebhook,
  verifyBusinessCentralWebhook,
  verifyShipEngineWebhook,
  verifyShopifyWebhook,
  verifyStandardWebhook,
  verifyStripeWebhook,
  type WebhookDelivery,
  type WebhookPolicy,
  type WebhookVerification,
} from '@dist/connectors/webhooks';

/** 2026-03-02T08:00:00Z in milliseconds. */
export const now = Date.UTC(2026, 2, 2, 8);

export interface Signed {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** One sender: how it signs, written with node:crypto from its documentation, and how we verify it. */
export interface Sender {
  readonly policy: WebhookPolicy;
  /** A webhook signed at an instant, by the new secret or the one before. */
  readonly send: (more?: { at?: number; secret?: number; id?: string }) => Signed;
  readonly verify: (delivery: WebhookDelivery, at?: number) => Promise<WebhookVerification>;
  /** The verification with an empty secret or key. */
  readonly careless: () => Promise<unknown>;
}

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const hmac = (secret: string | Buffer, content: string | Uint8Array) => createHmac('sha256', secret).update(content);
const seconds = (at: number) => String(Math.floor(at / 1000));
const before = (text: string, body: Uint8Array) => Buffer.concat([Buffer.from(text), body]);

const secrets = ['a new secret (sample)', 'the secret before (sample)'] as const;
const encoded = secrets.map((secret) => Buffer.from(secret).toString('base64'));
export const rsa = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
const pem = (key: KeyObject | undefined) => String(key?.export({ type: 'spki', format: 'pem' }));
const publicKeys = rsa.map(({ publicKey }) => pem(publicKey));
const rsaSign = (place: number, content: Uint8Array | string) => {
  const pair = rsa[place];
  if (pair === undefined) throw new RangeError(`there is no key ${place}`);
  return sign('RSA-SHA256', Buffer.from(content), pair.privateKey).toString('base64');
};

function shopify(): Sender {
  const body = bytes({ id: 1, note: 'für später', updated_at: '2026-03-02T08:00:00-06:00' });
  return {
    policy: shopifyWebhooks,
    send: ({ secret = 0, id = 'w-1' } = {}) => ({
      body,
      headers: {
        'X-Shopify-Hmac-Sha256': hmac(secrets[secret] ?? '', body).digest('base64'),
        'X-Shopify-Topic': 'orders/create',
        'X-Shopify-Shop-Domain': 'example.myshopify.com',
        'X-Shopify-Webhook-Id': id,
        'X-Shopify-Triggered-At': '2026-03-02T08:00:00.123Z',
      },
    }),
    verify: (delivery) => verifyShopifyWebhook(delivery, { secrets }),
    careless: () => verifyShopifyWebhook({ body, headers: {} }, { secrets: ['', 'good'] }),
  };
}

function standard(policy: WebhookPolicy, body: Uint8Array, keys: readonly string[], verify: Sender['verify']): Sender {
  return {
    policy,
    send: ({ at = now, secret = 0, id = 'msg_1' } = {}) => {
      const key = Buffer.from(keys[secret] ?? '', 'base64');
      const signature = hmac(key, before(`${id}.${seconds(at)}.`, body)).digest('base64');
      const headers = { 'webhook-id': id, 'webhook-timestamp': seconds(at), 'webhook-signature': `v1,${signature}` };
      return { body, headers };
    },
    verify,
    careless: () => verifyStandardWebhook({ body, headers: {} }, { secrets: 'whsec_', now }),
  };
}

function stripe(): Sender {
  const body = bytes({ id: 'evt_1', type: 'charge.refunded', created: now / 1000, account: 'acct_1' });
  return {
    policy: stripeWebhooks,
    send: ({ at = now, secret = 0 } = {}) => {
      const signature = hmac(secrets[secret] ?? '', before(`${seconds(at)}.`, body)).digest('hex');
      return { body, headers: { 'Stripe-Signature': `t=${seconds(at)},v1=${signature},v0=${'0'.repeat(64)}` } };
    },
    verify: (delivery, at = now) => verifyStripeWebhook(delivery, { secrets, now: at }),
    careless: () => verifyStripeWebhook({ body, headers: {} }, { secrets: [], now }),
  };
}

function shipEngine(): Sender {
  const body = bytes({ resource_url: 'https://api.example.com/v1/tracking', resource_type: 'API_TRACK', data: {} });
  const keys = fixedKeys({ 'key-0': publicKeys[0] ?? '', 'key-1': publicKeys[1] ?? '' });
  return {
    policy: shipEngineWebhooks,
    send: ({ at = now, secret = 0 } = {}) => {
      const timestamp = new Date(at).toISOString();
      const headers = {
        'X-ShipEngine-RSA-SHA256-Signature': rsaSign(secret, before(`${timestamp}.`, body)),
        'X-ShipEngine-RSA-SHA256-Key-Id': `key-${secret}`,
        'X-ShipEngine-Timestamp': timestamp,
      };
      return { body, headers };
    },
    verify: (delivery, at = now) => verifyShipEngineWebhook(delivery, { keys, now: at }),
    careless: async () => {
      const careless = fixedKeys({ 'key-0': 'no key' });
      return verifyShipEngineWebhook(shipEngine().send(), { keys: careless, now });
    },
  };
}

function businessCentral(): Sender {
  const resource = 'api/v2.0/companies(b18aed47-0000-4000-8000-000000000000)';
  const notification = (entity: string, changeType: string, clientState: string, subscriptionId: string) => ({
    subscriptionId,
    clientState,
    expirationDateTime: '2026-03-05T08:00:00Z',
    resource: `${resource}/${entity}`,
    changeType,
    lastModifiedDateTime: '2026-03-02T07:59:30.467Z',
  });
  return {
    policy: businessCentralWebhooks,
    send: ({ secret = 0, id = 'items' } = {}) => ({
      headers: {},
      body: bytes({
        value: [
          notification('items(26814998-936a-401c-81c1-0e848a64971d)', 'updated', secrets[secret] ?? '', id),
          notification('salesOrders?$filter=x%20gt%20(1)/2', 'collection', secrets[secret] ?? '', 'orders'),
        ],
      }),
    }),
    verify: (delivery) => verifyBusinessCentralWebhook(delivery, { secrets }),
    careless: () => verifyBusinessCentralWebhook({ body: bytes('{}'), headers: {} }, { secrets: '' }),
  };
}

function adobeEvents(): Sender {
  const clientId = '531f2f763b2f4c34b03001d8bf2bd4df';
  const path = (place: number) => `/prod/keys/pub-key-${place}.pem`;
  const keys = fixedKeys({ [path(0)]: publicKeys[0] ?? '', [path(1)]: publicKeys[1] ?? '' });
  return {
    policy: adobeEventsWebhooks,
    send: ({ secret = 0, id = 'e-1' } = {}) => {
      const body = bytes({
        id: 'ce-1',
        type: 'com.adobe.commerce.observer.sales_order_save_after',
        source: 'urn:uuid:420ba332',
        time: '2026-03-02T08:00:00Z',
        data: { value: {} },
        event_id: id,
        recipient_client_id: clientId,
      });
      // The first signature is one of a key that is gone, so that the second counts.
      const headers = {
        'x-adobe-digital-signature-1': rsaSign(secret, 'another body'),
        'x-adobe-public-key1-path': path(secret),
        'x-adobe-digital-signature-2': rsaSign(secret, body),
        'x-adobe-public-key2-path': path(secret),
      };
      return { body, headers };
    },
    verify: (delivery) => verifyAdobeEventsWebhook(delivery, { keys, clientId }),
    careless: () => verifyAdobeEventsWebhook(adobeEvents().send(), { keys, clientId: '' }),
  };
}

function adobeCommerce(): Sender {
  const body = bytes({ order: { increment_id: '000000001' } });
  return {
    policy: adobeCommerceWebhooks,
    send: ({ secret = 0 } = {}) => {
      const content = Buffer.from(body).toString('base64');
      return { body, headers: { 'x-adobe-commerce-webhook-signature': rsaSign(secret, content) } };
    },
    verify: (delivery) => verifyAdobeCommerceWebhook(delivery, { keys: publicKeys }),
    careless: () => verifyAdobeCommerceWebhook(adobeCommerce().send(), { keys: ['no key'] }),
  };
}

function acumatica(): Sender {
  return {
    policy: acumaticaWebhooks,
    send: ({ secret = 0, id = '9f1c' } = {}) => ({
      headers: { Authorization: secrets[secret] ?? '' },
      body: bytes({ Inserted: [{ OrderNbr: 'SO1' }], Deleted: [], Query: 'SalesOrders', CompanyId: 'Company', Id: id }),
    }),
    verify: (delivery) => verifyAcumaticaWebhook(delivery, { secrets }),
    careless: () => verifyAcumaticaWebhook({ body: bytes('{}'), headers: {} }, { secrets: [''] }),
  };
}

const standardBody = bytes({ type: 'invoice.paid', timestamp: '2026-03-02T07:59:59Z', data: { id: 'i-1' } });
const thinBody = bytes({
  producer: 'stores/abc123',
  hash: 'dd70c0976e06b67aaf671e73f49dcb79230ebf9d',
  created_at: now / 1000,
  scope: 'store/order/created',
  data: { type: 'order', id: 223 },
});

export const senders: Readonly<Record<string, Sender>> = {
  Shopify: shopify(),
  'Standard Webhooks': standard(standardWebhooks, standardBody, encoded, (delivery, at = now) =>
    verifyStandardWebhook(delivery, { secrets: encoded.map((secret) => `whsec_${secret}`), now: at }),
  ),
  BigCommerce: standard(bigCommerceWebhooks, thinBody, encoded, (delivery, at = now) =>
    verifyBigCommerceWebhook(delivery, { secrets, now: at }),
  ),
  Stripe: stripe(),
  ShipEngine: shipEngine(),
  'Business Central': businessCentral(),
  'Adobe I/O Events': adobeEvents(),
  'Adobe Commerce': adobeCommerce(),
  Acumatica: acumatica(),
};

export function sender(name: string): Sender {
  const found = senders[name];
  if (found === undefined) throw new RangeError(`there is no sender ${name}`);
  return found;
}
