import type { As2Partner, OpenedMessage, PackedMessage, SendOutcome } from '@dist/connectors/node/as2';
import { describe, expect, it } from 'vitest';
import { asResponse, bytesOf, order, type PairOptions, packed, pairOf, parties } from './parties.ts';

type Fetch = NonNullable<NonNullable<PairOptions['seller']>['fetch']>;

/** What comes of sending an order when the network does this. */
async function sent(fetch: Fetch, agreed: Partial<As2Partner> = {}): Promise<SendOutcome> {
  const { seller } = await pairOf({ agreed, seller: { fetch } });
  return await seller.send(await packed(seller, order));
}

/** The buyer's honest answer to whatever it is sent, and what a test makes of it. */
async function honest(
  agreed: Partial<As2Partner> = {},
  edit: (text: string) => string = (text) => text,
): Promise<SendOutcome> {
  const { seller, buyer } = await pairOf({ agreed });
  const message = await packed(seller, order);
  const { response } = await buyer.reply((await buyer.open(message)) as OpenedMessage);
  const { seller: sender } = await pairOf({
    agreed,
    seller: { fetch: async () => new Response(edit(response.body), { headers: { ...response.headers } }) },
  });
  return await sender.send(message);
}

const unsigned = { receipt: { signed: false } } as const;

describe('what became of a message', () => {
  it('delivered, with the receipt that proves it', async () => {
    const outcome = await honest();
    expect(outcome).toMatchObject({
      status: 'delivered',
      duplicate: false,
      messageId: '<order-1@seller.example>',
      receipt: { signedBy: '16', disposition: { kind: 'processed' }, text: 'The message was received and stored.' },
    });
  });

  it('unknown, where the caller gives up and the network does not listen', async () => {
    const { seller } = await pairOf({ seller: { fetch: () => new Promise(() => undefined) } });
    const caller = new AbortController();
    const sending = seller.send(await packed(seller, order), { signal: caller.signal });
    caller.abort();
    expect(await sending).toMatchObject({ status: 'unknown', failure: { class: 'timeout-unknown' } });
  });

  const fault = (code: string) => () =>
    Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code } }));
  it.each([
    ['nobody listens', fault('ECONNREFUSED'), 'failed', 'unavailable', true],
    ['the certificate of TLS is not trusted', fault('CERT_HAS_EXPIRED'), 'failed', 'config', true],
    ['the connection breaks', fault('ECONNRESET'), 'unknown', 'timeout-unknown', true],
    ['the partner answers 500', answers(500), 'unknown', 'timeout-unknown', true],
    ['the partner answers 503', answers(503), 'unknown', 'timeout-unknown', true],
    ['the partner answers 401', answers(401), 'failed', 'auth', true],
    ['the partner answers 404', answers(404), 'failed', 'not-found', true],
    ['the partner answers 429', answers(429), 'failed', 'rate-limited', true],
    ['the partner sends us elsewhere', answers(302), 'failed', 'config', true],
    ['the answer is empty though a receipt was to be in it', answers(200), 'unknown', 'timeout-unknown', true],
    ['the answer is a page', answers(200, '<html>', 'text/html'), 'failed', 'contract-drift', true],
    [
      'the answer is no whole receipt',
      answers(200, '--b', 'multipart/signed; boundary=b'),
      'failed',
      'contract-drift',
      true,
    ],
  ] as const)('%s', async (_, fetch, status, name, safeToReplay) => {
    expect(await sent(fetch)).toMatchObject({ status, failure: { class: name, safeToReplay } });
  });

  it('an answer that does not end in time is unknown, and one that the caller no longer wants', async () => {
    const never: Fetch = (_, { signal }) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    const message = await packed((await pairOf()).seller, order);
    // The deadline has passed before the request leaves: fetch rejects at once.
    const late: Fetch = async (_, { signal }) => Promise.reject(signal?.reason);
    const { seller: hurried } = await pairOf({ seller: { fetch: late, timeout: () => AbortSignal.abort() } });
    expect(await hurried.send(message)).toMatchObject({ status: 'unknown', failure: { class: 'timeout-unknown' } });
    const { seller: patient } = await pairOf({ seller: { fetch: never } });
    const stop = new AbortController();
    const outcome = patient.send(message, { signal: stop.signal });
    stop.abort();
    expect(await outcome).toMatchObject({ status: 'unknown' });
    expect(await patient.send(message, { signal: AbortSignal.abort() })).toMatchObject({
      status: 'failed',
      failure: { class: 'unavailable', safeToReplay: true },
    });
  });

  it('edge 15 sent again after an unknown end it has the same name and bytes, and the partner says that it has it', async () => {
    const bodies: Uint8Array[] = [];
    const names: (string | null)[] = [];
    const { buyer } = await pairOf();
    let lost = true;
    const fetch: Fetch = async (_, { body, headers }) => {
      bodies.push(body as Uint8Array);
      names.push(new Headers(headers).get('message-id'));
      if (lost) {
        lost = false;
        throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
      }
      const opened = await buyer.open({ headers: new Headers(headers), body: body as Uint8Array });
      return asResponse(
        await buyer.reply(opened as OpenedMessage, { kind: 'warning', modifier: 'duplicate-document' }),
      );
    };
    const { seller } = await pairOf({ seller: { fetch } });
    const message = await packed(seller, order);
    expect((await seller.send(message)).status).toBe('unknown');
    expect(await seller.send(message)).toMatchObject({ status: 'delivered', duplicate: true });
    expect(bodies[0]).toEqual(bodies[1]);
    expect(names).toEqual(['<order-1@seller.example>', '<order-1@seller.example>']);
  });

  it.each([
    ['processed/error: decryption-failed', 'rejected', 'decryption-failed'],
    ['processed/Error:authentication-failed', 'rejected', 'authentication-failed'],
    ['processed/error: integrity-check-failed', 'rejected', 'integrity-check-failed'],
    ['processed/ERROR: Insufficient-Message-Security', 'rejected', 'insufficient-message-security'],
    ['processed/error: unexpected-processing-error', 'rejected', 'unexpected-processing-error'],
    ['processed/error: decompression-failed', 'rejected', 'decompression-failed'],
    ['processed/error: unknown-trading-partner', 'rejected', 'other'],
    ['processed/error', 'rejected', 'other'],
    ['failed/failure: unsupported MIC-algorithms', 'rejected', 'unsupported MIC-algorithms'],
    ['failed/Failure: unsupported format', 'rejected', 'unsupported format'],
    ['failed', 'rejected', 'other'],
    ['processed/warning: duplicate-document', 'delivered', undefined],
    ['processed/error: duplicate-document', 'delivered', undefined],
    ['processed/warning: something else', 'delivered', undefined],
    ['processed', 'delivered', undefined],
    ['displayed', 'failed', undefined],
  ])('the receipt says %s', async (disposition, status, reason) => {
    const outcome = await honest(unsigned, (text) => text.replace(/; processed\r/, `; ${disposition}\r`));
    expect(outcome).toMatchObject({ status, ...(reason === undefined ? {} : { reason }) });
  });
});

describe('a receipt that proves nothing is a failure', () => {
  it.each([
    [
      'it is about another message',
      unsigned,
      (text: string) => text.replace('order-1@', 'order-2@'),
      /another message/,
    ],
    [
      'its integrity check differs',
      unsigned,
      (text: string) => text.replace(/MIC: ..../, 'MIC: AAAA'),
      /differs: sent NKm6\S+, received AAAA\S+, by sha-256/,
    ],
    [
      'its integrity check is by a hash that was not asked for',
      unsigned,
      (text: string) => text.replace(/MIC: .*/, `MIC: ${Buffer.alloc(64).toString('base64')}, sha512\r`),
      /sha-512/,
    ],
    [
      'its integrity check is nothing that can be read',
      unsigned,
      (text: string) => text.replace(/MIC: .*/, 'MIC: ???, sha-256\r'),
      /check cannot be read/,
    ],
    [
      'its integrity check is by a hash that proves nothing',
      unsigned,
      (text: string) => text.replace(/MIC: .*/, 'MIC: 1B2M2Y8AsgTpgAmY7PhCfg==, md5\r'),
      /check cannot be read/,
    ],
    [
      'it says that all is well, and then that it is not',
      unsigned,
      (text: string) => text.replace(/(Disposition: .*; )processed\r\n/, '$1processed\r\n$1processed/error\r\n'),
      /the report in the receipt/,
    ],
    [
      'it has two reports',
      unsigned,
      (text: string) => text.replace(/(--\S+)\r\n(Content-Type: message.*?)\r\n\1--/s, '$1\r\n$2\r\n$1\r\n$2\r\n$1--'),
      /the report in the receipt/,
    ],
    [
      'it was altered after it was signed',
      {},
      (text: string) => text.replace('stored', 'burned'),
      /not what was signed/,
    ],
  ])('%s', async (_, agreed, edit, message) => {
    const outcome = await honest(agreed, edit);
    expect(outcome.status).toBe('failed');
    expect((outcome as { failure: { message: string } }).failure.message).toMatch(message);
  });

  it('a signed receipt without the integrity check', async () => {
    const { seller, buyer } = await pairOf();
    const message = await packed(seller, order);
    const opened = (await buyer.open(message)) as OpenedMessage;
    const refusing = await buyer.reply(opened, { kind: 'error', modifier: 'unexpected-processing-error' });
    expect(refusing.response.body).not.toContain('Received-Content-MIC');
    const report = { originalMessageId: message.messageId, text: '', signedBy: '16' };
    const receipt = { ...report, disposition: { kind: 'processed', text: '' } } as const;
    const judged = seller.judge(message, { status: 'receipt', from: 'BUYER', to: 'SELLER', messageId: '<m>', receipt });
    expect(judged).toMatchObject({ status: 'failed', failure: { class: 'contract-drift', safeToReplay: false } });
  });

  it('it is not signed though that was asked for; a refusal that is not signed counts, since it came on our connection', async () => {
    const { seller, buyer } = await pairOf({ agreed: unsigned });
    const opened = (await buyer.open(await packed(seller, order))) as OpenedMessage;
    const [good, bad] = await Promise.all([
      buyer.reply(opened),
      buyer.reply(opened, { kind: 'error', modifier: 'unexpected-processing-error' }),
    ]);
    expect(await sent(async () => asResponse(good))).toMatchObject({ status: 'failed', failure: { class: 'auth' } });
    expect(await sent(async () => asResponse(bad))).toMatchObject({ status: 'rejected' });
  });

  it('somebody else has signed it', async () => {
    const { stranger } = await parties();
    const { seller, buyer } = await pairOf();
    const { buyer: impostor } = await pairOf({ buyer: { keys: [stranger] } });
    const opened = (await buyer.open(await packed(seller, order))) as OpenedMessage;
    const reply = await impostor.reply(opened);
    expect(await sent(async () => asResponse(reply))).toMatchObject({ status: 'failed', failure: { class: 'auth' } });
  });
});

describe('edge 15 a receipt that comes later', () => {
  const later = { receipt: { asynchronousTo: 'https://seller.example/as2' } } as const;

  it('is asked for at our address, posted there, and judged by what was kept', async () => {
    const { buyer, seller: packing } = await pairOf({ agreed: later });
    const message = await packed(packing, order);
    const reply = await buyer.reply((await buyer.open(message)) as OpenedMessage);
    expect(reply.response).toEqual({ status: 200, headers: { 'content-length': '0' }, body: '' });
    const { seller } = await pairOf({ agreed: later, seller: { fetch: async () => asResponse(reply) } });
    expect(await seller.send(message)).toEqual({ status: 'pending', messageId: message.messageId });

    let came: { url: string; headers: Headers; body: Uint8Array } | undefined;
    const fetch: Fetch = async (url, { headers, body }) => {
      came = { url, headers: new Headers(headers), body: body as Uint8Array };
      return new Response(null, { status: 200 });
    };
    const { buyer: posting } = await pairOf({ buyer: { fetch } });
    expect(await posting.deliver(JSON.parse(JSON.stringify(reply)))).toEqual({ status: 'delivered' });
    if (came === undefined) throw new Error('nothing was posted');
    expect(came.url).toBe('https://seller.example/as2');
    const received = await seller.open(came);
    if (received.status !== 'receipt') throw new Error(received.status);
    const { body: _, headers: __, ...kept } = message;
    expect(seller.judge(JSON.parse(JSON.stringify(kept)), received)).toMatchObject({ status: 'delivered' });
    expect((await seller.reply(received)).response.status).toBe(200);
  });

  it('settles nothing when it is not signed, or by somebody else: anybody may post one', async () => {
    const { stranger } = await parties();
    const { seller, buyer } = await pairOf({ agreed: later });
    const { buyer: impostor } = await pairOf({ buyer: { keys: [stranger] } });
    const opened = (await buyer.open(await packed(seller, order))) as OpenedMessage;
    const unsignedRequest = { ...opened, receiptRequest: { signed: false, url: 'https://seller.example/as2' } };
    const forged = [await buyer.reply(unsignedRequest), await impostor.reply(opened)];
    const reasons = [];
    for (const { later: receipt } of forged) {
      const received = await seller.open({ headers: receipt?.headers ?? {}, body: bytesOf(receipt?.body ?? '') });
      reasons.push(received.status === 'refused' ? received.refusal.reason : received.status);
      expect((await seller.reply(received as never)).response.status).toBe(400);
    }
    expect(reasons).toEqual(['weak-security', 'unknown-signer']);
  });

  it.each([
    [undefined, 'https://seller.example/other', true],
    [undefined, 'https://seller.example:8443/as2', false],
    [undefined, 'https://seller.example.evil/as2', false],
    [undefined, 'https://me@seller.example/as2', false],
    [['https://hub.example/as2/'], 'https://hub.example/as2/seller', true],
    [['https://hub.example/as2/'], 'https://hub.example/as2/../admin', false],
    [['https://hub.example/as2/'], 'https://seller.example/as2', false],
  ])('with %j agreed, may go to %s: %s', async (receiptUrls, url, allowed) => {
    const { seller, buyer } = await pairOf({
      agreed: { receipt: { asynchronousTo: url.replace('me@', '') } },
      back: { receiptUrls },
    });
    const message = await packed(seller, order);
    const headers = { ...message.headers, 'receipt-delivery-option': url };
    const opened = await buyer.open({ ...message, headers });
    if (allowed) expect(opened.status).toBe('message');
    else expect(opened).toMatchObject({ status: 'refused', refusal: { reason: 'receipt-address' } });
  });

  it('takes our headers for the partner along to the origin of its address only', async () => {
    const authorizations: (string | null)[] = [];
    const fetch: Fetch = async (_, { headers }) => {
      authorizations.push(new Headers(headers).get('authorization'));
      return new Response(null, { status: 200 });
    };
    const httpHeaders = { authorization: 'Basic c2FtcGxl' };
    const receiptUrls = ['https://seller.example/', 'https://hub.example/'];
    const back = { httpHeaders, receiptUrls };
    for (const url of receiptUrls) {
      const { seller, buyer } = await pairOf({ agreed: { receipt: { asynchronousTo: url } }, back, buyer: { fetch } });
      await buyer.deliver(await buyer.reply((await buyer.open(await packed(seller, order))) as OpenedMessage));
    }
    expect(authorizations).toEqual(['Basic c2FtcGxl', null]);
  });

  it('that can not be posted is tried again by whoever carries it', async () => {
    const { seller, buyer } = await pairOf({ agreed: later, buyer: { fetch: answers(503) } });
    const reply = await buyer.reply((await buyer.open(await packed(seller, order))) as OpenedMessage);
    expect(await buyer.deliver(reply)).toMatchObject({
      status: 'failed',
      failure: { retryable: true, safeToReplay: true },
    });
  });
});

describe('the integrity check is over the bytes that the standard says', () => {
  const rows: readonly (readonly [string, Partial<As2Partner>, string])[] = [
    ['signed: header and content (RFC 4130 §7.3.1)', {}, 'entity'],
    ['encrypted only: header and content', { sign: false }, 'entity'],
    ['neither: the content alone', { sign: false, encrypt: false }, 'content'],
    ['compressed, then signed: the compressed entity (RFC 5402 §4.1)', { compress: 'before-signing' }, 'compressed'],
    ['signed, then compressed: the entity before compression', { compress: 'after-signing' }, 'entity'],
    [
      'compressed and encrypted: the entity before compression (§4.2)',
      { sign: false, compress: 'before-signing' },
      'entity',
    ],
    [
      'compressed only: the entity before compression (§4.3)',
      { sign: false, encrypt: false, compress: 'before-signing' },
      'entity',
    ],
  ];
  it.each(rows)('%s', async (_, agreed, over) => {
    const { seller } = await pairOf({ agreed });
    const { checks } = await packed(seller, order);
    const header =
      'Content-Type: application/edi-x12\r\nContent-Transfer-Encoding: binary\r\nContent-Disposition: attachment; filename="order-1.edi"\r\n\r\n';
    const entity = Buffer.concat([bytesOf(header), order]);
    const digests = { entity: await digest(entity), content: await digest(order) };
    const [check] = checks;
    if (over === 'compressed') expect(Object.values(digests)).not.toContain(check?.digest);
    else expect(check?.digest).toBe(digests[over as 'entity' | 'content']);
  });

  it.each([
    ['the first that is known of those asked for', 'sha-999, sha512, sha1', 'sha512'],
    ['the hash of the signature where none is asked for', '', 'sha-384'],
  ])('its hash is %s, spelled as the partner spells it', async (_, asked, told) => {
    const { seller, buyer } = await pairOf({ agreed: { sign: 'sha-384' } });
    const message: PackedMessage = await packed(seller, order);
    const options = `signed-receipt-protocol=optional, pkcs7-signature${asked === '' ? '' : `; signed-receipt-micalg=optional, ${asked}`}`;
    const headers = { ...message.headers, 'disposition-notification-options': options };
    const reply = await buyer.reply((await buyer.open({ ...message, headers })) as OpenedMessage);
    expect(reply.response.body).toMatch(new RegExp(`Received-Content-MIC: \\S+, ${told}\\r`));
  });
});

async function digest(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('base64');
}

function answers(status: number, body = '', type = 'text/plain'): Fetch {
  const empty = status === 204 || body === '';
  return async () => new Response(empty ? null : body, { status, headers: { 'content-type': type } });
}
