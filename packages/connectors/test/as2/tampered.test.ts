import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import type { OpenedRequest, PackedMessage } from '@dist/connectors/node/as2';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { unpadKey } from '../../src/as2/cms/unpad-key.ts';
import { order, type Pair, packed, pairOf, parties } from './parties.ts';

describe('a signed and encrypted message of which a byte is altered', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await pairOf();
  });

  it('is refused, or opens to exactly what was signed', async () => {
    const message = await packed(pair.seller, order);
    const { content, fileName, signedBy, check } = (await pair.buyer.open(message)) as OpenedRequest & {
      status: 'message';
    };
    let refused = 0;
    let runs = 0;
    const place = fc.nat(message.body.length - 1);
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const opened = await pair.buyer.open(altered(message, (body) => body.set([(body[at] ?? 0) ^ bits], at)));
        runs++;
        if (opened.status === 'refused') refused++;
        else expect(opened).toMatchObject({ status: 'message', content, fileName, signedBy, check });
      }),
      { numRuns: 200 },
    );
    expect(refused / runs).toBeGreaterThan(0.9);
  });

  it.each(['encrypt', 'sign', 'gcm'] as const)('is refused wherever the byte carries content: %s', async (what) => {
    const agreed = { sign: { encrypt: false }, encrypt: {}, gcm: { encrypt: 'aes-256-gcm' } }[what] as {
      encrypt?: false;
    };
    const { seller } = await pairOf({ agreed });
    const { buyer } = await pairOf({ back: { requires: { encryption: false } } });
    const message = await packed(seller, order);
    const found = what === 'sign' ? Buffer.from(message.body).indexOf('ISA*') : message.body.length - 1200;
    for (let at = found; at < found + 100; at += 7) {
      const opened = await buyer.open(altered(message, (body) => body.set([(body[at] ?? 0) ^ 4], at)));
      expect(opened.status).toBe('refused');
    }
  });

  it('is refused wherever it is cut off', async () => {
    const message = await packed(pair.seller, order);
    for (let length = 0; length < message.body.length; length += 97) {
      const opened = await pair.buyer.open({ ...message, body: message.body.slice(0, length) });
      expect(opened).toMatchObject({ status: 'refused' });
    }
  });
});

describe('what an attacker may learn from answers', () => {
  it('is the same for a wrong padding, a wrong key, and a content that is none', async () => {
    const { buyer, seller } = await pairOf();
    const message = await packed(seller, order);
    const { publicKey, keyAt } = await encryptedKeyOf(message);
    const raw = (block: Uint8Array) => publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, block);
    const block = (edit: (bytes: Uint8Array) => void) => {
      const bytes = new Uint8Array(256).fill(7);
      bytes.set([0, 2], 0);
      bytes.set([0], 256 - 33);
      edit(bytes);
      return raw(bytes);
    };
    const forged: readonly (readonly [string, Uint8Array])[] = [
      ['padded rightly, with another key', block(() => undefined)],
      ['padded rightly, with a shorter key', block((bytes) => bytes.set([0], 256 - 17))],
      ['block type 1', block((bytes) => bytes.set([1], 1))],
      ['a zero inside the padding', block((bytes) => bytes.set([0], 5))],
      ['no zero before the key', block((bytes) => bytes.set([9], 256 - 33))],
      ['the key alone', block((bytes) => bytes.fill(0, 0, 256 - 32))],
      ['a number above the modulus', new Uint8Array(256).fill(255)],
    ];
    const answers = [];
    for (const [, encryptedKey] of forged) {
      const opened = await buyer.open(altered(message, (body) => body.set(encryptedKey, keyAt)));
      answers.push({ opened, reply: await buyer.reply(opened as OpenedRequest & { status: 'refused' }) });
    }
    // The last byte of the content: its padding is wrong then.
    const last = message.body.length - 17;
    const padded = await buyer.open(altered(message, (body) => body.set([(body[last] ?? 0) ^ 0x55], last)));
    answers.push({ opened: padded, reply: await buyer.reply(padded as OpenedRequest & { status: 'refused' }) });
    expect(answers[0]?.opened).toMatchObject({
      refusal: { reason: 'decryption-failed', message: 'The message cannot be decrypted' },
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('is the same for every wrong key: also for one that makes a content that begins with an empty line', async () => {
    const { buyer, seller } = await pairOf();
    const message = await packed(seller, order);
    const { keyAt } = await encryptedKeyOf(message);
    const seen = new Set<string>();
    for (let round = 0; round < 600; round++) {
      const block = randomBytes(256);
      block[0] = 0;
      seen.add(JSON.stringify(await buyer.open(altered(message, (body) => body.set(block, keyAt)))));
    }
    expect(seen.size).toBe(1);
  });

  it('is nothing about the padding of a block put at the end of a message', async () => {
    const { buyer, seller } = await pairOf();
    const message = await packed(seller, order);
    const target = message.body.slice(-48, -32);
    const seen = new Set<string>();
    for (let guess = 0; guess < 256; guess++) {
      const before = randomBytes(16);
      before[15] = guess;
      const longer = lengthened(message, Buffer.concat([before, target]));
      seen.add(JSON.stringify(await buyer.open(longer)));
    }
    expect(seen.size).toBe(1);
    expect([...seen][0]).toContain('decryption-failed');
  });

  it('is nothing about random bytes among the headers around a signature', async () => {
    const { buyer, seller } = await pairOf();
    const message = await packed(seller, order);
    // The third block of the content: it holds the end of `protocol`, which nobody reads.
    const at = message.body.length - (await contentLength(message)) + 32;
    for (let value = 1; value < 256; value += 5) {
      const opened = await buyer.open(altered(message, (body) => body.set([(body[at] ?? 0) ^ value], at)));
      expect(opened).toMatchObject({ status: 'refused', refusal: { reason: 'decryption-failed' } });
    }
  });

  it('a padding of which one byte is wrong is a wrong padding', async () => {
    const { buyer } = await pairOf({ back: { requires: { signature: false } } });
    const { seller } = await pairOf({ agreed: { sign: false } });
    let refused = 0;
    for (let length = 0; length < 16; length++) {
      const message = await packed(seller, order.slice(0, 100 + length));
      const at = message.body.length - 18;
      const opened = await buyer.open(altered(message, (body) => body.set([(body[at] ?? 0) ^ 1], at)));
      if (opened.status === 'refused' && opened.refusal.reason === 'decryption-failed') refused++;
    }
    // In one of sixteen lengths the last byte but one belongs to the content, which nothing protects here.
    expect(refused).toBe(15);
  });

  it('is nothing about a padding where a signature is missing', async () => {
    const { buyer } = await pairOf();
    const { seller } = await pairOf({ agreed: { sign: false } });
    const message = await packed(seller, order);
    const last = message.body.length - 17;
    const [right, wrong] = await Promise.all([
      buyer.open(message),
      buyer.open(altered(message, (body) => body.set([(body[last] ?? 0) ^ 0x55], last))),
    ]);
    expect(right).toMatchObject({ status: 'refused', refusal: { reason: 'weak-security' } });
    expect(wrong).toEqual(right);
  });
});

describe('unpadKey', () => {
  const instead = new Uint8Array(16).fill(0xee);
  const paddedKey = (key: Uint8Array, padding: Uint8Array) => Uint8Array.of(0, 2, ...padding, 0, ...key);

  it('gives the key that was padded, and the other for every block that was not', () => {
    const nonzero = fc.uint8Array({ min: 1, minLength: 45, maxLength: 45 });
    const place = fc.nat(63);
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        nonzero,
        place,
        fc.nat(255),
        (key, padding, at, byte) => {
          const block = paddedKey(key, padding);
          expect(unpadKey(block, instead)).toEqual(key);
          const before = block[at] ?? 0;
          block[at] = byte;
          const rightStill = at >= 48 || byte === before || (at >= 2 && at < 47 && byte !== 0);
          const kept = at >= 48 ? block.slice(48) : key;
          expect(unpadKey(block, instead)).toEqual(rightStill ? kept : instead);
        },
      ),
    );
  });

  it('needs eight bytes of padding', () => {
    const key = new Uint8Array(16).fill(1);
    expect(unpadKey(paddedKey(key, new Uint8Array(8).fill(9)), instead)).toEqual(key);
    expect(unpadKey(paddedKey(key, new Uint8Array(7).fill(9)), instead)).toEqual(instead);
    expect(unpadKey(new Uint8Array(), instead)).toEqual(instead);
  });
});

function altered(message: PackedMessage, edit: (body: Uint8Array) => void): PackedMessage {
  const body = new Uint8Array(message.body);
  edit(body);
  return { ...message, body };
}

/** Where the RSA block stands: the only OCTET STRING of 256 octets. */
async function encryptedKeyOf(
  message: PackedMessage,
): Promise<{ publicKey: ReturnType<typeof createPublicKey>; keyAt: number }> {
  const keyAt = Buffer.from(message.body).indexOf(Buffer.of(0x04, 0x82, 0x01, 0x00)) + 4;
  return { publicKey: createPublicKey((await parties()).buyer.privateKey), keyAt };
}

/** How long the ciphertext is: it stands last. */
async function contentLength({ body }: PackedMessage): Promise<number> {
  const keyEnd = Buffer.from(body).indexOf(Buffer.of(0x04, 0x82, 0x01, 0x00)) + 260;
  const contentAt = Buffer.from(body).indexOf(Buffer.of(0x80, 0x82), keyEnd);
  return Buffer.from(body).readUInt16BE(contentAt + 2);
}

/** The message with more ciphertext at its end, the lengths of what holds it corrected. */
function lengthened(message: PackedMessage, more: Uint8Array): PackedMessage {
  const body = Buffer.concat([message.body, more]);
  // SEQUENCE, [0], SEQUENCE at the start; the SEQUENCE and the [0] of the encrypted content.
  const keyEnd = body.indexOf(Buffer.of(0x04, 0x82, 0x01, 0x00)) + 260;
  const contentAt = body.indexOf(Buffer.of(0x80, 0x82), keyEnd);
  for (const at of [2, 17, 21, keyEnd + 2, contentAt + 2]) body.writeUInt16BE(body.readUInt16BE(at) + more.length, at);
  return { ...message, body: new Uint8Array(body) };
}
