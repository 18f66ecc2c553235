import { createHmac } from 'node:crypto';
import { verifyWebhook } from '@dist/connectors/shopify';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const secret = 'a made-up secret';
const body = new TextEncoder().encode('{"id":1,"note":"für später"}\n');
const sign = (bytes: Uint8Array, by = secret) => createHmac('sha256', by).update(bytes).digest('base64');
const headers = {
  'X-Shopify-Hmac-Sha256': sign(body),
  'X-Shopify-Topic': 'orders/create',
  'X-Shopify-Shop-Domain': 'example.myshopify.com',
  'X-Shopify-Webhook-Id': 'w-1',
  'X-Shopify-Triggered-At': '2026-03-02T08:00:00.123Z',
};
const read = {
  ok: true,
  webhook: {
    topic: 'orders/create',
    shop: 'example.myshopify.com',
    webhookId: 'w-1',
    triggeredAt: '2026-03-02T08:00:00.123Z',
  },
};

describe('a webhook', () => {
  it.each<[string, Parameters<typeof verifyWebhook>[1]]>([
    ['a plain object', headers],
    ['names in small letters', Object.fromEntries(Object.entries(headers).map(([n, v]) => [n.toLowerCase(), v]))],
    ['names in capital letters', Object.fromEntries(Object.entries(headers).map(([n, v]) => [n.toUpperCase(), v]))],
    ['Headers of fetch', new Headers(headers)],
    ['lists of values, as Node has them', Object.fromEntries(Object.entries(headers).map(([n, v]) => [n, [v]]))],
  ])('is verified with its headers as %s', async (_, given) => {
    expect(await verifyWebhook(body, given, secret)).toEqual(read);
  });

  it('is verified with either of two secrets while one is replaced', async () => {
    expect(await verifyWebhook(body, headers, ['new', secret])).toEqual(read);
    expect(await verifyWebhook(body, headers, ['new', 'newer'])).toEqual({ ok: false, reason: 'signature-wrong' });
  });

  it('is verified where its bytes lie in the middle of others', async () => {
    const around = new Uint8Array(body.length + 20).fill(7);
    around.set(body, 10);
    expect(await verifyWebhook(around.subarray(10, 10 + body.length), headers, secret)).toEqual(read);
  });

  it.each([
    ['a signature of another body', sign(new Uint8Array([1])), 'signature-wrong'],
    ['a signature by another secret', sign(body, 'another'), 'signature-wrong'],
    ['the signature in hexadecimal', createHmac('sha256', secret).update(body).digest('hex'), 'signature-wrong'],
    ['half a signature', sign(body).slice(0, 20), 'signature-wrong'],
    ['an empty signature', '', 'signature-missing'],
  ])('is refused with %s', async (_, signature, reason) => {
    const given = { ...headers, 'X-Shopify-Hmac-Sha256': signature };
    expect(await verifyWebhook(body, given, secret)).toEqual({ ok: false, reason });
  });

  it('is refused without a signature, or without its id', async () => {
    const { 'X-Shopify-Hmac-Sha256': _signature, ...unsigned } = headers;
    expect(await verifyWebhook(body, unsigned, secret)).toEqual({ ok: false, reason: 'signature-missing' });
    const { 'X-Shopify-Webhook-Id': _id, ...nameless } = headers;
    expect(await verifyWebhook(body, nameless, secret)).toEqual({ ok: false, reason: 'header-missing' });
  });

  it('of which any bit was changed is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length * 8 - 1), async (bit) => {
        const changed = Uint8Array.from(body, (byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(await verifyWebhook(changed, headers, secret)).toEqual({ ok: false, reason: 'signature-wrong' });
      }),
      { numRuns: 50 },
    );
  });

  it('cannot be verified with an empty secret: anybody could sign', async () => {
    await expect(verifyWebhook(body, headers, '')).rejects.toThrow(TypeError);
    await expect(verifyWebhook(body, headers, [])).rejects.toThrow(TypeError);
  });
});
