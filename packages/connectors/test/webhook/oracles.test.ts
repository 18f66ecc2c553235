import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  verifyBigCommerceWebhook,
  verifyShopifyWebhook,
  verifyStandardWebhook,
  verifyStripeWebhook,
} from '@dist/connectors/webhooks';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';

const bytes = (text: string) => new TextEncoder().encode(text);
/** Valid JSON, with characters of every length in UTF-8. */
const json = fc.record({ type: fc.string({ unit: 'grapheme' }), n: fc.nat() }).map((value) => JSON.stringify(value));
const secretText = fc.string({ minLength: 1, maxLength: 80 });
const ids = fc.string({ minLength: 1 }).map((text) => `msg_${Buffer.from(text).toString('hex')}`);

describe('the library standardwebhooks', () => {
  it('its example is believed', async () => {
    // From the library's own tests and the page "Verifying Webhooks Manually" of Svix.
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const settings = { secrets: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', now: 1_614_265_330_000 };
    const verified = await verifyStandardWebhook({ body: bytes('{"test": 2432232314}'), headers }, settings);
    expect(verified).toMatchObject({ ok: true, webhooks: [{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek' }] });
  });

  it('what it signs is believed, with any secret, id and body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), ids, json, async (key, id, body) => {
        const secret = `whsec_${Buffer.from(key).toString('base64')}`;
        const at = new Date(1_772_438_400_000);
        const headers = {
          'webhook-id': id,
          'webhook-timestamp': String(at.getTime() / 1000),
          'webhook-signature': new Webhook(secret).sign(id, at, body),
        };
        const verified = await verifyStandardWebhook(
          { body: bytes(body), headers },
          { secrets: secret, now: at.getTime() },
        );
        expect(verified).toMatchObject({ ok: true, webhooks: [{ id, content: JSON.parse(body) }] });
      }),
      { numRuns: 300 },
    );
  });

  it('it and we agree on every header that was damaged, and on every time', async () => {
    const now = Date.now();
    const secret = `whsec_${Buffer.alloc(24, 3).toString('base64')}`;
    const library = new Webhook(secret);
    const damage = fc.record({
      at: fc.integer({ min: -400, max: 400 }).filter((age) => Math.abs(Math.abs(age) - 300) > 5),
      signatures: fc.array(fc.constantFrom('good', 'v1,AAAA', 'v2,AAAA', 'v1', '', 'wrong')),
      id: fc.constantFrom('m1', 'm2', ''),
      body: fc.constantFrom('{"type":"a"}', '{"type":"b"}'),
    });
    let believed = 0;
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, signatures, id, body }) => {
        const seconds = Math.floor(now / 1000) - at;
        const good = library.sign('m1', new Date(seconds * 1000), '{"type":"a"}');
        const wrong = library.sign('m9', new Date(seconds * 1000), '{"type":"a"}');
        const listed = signatures.map((one) => (one === 'good' ? good : one === 'wrong' ? wrong : one)).join(' ');
        const headers = { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': listed };
        const theirs = attempt(() => library.verify(body, headers));
        const ours = await verifyStandardWebhook({ body: bytes(body), headers }, { secrets: secret, now });
        expect([headers, ours.ok]).toEqual([headers, theirs]);
        if (ours.ok) believed++;
      }),
      { numRuns: 1000 },
    );
    expect(believed).toBeGreaterThan(10);
  });

  it('BigCommerce: its documented way, the client secret in Base64 given to the library, signs what we believe', async () => {
    await fc.assert(
      fc.asyncProperty(secretText, async (secret) => {
        const at = new Date(1_772_438_400_000);
        const body = '{"scope":"store/order/created","producer":"stores/abc123","data":{"type":"order","id":1}}';
        const library = new Webhook(Buffer.from(secret).toString('base64'));
        const headers = {
          'webhook-id': 'm',
          'webhook-timestamp': String(at.getTime() / 1000),
          'webhook-signature': library.sign('m', at, body),
        };
        const settings = { secrets: secret, now: at.getTime() };
        expect(await verifyBigCommerceWebhook({ body: bytes(body), headers }, settings)).toMatchObject({ ok: true });
      }),
      { numRuns: 100 },
    );
  });
});

describe('the published algorithms on node:crypto', () => {
  it('Shopify: the digest of the body in Base64 decides, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(secretText, fc.uint8Array(), fc.boolean(), async (secret, body, isDamaged) => {
        const digest = createHmac('sha256', secret).update(body).digest();
        if (isDamaged) digest.writeUInt8(digest.readUInt8(31) ^ 1, 31);
        const headers = {
          'x-shopify-hmac-sha256': digest.toString('base64'),
          'x-shopify-topic': 't',
          'x-shopify-shop-domain': 's',
          'x-shopify-webhook-id': 'i',
        };
        const expected = timingSafeEqual(digest, createHmac('sha256', secret).update(body).digest());
        expect((await verifyShopifyWebhook({ body, headers }, { secrets: secret })).ok).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('Stripe: the digest of time, full stop and body in hexadecimal decides', async () => {
    await fc.assert(
      fc.asyncProperty(secretText, json, fc.boolean(), async (secret, event, isDamaged) => {
        const body = bytes(JSON.stringify({ id: 'evt_1', ...JSON.parse(event) }));
        const digest = createHmac('sha256', secret).update('1772438400.').update(body).digest();
        if (isDamaged) digest.writeUInt8(digest.readUInt8(0) ^ 128, 0);
        const headers = { 'stripe-signature': `t=1772438400,v1=${'0'.repeat(64)},v1=${digest.toString('hex')}` };
        const verified = await verifyStripeWebhook({ body, headers }, { secrets: secret, now: 1_772_438_400_000 });
        expect(verified.ok).toBe(!isDamaged);
      }),
      { numRuns: 500 },
    );
  });
});

function attempt(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
