import { createHmac } from 'node:crypto';
import { verifyShopifyWebhook, verifyStripeWebhook } from '@dist/connectors/webhooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shopifyLibrary, stripeLibrary } from './installed-libraries.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const event = fc
  .record({ type: fc.string({ unit: 'grapheme' }), n: fc.nat() })
  .map((value) => JSON.stringify({ id: 'evt_1', object: 'event', ...value }));
const damage = fc.constantFrom('none', 'body', 'secret', 'signature', 'no signature');
/** Printable, as secrets are. */
const secretText = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() === text);

describe('the library of Shopify', () => {
  it('it and we agree on every webhook, whole or damaged', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(secretText, event, damage, async (secret, body, how) => {
        const signature = createHmac('sha256', how === 'secret' ? `${secret}!` : secret)
          .update(body)
          .digest('base64');
        const headers = {
          'X-Shopify-Hmac-Sha256':
            how === 'signature' ? signature.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')) : signature,
          'X-Shopify-Topic': 'orders/create',
          'X-Shopify-Shop-Domain': 'example.myshopify.com',
          'X-Shopify-API-Version': '2026-07',
          'X-Shopify-Webhook-Id': 'w-1',
        };
        const { 'X-Shopify-Hmac-Sha256': _, ...unsigned } = headers;
        const given = how === 'no signature' ? unsigned : headers;
        const rawBody = how === 'body' ? `${body} ` : body;
        const rawRequest = { method: 'POST', url: 'https://app.example.com/hooks', headers: given };
        const theirs = await shopifyLibrary(secret).webhooks.validate({ rawBody, rawRequest });
        const ours = await verifyShopifyWebhook({ body: bytes(rawBody), headers: given }, { secrets: secret });
        expect([how, ours.ok]).toEqual([how, theirs.valid]);
        seen.add(`${how} ${theirs.valid}`);
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([
      'body false',
      'no signature false',
      'none true',
      'secret false',
      'signature false',
    ]);
  });
});

describe('the library of Stripe', () => {
  const stripe = stripeLibrary();

  it('what it signs is believed', async () => {
    await fc.assert(
      fc.asyncProperty(
        secretText,
        event,
        fc.integer({ min: 1, max: 4_000_000_000 }),
        async (secret, payload, timestamp) => {
          const header = stripe.generateTestHeaderString({ payload, secret, timestamp });
          const delivery = { body: bytes(payload), headers: { 'stripe-signature': header } };
          expect(await verifyStripeWebhook(delivery, { secrets: secret, now: timestamp * 1000 })).toMatchObject({
            ok: true,
            webhooks: [{ id: 'evt_1', content: JSON.parse(payload) }],
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('it and we agree on every webhook that is whole or damaged, and on its age', async () => {
    const seen = new Set<string>();
    const ages = fc.constantFrom(0, 200, 290, 310, 10_000);
    await fc.assert(
      fc.asyncProperty(secretText, event, damage, ages, async (secret, body, how, age) => {
        const now = Date.now();
        const timestamp = Math.floor(now / 1000) - age;
        const digest = createHmac('sha256', how === 'secret' ? `${secret}!` : secret)
          .update(`${timestamp}.${body}`)
          .digest();
        if (how === 'signature') digest.writeUInt8(digest.readUInt8(5) ^ 1, 5);
        const header = how === 'no signature' ? `t=${timestamp}` : `t=${timestamp},v1=${digest.toString('hex')}`;
        const given = how === 'body' ? body.replace('evt_1', 'evt_2') : body;
        const theirs = attempt(() => stripe.constructEvent(given, header, secret));
        const delivery = { body: bytes(given), headers: { 'stripe-signature': header } };
        const ours = await verifyStripeWebhook(delivery, { secrets: secret, now });
        expect([how, age, ours.ok]).toEqual([how, age, theirs]);
        seen.add(`${how} ${age < 300} ${theirs}`);
      }),
      { numRuns: 1000 },
    );
    expect(seen).toContain('none true true');
    expect(seen).toContain('none false false');
    expect(seen.size).toBe(10);
  });

  it('unlike it we refuse a time that is still to come, beyond what clocks may differ', async () => {
    const timestamp = Math.floor(Date.now() / 1000) + 3600;
    const header = stripe.generateTestHeaderString({ payload: '{"id":"evt_1"}', secret: 's', timestamp });
    expect(stripe.constructEvent('{"id":"evt_1"}', header, 's').id).toBe('evt_1');
    const delivery = { body: bytes('{"id":"evt_1"}'), headers: { 'stripe-signature': header } };
    expect(await verifyStripeWebhook(delivery, { secrets: 's', now: Date.now() })).toEqual({
      ok: false,
      reason: 'from-the-future',
    });
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
