import { deflateSync } from 'node:zlib';
import type { As2Partner, As2Request, OpenedRequest, PackedMessage, RefusedMessage } from '@dist/connectors/node/as2';
import { describe, expect, it } from 'vitest';
import { writeCompressedData } from '../../src/as2/cms/compressed-data.ts';
import { writeContentInfo } from '../../src/as2/cms/content-info.ts';
import { readBer } from '../../src/as2/cms/read-ber.ts';
import { der, derInteger, derOid, tags } from '../../src/as2/cms/write-der.ts';
import { makeCertificate } from './make-certificate.ts';
import { bytesOf, memoryReplies, noon, order, type PairOptions, packed, pairOf, parties } from './parties.ts';

/** What the buyer makes of a message of the seller, and the disposition and status of its reply. */
async function refused(
  options: PairOptions,
  edit: (message: PackedMessage) => As2Request | Promise<As2Request> = (message) => message,
): Promise<{ reason: string; text: string; disposition: string; status: number }> {
  const { seller, buyer } = await pairOf(options);
  const opened = await buyer.open(await edit(await packed(seller, order)));
  if (opened.status !== 'refused') throw new Error(`it is ${opened.status}`);
  const { response } = await buyer.reply(opened);
  const [, disposition = ''] =
    /Disposition: automatic-action\/MDN-sent-automatically; (.*)\r/.exec(response.body) ?? [];
  return { reason: opened.refusal.reason, text: opened.refusal.message, disposition, status: response.status };
}

const header = (name: string, value: string | undefined) => (message: PackedMessage) => ({
  ...message,
  headers: { ...message.headers, [name]: value },
});
const plain: Partial<As2Partner> = { sign: false, encrypt: false };
const anything: Partial<As2Partner> = { requires: { signature: false, encryption: false } };
const zipped = { ...plain, compress: 'before-signing' } as const;

describe('a message is refused with the disposition that says why', () => {
  const rows: readonly (readonly [string, PairOptions, (message: PackedMessage) => As2Request, string, string])[] = [
    ['not signed', { agreed: { sign: false } }, same, 'weak-security', 'error: insufficient-message-security'],
    ['not encrypted', { agreed: { encrypt: false } }, same, 'weak-security', 'error: insufficient-message-security'],
    ['larger than allowed', { buyer: { maximumBytes: 1000 } }, same, 'too-large', 'error: unexpected-processing-error'],
    [
      'larger than allowed once it is decompressed',
      { agreed: { compress: 'before-signing' }, buyer: { maximumPayloadBytes: 100 } },
      same,
      'decompressed-too-large',
      'error: decompression-failed',
    ],
    [
      'compressed badly',
      { agreed: zipped, back: anything },
      spoilt,
      'decompression-failed',
      'error: decompression-failed',
    ],
    [
      'of no CMS structure',
      { agreed: zipped, back: anything },
      noCms,
      'unreadable',
      'error: unexpected-processing-error',
    ],
    [
      'altered after it was signed',
      { agreed: { encrypt: false }, back: anything },
      inText('PO-1', 'PO-2'),
      'altered',
      'error: integrity-check-failed',
    ],
    [
      'altered in its signature',
      { agreed: { encrypt: false }, back: anything },
      inText('MII', 'MIJ'),
      'unreadable',
      'error: unexpected-processing-error',
    ],
    [
      'without the end of its parts',
      { agreed: { encrypt: false }, back: anything },
      cutBy(8),
      'unreadable',
      'error: unexpected-processing-error',
    ],
    [
      'with something behind its parts',
      { agreed: { encrypt: false }, back: anything },
      (message) => ({ ...message, body: bytesOf(`${textOf(message)}more`) }),
      'unreadable',
      'error: unexpected-processing-error',
    ],
    [
      'asking for a receipt elsewhere',
      {},
      header('receipt-delivery-option', 'https://evil.example/as2'),
      'receipt-address',
      'error: unexpected-processing-error',
    ],
    [
      'asking for a receipt at no address',
      {},
      header('receipt-delivery-option', 'file:///etc/passwd'),
      'receipt-address',
      'error: unexpected-processing-error',
    ],
    [
      'requiring a receipt of another format',
      {},
      header('disposition-notification-options', 'signed-receipt-protocol=required, pgp-signature'),
      'receipt-format',
      'failure: unsupported format',
    ],
    [
      'requiring a hash that is not supported',
      {},
      header(
        'disposition-notification-options',
        'signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=required, md5',
      ),
      'receipt-hash',
      'failure: unsupported MIC-algorithms',
    ],
  ];
  it.each(rows)('%s', async (_, options, edit, reason, disposition) => {
    const found = await refused(options, edit);
    expect(found).toMatchObject({ reason, status: 200 });
    expect(found.disposition).toMatch(new RegExp(`^(?:processed|failed)/${disposition}$`));
  });

  it.each([
    ['AS2-From is nobody that we know', header('as2-from', 'SOMEBODY'), 'unknown-partner', 403],
    ['AS2-From has another case', header('as2-from', 'Seller'), 'unknown-partner', 403],
    ['AS2-To is not us', header('as2-to', 'SELLER'), 'wrong-recipient', 403],
    ['AS2-From is missing', header('as2-from', undefined), 'unreadable', 400],
    ['AS2-To is empty', header('as2-to', '""'), 'unreadable', 400],
    ['Message-ID is missing', header('message-id', undefined), 'unreadable', 400],
    ['Message-ID holds a line break', header('message-id', '<a@b>\r\nX: y'), 'unreadable', 400],
    ['Content-Type is missing', header('content-type', undefined), 'unreadable', 400],
  ])('without a receipt where %s', async (_, edit, reason, status) => {
    expect(await refused({}, edit)).toMatchObject({ reason, status, disposition: '' });
  });

  it('without a receipt where none was asked for', async () => {
    const agreed = { sign: false, receipt: false } as const;
    expect(await refused({ agreed })).toMatchObject({ reason: 'weak-security', status: 400, disposition: '' });
  });
});

describe('a signature is refused', () => {
  it('of somebody else', async () => {
    const { stranger } = await parties();
    const found = await refused({ seller: { keys: [stranger] } });
    expect(found).toMatchObject({ reason: 'unknown-signer', disposition: 'processed/error: authentication-failed' });
    expect(found.text).toContain('serial number 21');
  });

  it('made with another key under the name of the partner’s certificate', async () => {
    const { stranger } = await parties();
    const forger = await makeCertificate('Seller (sample)', { serial: 11, key: stranger.privateKey });
    const found = await refused({ seller: { keys: [forger] } });
    expect(found).toMatchObject({ reason: 'forged', disposition: 'processed/error: authentication-failed' });
  });

  it.each([
    ['is over', { until: '2026-11-01T00:00:00Z' }, '2026-10-01T00:00:00Z'],
    ['has not begun', { from: '2026-12-01T00:00:00Z' }, '2026-12-02T00:00:00Z'],
  ])('R30 when the time of its certificate %s', async (_, period, signedAt) => {
    const { seller } = await parties();
    const dated = await makeCertificate('Seller (sample)', { serial: 12, key: seller.privateKey, ...period });
    const options = {
      seller: { keys: [dated], now: () => Date.parse(signedAt) },
      back: { certificates: [dated] },
    };
    const found = await refused(options);
    expect(found).toMatchObject({
      reason: 'expired-certificate',
      disposition: 'processed/error: authentication-failed',
    });
  });

  it('by a certificate that the partner uses for encryption only', async () => {
    const { seller, stranger } = await parties();
    const certificates = [
      { certificate: seller.certificate, use: 'encryption' as const },
      { certificate: stranger.certificate, use: 'signing' as const },
    ];
    expect(await refused({ back: { certificates } })).toMatchObject({ reason: 'unknown-signer' });
  });
});

describe('an envelope is refused', () => {
  it('for somebody else, telling for whom it is', async () => {
    const { stranger } = await parties();
    const found = await refused({ agreed: { certificates: [stranger] } });
    expect(found).toMatchObject({ reason: 'not-for-us', disposition: 'processed/error: decryption-failed' });
    expect(found.text).toContain('serial number 21');
  });
});

describe('layers are refused', () => {
  const inner = async (agreed: Partial<As2Partner>, outer: Partial<As2Partner>): Promise<RefusedMessage> => {
    const first = await packed((await pairOf({ agreed })).seller, order);
    const { seller, buyer } = await pairOf({ agreed: outer, back: anything });
    // The first message becomes the content of the second under its own type.
    const payload = { content: first.body, contentType: first.headers['content-type'] ?? '' };
    const outcome = await seller.pack(payload, { partner: 'BUYER', key: 'outer' });
    if (!outcome.ok) throw new Error(outcome.failure.message);
    return (await buyer.open(outcome.message)) as RefusedMessage;
  };

  it.each([
    ['an envelope in an envelope', { sign: false }, { sign: false }, 'decryption-failed'],
    ['a signature in a signature', { encrypt: false }, { encrypt: false }, 'nested'],
    ['an envelope under a signature', { sign: false }, { encrypt: false }, 'nested'],
    ['compression in compression', zipped, zipped, 'nested'],
  ] as const)('%s', async (_, agreed, outer, reason) => {
    expect(await inner(agreed, outer)).toMatchObject({ status: 'refused', refusal: { reason } });
  });

  it('a flood behind a few bytes, before it is made', async () => {
    const bomb = deflateSync(new Uint8Array(16 * 1024 * 1024));
    const compressed = der(
      tags.sequence,
      derInteger(0),
      der(tags.sequence, derOid('1.2.840.113549.1.9.16.3.8')),
      der(tags.sequence, derOid('1.2.840.113549.1.7.1'), der(tags.explicit(0), der(tags.octetString, bomb))),
    );
    expect(bomb.length).toBeLessThan(100_000);
    const found = await openCompressed(writeContentInfo('compressedData', compressed));
    expect(found).toMatchObject({ refusal: { reason: 'decompressed-too-large' } });
  });

  it('one inside the other without end', async () => {
    let value = der(tags.octetString, bytesOf('x'));
    for (let depth = 0; depth < 2000; depth++) value = der(tags.sequence, value);
    expect(await openCompressed(value)).toMatchObject({ refusal: { reason: 'unreadable' } });
  });

  it('one inside the other without end, their ends marked', () => {
    const open = new Uint8Array(400_000);
    for (let at = 0; at < 100_000; at++) open.set([0x30, 0x80], at * 2);
    expect(readBer(open)).toBeUndefined();
  });

  it('compressed data that ends too early', async () => {
    const whole = await writeCompressedData(bytesOf('Content-Type: text/plain\r\n\r\nabc'));
    const short = whole.slice();
    short.fill(0, -6);
    expect(await openCompressed(short)).toMatchObject({ refusal: { reason: 'decompression-failed' } });
  });

  async function openCompressed(body: Uint8Array): Promise<OpenedRequest> {
    const { buyer } = await pairOf({ back: anything, buyer: { maximumPayloadBytes: 1024 * 1024 } });
    const type = 'application/pkcs7-mime; smime-type=compressed-data';
    const headers = { 'as2-from': 'SELLER', 'as2-to': 'BUYER', 'message-id': '<1@x>', 'content-type': type };
    return await buyer.open({ headers, body });
  }
});

describe('R03 the same Message-ID', () => {
  it('with the same content gives the stored reply, byte for byte, and is no message again', async () => {
    const replies = memoryReplies();
    const { seller } = await pairOf();
    const first = await packed(seller, order);
    // Encrypted anew, as some products do when they send again.
    const second = await packed(seller, order);
    expect(second.body).not.toEqual(first.body);
    const { buyer } = await pairOf({ buyer: { replies } });
    const { buyer: later } = await pairOf({ buyer: { replies, now: () => noon + 3_600_000 } });
    let commits = 0;
    const commit = async ({ status }: OpenedRequest, reply: Awaited<ReturnType<typeof buyer.reply>>) => {
      if (status === 'repeated') return reply;
      commits++;
      replies.store.set(`${reply.from} ${reply.to} ${reply.messageId}`, reply);
      return reply;
    };
    const reply = await buyer.receive(first, commit);
    expect(await later.receive(second, commit)).toEqual(reply);
    expect(commits).toBe(1);
  });

  it('with another content is refused', async () => {
    const replies = memoryReplies();
    const { seller, buyer } = await pairOf({ buyer: { replies } });
    await buyer.receive(await packed(seller, order), async (_, reply) => {
      replies.store.set(`${reply.from} ${reply.to} ${reply.messageId}`, reply);
      return reply;
    });
    const other = await buyer.open(await packed(seller, bytesOf('another')));
    expect(other).toMatchObject({ status: 'refused', refusal: { reason: 'message-id-reused' } });
  });

  it('after a refusal is looked at anew', async () => {
    const replies = memoryReplies();
    const { seller } = await pairOf();
    const { stranger, seller: identity } = await parties();
    const message = await packed(seller, order);
    const { buyer } = await pairOf({ buyer: { replies }, back: { certificates: [stranger] } });
    await buyer.receive(message, async (received, reply) => {
      expect(received.status).toBe('refused');
      replies.store.set(`${reply.from} ${reply.to} ${reply.messageId}`, reply);
      return reply;
    });
    const { buyer: corrected } = await pairOf({ buyer: { replies }, back: { certificates: [identity] } });
    expect((await corrected.open(message)).status).toBe('message');
  });
});

describe('R01 nothing is acknowledged before it is stored', () => {
  it('a commit that fails gives no reply', async () => {
    const { seller, buyer } = await pairOf();
    const message = await packed(seller, order);
    const failing = buyer.receive(message, async () => {
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
  });

  it('a store that can not be asked gives no reply', async () => {
    const replies = { find: () => Promise.reject(new Error('no connection')) };
    const { seller, buyer } = await pairOf({ buyer: { replies } });
    await expect(buyer.open(await packed(seller, order))).rejects.toThrow('no connection');
  });

  it('of two copies at once the reply that was stored first stands', async () => {
    const { seller, buyer } = await pairOf();
    const message = await packed(seller, order);
    const stands = await buyer.reply((await buyer.open(message)) as OpenedRequest & { status: 'message' });
    const other = { ...stands, response: { ...stands.response, body: 'the first' } };
    expect(await buyer.receive(message, async () => other)).toBe(other);
  });
});

function same(message: PackedMessage): As2Request {
  return message;
}

function spoilt(message: PackedMessage): As2Request {
  const body = new Uint8Array(message.body);
  body[body.length - 40] = (body[body.length - 40] ?? 0) ^ 0xff;
  return { ...message, body };
}

function noCms(message: PackedMessage): As2Request {
  return { ...message, body: bytesOf('nothing of the kind') };
}

function textOf({ body }: PackedMessage): string {
  return Buffer.from(body).toString('latin1');
}

function inText(found: string, put: string): (message: PackedMessage) => As2Request {
  return (message) => ({ ...message, body: Buffer.from(textOf(message).replace(found, put), 'latin1') });
}

function cutBy(bytes: number): (message: PackedMessage) => As2Request {
  return (message) => ({ ...message, body: message.body.slice(0, -bytes) });
}
