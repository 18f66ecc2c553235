import { createPrivateKey } from 'node:crypto';
import { type As2Settings, as2Station, expiring } from '@dist/connectors/node/as2';
import { describe, expect, it } from 'vitest';
import { makeCertificate } from './make-certificate.ts';
import { noon, order, packed, pairOf, parties } from './parties.ts';

describe('R30 while certificates change', () => {
  it('messages to the old and the new one are opened', async () => {
    const { seller, buyer: old, stranger } = await parties();
    const renewed = await makeCertificate('Buyer (sample)', { serial: 23, key: stranger.privateKey });
    const { buyer } = await pairOf({ buyer: { keys: [old, renewed] } });
    for (const certificates of [[old], [renewed]]) {
      const { seller: sender } = await pairOf({ agreed: { certificates }, seller: { keys: [seller] } });
      expect((await buyer.open(await packed(sender, order))).status).toBe('message');
    }
  });

  it('signatures by the old and the new one are accepted', async () => {
    const { seller: old, stranger } = await parties();
    const renewed = await makeCertificate('Seller (sample)', { serial: 12, key: stranger.privateKey });
    const { buyer } = await pairOf({ back: { certificates: [old, renewed] } });
    for (const [key, serial] of [
      [old, '0B'],
      [renewed, '0C'],
    ] as const) {
      const { seller: sender } = await pairOf({ seller: { keys: [key] } });
      expect(await buyer.open(await packed(sender, order))).toMatchObject({ status: 'message', signedBy: serial });
    }
  });

  it.each([
    ['before', noon - 1000, '0B', 'BUYER-old'],
    ['from', noon, '0C', 'BUYER-new'],
  ])('the agreed instant decides: %s it', async (_, now, signedBy, opener) => {
    const { seller: old, buyer, stranger } = await parties();
    const from = '2026-11-27T13:00:00+01:00';
    const renewed = await makeCertificate('Seller (sample)', { serial: 12, key: stranger.privateKey });
    const theirs = await makeCertificate('Buyer (sample)', { serial: 23, key: stranger.privateKey });
    const { seller } = await pairOf({
      seller: { keys: [old, { ...renewed, from }], now: () => now },
      agreed: { certificates: [buyer, { certificate: theirs.certificate, from }] },
    });
    const message = await packed(seller, order);
    const { buyer: station } = await pairOf({
      back: { certificates: [old, renewed] },
      buyer: { keys: [opener === 'BUYER-old' ? buyer : theirs] },
    });
    expect(await station.open(message)).toMatchObject({ status: 'message', signedBy });
  });

  it('a certificate that is over is not used, and packing says which', async () => {
    const { seller } = await parties();
    const over = await makeCertificate('Seller (sample)', {
      serial: 255,
      key: seller.privateKey,
      until: '2026-11-01T00:00:00Z',
    });
    const { seller: station } = await pairOf({ seller: { keys: [over] } });
    const outcome = await station.pack(
      { content: order, contentType: 'application/edi-x12' },
      { partner: 'BUYER', key: '1' },
    );
    expect(outcome).toMatchObject({ ok: false, failure: { class: 'config', retryable: false } });
    expect(JSON.stringify(outcome)).toContain(
      'There is no certificate of ours to sign with (not valid now: serial number FF)',
    );
    const { seller: sender } = await pairOf({ seller: { keys: [over, seller] } });
    expect(await (await pairOf()).buyer.open(await packed(sender, order))).toMatchObject({ signedBy: '0B' });
  });

  it.each([
    ['60 days and a second', 60 * 86400 + 1, undefined],
    ['60 days', 60 * 86400, 60],
    ['31 days', 31 * 86400, 60],
    ['30 days', 30 * 86400, 30],
    ['7 days', 7 * 86400, 7],
    ['no time', 0, 7],
    ['less than none', -1, 'expired'],
  ])('a warning with %s left', async (_, seconds, step) => {
    const until = '2027-03-01T00:00:00Z';
    const { seller } = await parties();
    const { certificate } = await makeCertificate('Seller (sample)', { serial: 4660, key: seller.privateKey, until });
    const warnings = expiring([certificate], Date.parse(until) - seconds * 1000);
    const told = { subject: 'Seller (sample)', serialNumber: '1234', notAfter: '2027-03-01T00:00:00.000Z', step };
    expect(warnings).toEqual(step === undefined ? [] : [{ ...told, daysLeft: Math.floor(seconds / 86400) }]);
  });

  it('a station tells those of its own and of its partners, the nearest first', async () => {
    const { seller: own, buyer } = await parties();
    const seller = await makeCertificate('Seller (sample)', {
      serial: 1,
      key: own.privateKey,
      until: '2026-12-20T00:00:00Z',
    });
    const partner = await makeCertificate('Buyer (sample)', {
      serial: 2,
      key: buyer.privateKey,
      until: '2026-11-30T00:00:00Z',
    });
    const { seller: station } = await pairOf({
      seller: { keys: [seller, own] },
      agreed: { certificates: [partner, buyer] },
    });
    expect(station.expiring().map(({ owner, step }) => [owner, step])).toEqual([
      ['BUYER', 7],
      ['SELLER', 30],
    ]);
  });
});

describe('settings that can not be meant are thrown', () => {
  const settings = async (): Promise<As2Settings> => {
    const { seller, buyer } = await parties();
    return {
      as2Id: 'SELLER',
      messageDomain: 'seller.example',
      keys: [seller],
      partners: [{ as2Id: 'BUYER', url: 'https://buyer.example/as2', certificates: [buyer] }],
      replies: { find: async () => undefined },
    };
  };
  type Edit = (good: As2Settings) => Partial<As2Settings>;
  const partner =
    (edit: object): Edit =>
    ({ partners: [first] }) => ({ partners: [{ ...(first as object), ...edit } as never] });
  it.each<[string, Edit, RegExp]>([
    ['no key', () => ({ keys: [] }), /at least one key/],
    ['an AS2 name that is none', () => ({ as2Id: '' }), /AS2 name/],
    ['a domain that is none', () => ({ messageDomain: 'a b' }), /domain/],
    ['a partner twice', ({ partners }) => ({ partners: [...partners, ...partners] }), /two partners/],
    ['an address with a password', partner({ url: 'https://me:secret@buyer.example' }), /address of partner BUYER/],
    ['an address of another kind', partner({ url: 'ftp://buyer.example' }), /address of partner BUYER/],
    ['a text that is no certificate', partner({ certificates: [{ certificate: 'x' }] }), /certificate in PEM/],
    [
      'an instant without its offset',
      partner({ certificates: [], receiptUrls: ['nowhere'] }),
      /address of partner BUYER/,
    ],
    ['a private key that is none', ({ keys }) => ({ keys: [{ ...keys[0], privateKey: 'SECRET' } as never] }), /PKCS#8/],
  ])('%s', async (_, edit, message) => {
    const good = await settings();
    const error = await as2Station({ ...good, ...edit(good) }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toMatch(/secret/i);
  });

  it('a private key that belongs to another certificate, told without the key', async () => {
    const { seller, stranger } = await parties();
    const good = await settings();
    const keys = [{ certificate: seller.certificate, privateKey: stranger.privateKey }];
    await expect(as2Station({ ...good, keys })).rejects.toThrow(
      /does not belong to the certificate with serial number 0B/,
    );
  });

  it('an instant without its offset', async () => {
    const good = await settings();
    const keys = good.keys.map((key) => ({ ...key, from: '2026-12-01T00:00:00' }));
    await expect(as2Station({ ...good, keys })).rejects.toThrow(RangeError);
  });

  it('a certificate whose key is not of RSA', async () => {
    // P-256, self-signed (sample).
    const certificate = `-----BEGIN CERTIFICATE-----
MIIBcDCCARagAwIBAgIBKjAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtFQyAoc2Ft
cGxlKTAgFw0yNjExMjcxMTE3NTJaGA8yMDUxMDcxOTExMTc1MlowFjEUMBIGA1UE
AwwLRUMgKHNhbXBsZSkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASq3TKdU1Ng
OfTDUOGeuQTQNj82k7wvY28volz4YJppmQyJ5okR/mIOtrZ0HOYOo3+bLlMd3XpM
C2l6Tugv5KdOo1MwUTAdBgNVHQ4EFgQUD1rO4zHMZd++zPuiw0fjRE6A824wHwYD
VR0jBBgwFoAUD1rO4zHMZd++zPuiw0fjRE6A824wDwYDVR0TAQH/BAUwAwEB/zAK
BggqhkjOPQQDAgNIADBFAiEAvGy0aMi3tsAnpYTeDTrZucUWneXVhI33ZrDnQj5L
G8ICICTd5pWKYddwdMtIYmbNx3hZ2hsUaNl7DIfePR/CxrEJ
-----END CERTIFICATE-----`;
    const good = await settings();
    const partners = [{ as2Id: 'BUYER', certificates: [{ certificate }] }];
    await expect(as2Station({ ...good, partners })).rejects.toThrow(/serial number 2A has no RSA key/);
  });

  it('a partner that is not known', async () => {
    const station = await as2Station(await settings());
    const pack = station.pack({ content: order, contentType: 'a/b' }, { partner: 'NOBODY', key: '1' });
    await expect(pack).rejects.toThrow(RangeError);
  });
});

describe('a private key', () => {
  it('may be a CryptoKey that can not be exported: it signs, and opens envelopes', async () => {
    const { seller, buyer } = await parties();
    const imported = async (pem: string, name: string, uses: ('sign' | 'decrypt')[]) => {
      const bytes = new Uint8Array(createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' }));
      return await crypto.subtle.importKey('pkcs8', bytes, { name, hash: 'SHA-256' }, false, uses);
    };
    const signing = await imported(seller.privateKey, 'RSASSA-PKCS1-v1_5', ['sign']);
    const opening = await imported(buyer.privateKey, 'RSA-OAEP', ['decrypt']);
    const pair = await pairOf({
      seller: { keys: [{ certificate: seller.certificate, privateKey: signing }] },
      buyer: { keys: [{ certificate: buyer.certificate, privateKey: opening }] },
    });
    expect((await pair.buyer.open(await packed(pair.seller, order))).status).toBe('message');
  });
});
