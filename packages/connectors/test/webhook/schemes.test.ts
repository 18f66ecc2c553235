import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import {
  acumaticaWebhooks,
  fixedKeys,
  verifyAcumaticaWebhook,
  verifyAdobeEventsWebhook,
  verifyShopifyWebhook,
  verifyStandardWebhook,
  verifyStripeWebhook,
  type WebhookHeaders,
  type WebhookRefusal,
} from '@dist/connectors/webhooks';
import { describe, expect, it } from 'vitest';
import { now, type Signed, sender, senders } from './senders.ts';

const each = Object.entries(senders);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a webhook of', () => {
  it.each<[string, object]>([
    ['Shopify', { id: 'w-1', topic: 'orders/create', sender: 'example.myshopify.com', at: '2026-03-02T08:00:00.123Z' }],
    [
      'Standard Webhooks',
      { id: 'msg_1', topic: 'invoice.paid', at: '2026-03-02T07:59:59Z', sentAt: '2026-03-02T08:00:00.000Z' },
    ],
    [
      'BigCommerce',
      { id: 'msg_1', topic: 'store/order/created', sender: 'stores/abc123', at: '2026-03-02T08:00:00.000Z' },
    ],
    ['Stripe', { id: 'evt_1', topic: 'charge.refunded', sender: 'acct_1', at: '2026-03-02T08:00:00.000Z' }],
    ['ShipEngine', { id: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), topic: 'API_TRACK' }],
    [
      'Business Central',
      { topic: 'items/updated', sender: 'b18aed47-0000-4000-8000-000000000000', at: '2026-03-02T07:59:30.467Z' },
    ],
    ['Adobe I/O Events', { id: 'e-1', topic: 'com.adobe.commerce.observer.sales_order_save_after' }],
    ['Adobe Commerce', { id: expect.stringMatching(/^sha256:/) }],
    ['Acumatica', { id: '9f1c', topic: 'SalesOrders', sender: 'Company' }],
  ])('%s is believed, and says what it is', async (name, expected) => {
    const { send, verify } = sender(name);
    const verified = await verify(send());
    expect(verified).toMatchObject({ ok: true });
    expect(verified.ok && verified.webhooks[0]).toMatchObject(expected);
  });

  it.each(each)('R30 %s by the secret before is believed as well, and which one it was is told', async (_, one) => {
    for (const secret of [0, 1]) {
      const verified = await one.verify(one.send({ secret }));
      const proof =
        verified.ok &&
        ('secret' in verified.by ? verified.by.secret : Number(/(\d)(\.pem)?$/.exec(verified.by.keyId)?.[1]));
      expect(proof).toBe(secret);
    }
  });

  it.each(each)('%s can not be verified with an empty secret or a broken key', async (_, { careless }) => {
    await expect(careless()).rejects.toThrow(TypeError);
  });

  it.each(each)('%s is refused without its headers, or its body', async (name, { send, verify }) => {
    const { body, headers } = send();
    if (name !== 'Business Central') {
      expect(await verify({ body, headers: {} })).toEqual({ ok: false, reason: 'signature-missing' });
    }
    expect(await verify({ body: bytes(''), headers })).toMatchObject({ ok: false });
  });

  it.each(each.filter(([name]) => name !== 'Business Central'))(
    '%s is read from headers of any shape',
    async (_, { send, verify }) => {
      const { body, headers } = send();
      const pairs = Object.entries(headers);
      const shapes: WebhookHeaders[] = [
        Object.fromEntries(pairs.map(([name, value]) => [name.toUpperCase(), value])),
        Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), [value]])),
        new Headers(headers),
        new Map(pairs),
        pairs,
        pairs.flat(),
        pairs.map(([name, value]): readonly [string, string] => [name, `  ${value} `]),
      ];
      const expected = await verify({ body, headers });
      for (const shape of shapes) expect(await verify({ body, headers: shape })).toEqual(expected);
    },
  );
});

describe('a webhook is refused', () => {
  const stripe = (header: string) => ({ ...sender('Stripe').send(), headers: { 'stripe-signature': header } });
  const changed = (name: string, headers: Record<string, string>): Signed => {
    const sent = sender(name).send();
    return { body: sent.body, headers: { ...Object.fromEntries(new Headers(sent.headers)), ...headers } };
  };
  it.each<[string, string, Signed, WebhookRefusal]>([
    ['of Shopify without an id', 'Shopify', changed('Shopify', { 'x-shopify-webhook-id': '' }), 'header-missing'],
    ['of Shopify without a topic', 'Shopify', changed('Shopify', { 'x-shopify-topic': ' ' }), 'header-missing'],
    [
      'of Shopify with a hexadecimal signature',
      'Shopify',
      changed('Shopify', { 'x-shopify-hmac-sha256': 'ab'.repeat(32) }),
      'signature-wrong',
    ],
    [
      'whose id has a full stop',
      'Standard Webhooks',
      changed('Standard Webhooks', { 'webhook-id': 'msg.1' }),
      'header-wrong',
    ],
    [
      'whose time is no number',
      'Standard Webhooks',
      changed('Standard Webhooks', { 'webhook-timestamp': '1e9' }),
      'header-wrong',
    ],
    [
      'without a time',
      'Standard Webhooks',
      changed('Standard Webhooks', { 'webhook-timestamp': '' }),
      'header-missing',
    ],
    [
      'with a version that is not known',
      'Standard Webhooks',
      changed('Standard Webhooks', { 'webhook-signature': 'v2,AAAA' }),
      'signature-missing',
    ],
    ['with two times', 'Stripe', stripe(`t=1,t=2,v1=${'0'.repeat(64)}`), 'header-wrong'],
    ['with the older scheme only', 'Stripe', stripe(`t=1,v0=${'0'.repeat(64)}`), 'signature-missing'],
    [
      'by a key that nobody has',
      'ShipEngine',
      changed('ShipEngine', { 'x-shipengine-rsa-sha256-key-id': 'another' }),
      'unknown-key',
    ],
    [
      'whose key id is longer than one',
      'ShipEngine',
      changed('ShipEngine', { 'x-shipengine-rsa-sha256-key-id': 'k'.repeat(201) }),
      'header-wrong',
    ],
    [
      'by another key',
      'ShipEngine',
      changed('ShipEngine', { 'x-shipengine-rsa-sha256-key-id': 'key-1' }),
      'signature-wrong',
    ],
    [
      'whose time is no instant',
      'ShipEngine',
      changed('ShipEngine', { 'x-shipengine-timestamp': '2026-03-02 08:00' }),
      'header-wrong',
    ],
    [
      'with another header secret',
      'Acumatica',
      changed('Acumatica', { authorization: 'a new secret' }),
      'signature-wrong',
    ],
    [
      'with its header twice',
      'Acumatica',
      { ...sender('Acumatica').send(), headers: { authorization: 'no secret', ...sender('Acumatica').send().headers } },
      'signature-wrong',
    ],
  ])('%s (%s)', async (_, name, delivery, reason) => {
    expect(await sender(name).verify(delivery)).toEqual({ ok: false, reason });
  });

  it('when one notification of Business Central has another client state than the rest', async () => {
    const { send, verify } = sender('Business Central');
    const parsed = JSON.parse(new TextDecoder().decode(send().body));
    parsed.value[1].clientState = 'guessed';
    expect(await verify({ headers: {}, body: bytes(JSON.stringify(parsed)) })).toEqual({
      ok: false,
      reason: 'signature-wrong',
    });
    delete parsed.value[1].clientState;
    expect(await verify({ headers: {}, body: bytes(JSON.stringify(parsed)) })).toEqual({
      ok: false,
      reason: 'signature-missing',
    });
    expect(await verify({ headers: {}, body: bytes('{"value":[]}') })).toEqual({
      ok: false,
      reason: 'signature-missing',
    });
  });

  it('when Adobe has signed it for another customer, whose keys are the same', async () => {
    const { send } = sender('Adobe I/O Events');
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const path = '/prod/keys/pub-key-1.pem';
    const keys = fixedKeys({ [path]: String(pair.publicKey.export({ type: 'spki', format: 'pem' })) });
    const { body } = send();
    const headers = {
      'x-adobe-digital-signature-1': sign('RSA-SHA256', body, pair.privateKey).toString('base64'),
      'x-adobe-public-key1-path': path,
    };
    expect(await verifyAdobeEventsWebhook({ body, headers }, { keys, clientId: 'somebody else' })).toEqual({
      ok: false,
      reason: 'recipient-wrong',
    });
  });
});

describe('many in one body', () => {
  it('edge 12 Business Central sends notifications of several subscriptions: each is a webhook with a key of its own', async () => {
    const { send, verify } = sender('Business Central');
    const verified = await verify(send());
    expect(verified.ok && verified.webhooks.map(({ topic }) => topic)).toEqual([
      'items/updated',
      'salesOrders/collection',
    ]);
    expect(verified.ok && new Set(verified.webhooks.map(({ key }) => key)).size).toBe(2);
  });

  it('a byte order mark, which Business Central sent before version 19, is passed over', async () => {
    const { send, verify } = sender('Business Central');
    const { body, headers } = send();
    expect(await verify({ headers, body: Uint8Array.from([0xef, 0xbb, 0xbf, ...body]) })).toMatchObject({ ok: true });
  });
});

describe('a key', () => {
  it('is the same for each delivery, and another for another id, sender or scheme', async () => {
    const keys = new Set<string>();
    for (const [, { send, verify }] of each) {
      const [first, again] = [await verify(send()), await verify(send({ secret: 1 }))];
      const keyOf = (verified: typeof first) => (verified.ok ? (verified.webhooks[0]?.key ?? '') : '');
      expect(keyOf(again)).toBe(keyOf(first));
      keys.add(keyOf(first));
    }
    expect(keys.size).toBe(each.length);
  });

  it('edge 12 of Shopify holds the body’s hash: an id is not used up by another body sent under it', async () => {
    const sent = (body: string) => {
      const signature = createHmac('sha256', 's').update(body).digest('base64');
      const headers = { ...sender('Shopify').send({ id: 'w-2' }).headers, 'X-Shopify-Hmac-Sha256': signature };
      return verifyShopifyWebhook({ body: bytes(body), headers }, { secrets: 's' });
    };
    const [captured, due] = [await sent('{"id":1}'), await sent('{"id":2}')];
    const keys = [captured, due].map((verified) => verified.ok && verified.webhooks[0]?.key);
    expect(keys[0]).toMatch(/"w-2","sha256:[0-9a-f]{64}"\]$/);
    expect(keys[1]).not.toBe(keys[0]);
  });
});

describe('what a scheme leaves open', () => {
  const stripeSays = (content: object, more: Partial<Parameters<typeof verifyStripeWebhook>[1]> = {}) => {
    const body = bytes(JSON.stringify(content));
    const signature = createHmac('sha256', 's')
      .update(`${now / 1000}.`)
      .update(body)
      .digest('hex');
    const headers = { 'stripe-signature': `t=${now / 1000},v1=${signature}` };
    return verifyStripeWebhook({ body, headers }, { secrets: 's', now, ...more });
  };

  it('a time that no calendar has is no time, and no error', async () => {
    const verified = await stripeSays({ id: 'evt_1', type: 't', created: Number.MAX_SAFE_INTEGER });
    expect(verified.ok && verified.webhooks[0]).toEqual(expect.not.objectContaining({ at: expect.anything() }));
    expect(verified.ok).toBe(true);
  });

  it('only what the body itself holds is read from it', async () => {
    const { policy } = sender('Stripe');
    const inherited = { ...policy, body: { ...policy.body, id: ['constructor', 'name'] } };
    expect(await stripeSays({ type: 't' }, { policy: inherited })).toEqual({ ok: false, reason: 'body-unreadable' });
  });

  it('of two keys of Adobe one that cannot be had now outweighs one that does not fit: it may be a true webhook', async () => {
    const { body, headers } = sender('Adobe I/O Events').send();
    const answers = [
      { kind: 'unavailable', reason: 'no answer' } as const,
      { kind: 'key', key: { fits: async () => false } } as const,
    ];
    const keys = { find: async () => answers.shift() ?? ({ kind: 'unknown' } as const) };
    expect(await verifyAdobeEventsWebhook({ body, headers }, { keys, clientId: 'c' })).toEqual({
      ok: false,
      reason: 'keys-unavailable',
    });
  });

  it('two queries of Acumatica tell of one transaction under one id, and are two webhooks', async () => {
    const { send, verify } = sender('Acumatica');
    const { body, headers } = send();
    const other = bytes(new TextDecoder().decode(body).replace('SalesOrders', 'Shipments'));
    const [one, two] = [await verify({ body, headers }), await verify({ body: other, headers })];
    const keyOf = (verified: typeof one) => verified.ok && verified.webhooks[0]?.key;
    expect(one.ok && two.ok && one.webhooks[0]?.id === two.webhooks[0]?.id).toBe(true);
    expect(keyOf(one)).not.toBe(keyOf(two));
  });

  it('a body of Standard Webhooks that is no JSON is believed where nothing is looked for in it', async () => {
    const policy = { ...sender('Standard Webhooks').policy, body: undefined };
    const key = Buffer.alloc(24, 7);
    const signature = createHmac('sha256', key)
      .update(`m.${now / 1000}.a,b`)
      .digest('base64');
    const headers = {
      'webhook-id': 'm',
      'webhook-timestamp': String(now / 1000),
      'webhook-signature': `v1,${signature}`,
    };
    const settings = { secrets: `whsec_${key.toString('base64')}`, now };
    const delivery = { body: bytes('a,b'), headers };
    expect(await verifyStandardWebhook(delivery, { ...settings, policy })).toMatchObject({ ok: true });
    expect(await verifyStandardWebhook(delivery, settings)).toEqual({ ok: false, reason: 'body-unreadable' });
  });

  it('the header of Acumatica is the one that was set there', async () => {
    const policy = { ...acumaticaWebhooks, headers: { signature: 'x-our-secret' } };
    const { body } = sender('Acumatica').send();
    const given = { body, headers: { 'X-Our-Secret': 's' } };
    expect(await verifyAcumaticaWebhook(given, { secrets: 's', policy })).toMatchObject({ ok: true });
  });

  it('a body that nests too deep is refused, not parsed', async () => {
    const body = bytes(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    const time = now / 1000;
    const signature = createHmac('sha256', 's').update(`${time}.`).update(body).digest('hex');
    const headers = { 'stripe-signature': `t=${time},v1=${signature}` };
    expect(await verifyStripeWebhook({ body, headers }, { secrets: 's', now })).toEqual({
      ok: false,
      reason: 'body-unreadable',
    });
  });

  it('Ed25519 of Standard Webhooks is verified by the public key, among others and secrets', async () => {
    const pair = generateKeyPairSync('ed25519');
    const raw = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
    const body = bytes('{"type":"a"}');
    const time = String(now / 1000);
    const signature = sign(null, Buffer.from(`m.${time}.{"type":"a"}`), pair.privateKey).toString('base64');
    const listed = `v1,${Buffer.alloc(32).toString('base64')} v1a,${signature}`;
    const headers = { 'webhook-id': 'm', 'webhook-timestamp': time, 'webhook-signature': listed };
    const secrets = [`whsec_${Buffer.alloc(24, 1).toString('base64')}`, `whpk_${raw}`];
    expect(await verifyStandardWebhook({ body, headers }, { secrets, now })).toMatchObject({
      ok: true,
      by: { secret: 1 },
    });
    const other = { ...headers, 'webhook-id': 'n' };
    expect(await verifyStandardWebhook({ body, headers: other }, { secrets, now })).toEqual({
      ok: false,
      reason: 'signature-wrong',
    });
  });
});
