import type { As2Partner } from '@dist/connectors/node/as2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asResponse, bytesOf, order, packed, pairOf } from './parties.ts';

const hashes = ['sha-1', 'sha-256', 'sha-384', 'sha-512'] as const;
const ciphers = ['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'aes-128-gcm', 'aes-192-gcm', 'aes-256-gcm'] as const;
const transports = ['pkcs1-v1.5', 'oaep-sha-1', 'oaep-sha-256'] as const;

const agreements: fc.Arbitrary<Partial<As2Partner>> = fc.record({
  sign: fc.constantFrom(false as const, ...hashes),
  encrypt: fc.constantFrom(false as const, ...ciphers),
  keyTransport: fc.constantFrom(...transports),
  compress: fc.constantFrom(false as const, 'before-signing' as const, 'after-signing' as const),
  transferEncoding: fc.constantFrom('binary' as const, 'base64' as const),
});
const anything = { requires: { signature: false, encryption: false } };

describe('a message through both stations', () => {
  it('comes out as it went in, and its receipt proves it, whatever is agreed', async () => {
    const contents = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'binary' }).map(bytesOf));
    await fc.assert(
      fc.asyncProperty(agreements, contents, async (agreed, content) => {
        let answer: () => Promise<Response> = async () => new Response();
        const { seller, buyer } = await pairOf({ agreed, back: anything, seller: { fetch: () => answer() } });
        const message = await packed(seller, content);
        const opened = await buyer.open(message);
        if (opened.status !== 'message') throw new Error(JSON.stringify(opened));
        expect(opened.content).toEqual(content);
        expect(opened.fileName).toBe('order-1.edi');
        expect(opened.contentType).toBe('application/edi-x12');
        expect(opened.cipher).toBe(agreed.encrypt || undefined);
        expect(opened.signedBy).toBe(agreed.sign ? '0B' : undefined);
        expect(opened.compressed).toBe(agreed.compress !== false);
        answer = async () => asResponse(await buyer.reply(opened));
        expect((await seller.send(message)).status).toBe('delivered');
      }),
      { numRuns: 50 },
    );
  });
});

describe('one message', () => {
  it('tells what it asks for in its headers', async () => {
    const { seller } = await pairOf();
    const { body, ...message } = await packed(seller, order);
    expect(body.length).toBeGreaterThan(1000);
    expect(message).toMatchInlineSnapshot(`
      {
        "checks": [
          {
            "digest": "NKm64I0dC6p0MrGxtxhI9UOKMEGxycjZQW5oQX2M4IU=",
            "hash": "sha-256",
          },
          {
            "digest": "ODmQQWo3p+BYEYRBYc/ewOtiBsA=",
            "hash": "sha-1",
          },
        ],
        "headers": {
          "as2-from": "SELLER",
          "as2-to": "BUYER",
          "as2-version": "1.1",
          "content-disposition": "attachment; filename="smime.p7m"",
          "content-transfer-encoding": "binary",
          "content-type": "application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"",
          "date": "Fri, 27 Nov 2026 12:00:00 GMT",
          "disposition-notification-options": "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, sha-256",
          "disposition-notification-to": "as2@seller.example",
          "message-id": "<order-1@seller.example>",
          "mime-version": "1.0",
        },
        "messageId": "<order-1@seller.example>",
        "partner": "BUYER",
        "receipt": "in the answer",
        "receiptSigned": true,
      }
    `);
  });
});
