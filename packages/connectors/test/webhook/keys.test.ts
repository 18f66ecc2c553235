import { generateKeyPairSync } from 'node:crypto';
import { adobeKeys, fixedKeys, jwksKeys, type PublicKey, verifyShipEngineWebhook } from '@dist/connectors/webhooks';
import { describe, expect, it } from 'vitest';
import { rsa, sender, now as start } from './senders.ts';

const url = 'https://keys.example.com/jwks';
const jwk = (place: number, more: object = {}) => ({
  ...rsa[place]?.publicKey.export({ format: 'jwk' }),
  kid: `key-${place}`,
  ...more,
});
const ecKey = { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }), kid: 'ec' };

/** A sender's address that answers as it is told, and a clock. */
function published(answer: () => Response | Promise<Response>) {
  const asked: string[] = [];
  let now = start;
  const fetch = async (address: string, { redirect }: RequestInit) => {
    asked.push(address);
    expect(redirect).toBe('manual');
    return answer();
  };
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { asked, runtime: { fetch, now: () => now }, pass };
}
const kindOf = async (keys: { find(id: string): Promise<{ kind: string }> }, id: string) => (await keys.find(id)).kind;

describe('keys under an address', () => {
  it('are read once, and verify a webhook of ShipEngine', async () => {
    const { asked, runtime } = published(() => Response.json({ keys: [ecKey, jwk(0)] }));
    const keys = jwksKeys({ url, ...runtime });
    for (let times = 0; times < 3; times++) {
      expect(await verifyShipEngineWebhook(sender('ShipEngine').send(), { keys, now: start })).toMatchObject({
        ok: true,
      });
    }
    expect(asked).toEqual([url]);
  });

  it('a key id that is not known makes it look again, at most once a minute', async () => {
    let listed = [jwk(0)];
    const { asked, runtime, pass } = published(() => Response.json({ keys: listed }));
    const keys = jwksKeys({ url, ...runtime });
    expect(await kindOf(keys, 'key-1')).toBe('unknown');
    listed = [jwk(0), jwk(1)];
    for (let made = 0; made < 500; made++) expect(await kindOf(keys, `made-up-${made}`)).toBe('unknown');
    expect(asked).toHaveLength(1);
    pass(60);
    expect(await kindOf(keys, 'key-1')).toBe('key');
    expect(await kindOf(keys, 'key-0')).toBe('key');
    expect(asked).toHaveLength(2);
  });

  it('requests at the same time share one look', async () => {
    const { asked, runtime } = published(() => Response.json({ keys: [jwk(0)] }));
    const keys = jwksKeys({ url, askAgainSeconds: 0, ...runtime });
    const kinds = await Promise.all(
      Array.from({ length: 50 }, (_, at) => kindOf(keys, at % 2 === 0 ? 'key-0' : 'none')),
    );
    expect(kinds.filter((kind) => kind === 'key')).toHaveLength(25);
    expect(asked).toHaveLength(1);
  });

  it('R30 a key that was withdrawn is believed until the next look, and no longer than a day when nobody answers', async () => {
    let answer = () => Response.json({ keys: [jwk(0)] });
    const { runtime, pass } = published(() => answer());
    const keys = jwksKeys({ url, ...runtime });
    expect(await kindOf(keys, 'key-0')).toBe('key');
    answer = () => new Response('', { status: 500 });
    pass(86_399);
    expect(await kindOf(keys, 'key-0')).toBe('key');
    pass(2);
    expect(await kindOf(keys, 'key-0')).toBe('unavailable');
    answer = () => Response.json({ keys: [jwk(1)] });
    pass(60);
    expect(await kindOf(keys, 'key-0')).toBe('unknown');
    expect(await kindOf(keys, 'key-1')).toBe('key');
    answer = () => Response.json({ keys: [] });
    pass(43_200);
    expect(await kindOf(keys, 'key-1')).toBe('unknown');
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['nobody answers', () => Promise.reject(new TypeError('fetch failed'))],
    ['the status is 500', () => new Response('{"keys":[]}', { status: 500 })],
    ['it is a redirect', () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } })],
    ['it is no JSON', () => new Response('<html>')],
    ['it is no set', () => Response.json([])],
    ['it is larger than 64 KiB', () => Response.json({ keys: [jwk(0)], filler: 'x'.repeat(70_000) })],
  ])('when %s a webhook is to come again, and the address is left alone for a minute', async (_, answer) => {
    const { asked, runtime, pass } = published(answer);
    const keys = jwksKeys({ url, ...runtime });
    for (let times = 0; times < 3; times++) {
      expect(await verifyShipEngineWebhook(sender('ShipEngine').send(), { keys, now: start })).toEqual({
        ok: false,
        reason: 'keys-unavailable',
      });
    }
    expect(asked).toHaveLength(1);
    pass(60);
    await keys.find('key-0');
    expect(asked).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['another kind', ecKey],
    ['another algorithm', jwk(0, { kid: 'x', alg: 'PS256' })],
    ['encryption', jwk(0, { kid: 'x', use: 'enc' })],
    [
      '1024 bits',
      { ...generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' }), kid: 'x' },
    ],
    ['a broken number', jwk(0, { kid: 'x', n: '!' })],
  ])('a key of %s is left out, and the others stay', async (_, key) => {
    const { runtime } = published(() => Response.json({ keys: [null, 'x', key, jwk(0)] }));
    const keys = jwksKeys({ url, ...runtime });
    expect(await kindOf(keys, 'x')).toBe('unknown');
    expect(await kindOf(keys, 'key-0')).toBe('key');
  });

  it.each(['http://keys.example.com/jwks', 'file:///etc/passwd', 'keys'])('the address %s is a mistake', (wrong) => {
    expect(() => jwksKeys({ url: wrong })).toThrow(TypeError);
    expect(() => adobeKeys({ url: wrong })).toThrow(TypeError);
  });
});

describe('keys of Adobe', () => {
  const text = String(rsa[0]?.publicKey.export({ type: 'spki', format: 'pem' }));
  const path = (name: string) => `/prod/keys/pub-key-${name}.pem`;

  it('are read from the one host, each once', async () => {
    const { asked, runtime } = published(() => new Response(text));
    const keys = adobeKeys(runtime);
    expect(await Promise.all([kindOf(keys, path('a')), kindOf(keys, path('a'))])).toEqual(['key', 'key']);
    expect(await kindOf(keys, path('a'))).toBe('key');
    expect(asked).toEqual([`https://static.adobeioevents.com${path('a')}`]);
  });

  it.each([
    'https://evil.example/prod/keys/pub-key-a.pem',
    '//evil.example/prod/keys/pub-key-a.pem',
    '@evil.example/prod/keys/pub-key-a.pem',
    '.evil.example/prod/keys/pub-key-a.pem',
    '/prod/keys/../../pub-key-a.pem',
    '/prod/keys/pub-key-a.pem?x',
    '/prod/keys/pub-key-a.pem\n',
    `/prod/keys/pub-key-${'a'.repeat(65)}.pem`,
  ])('a path of another form asks nobody: %s', async (wrong) => {
    const { asked, runtime } = published(() => new Response(text));
    expect(await kindOf(adobeKeys(runtime), wrong)).toBe('unknown');
    expect(asked).toEqual([]);
  });

  it('of made-up paths four are asked for in a minute, and what is known stays known', async () => {
    let answer = () => new Response(text);
    const { asked, runtime, pass } = published(() => answer());
    const keys = adobeKeys(runtime);
    await keys.find(path('true'));
    answer = () => new Response('', { status: 404 });
    const kinds: string[] = [];
    for (let made = 0; made < 100; made++) kinds.push(await kindOf(keys, path(`m${made}`)));
    expect(kinds.filter((kind) => kind === 'unknown')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'unavailable')).toHaveLength(97);
    expect(await kindOf(keys, path('true'))).toBe('key');
    expect(asked).toHaveLength(4);
    pass(60);
    expect(await kindOf(keys, path('m99'))).toBe('unknown');
  });

  it('an answer that is no key is not kept', async () => {
    let answer = 'no key';
    const { runtime } = published(() => new Response(answer));
    const keys = adobeKeys(runtime);
    expect(await kindOf(keys, path('a'))).toBe('unavailable');
    answer = text;
    expect(await kindOf(keys, path('a'))).toBe('key');
  });
});

describe('keys that are given', () => {
  it.each([1024, 8200])('one of %i bits is a mistake: too weak, or there to keep us busy', async (bits) => {
    const n = Buffer.alloc(bits / 8, 0xff).toString('base64url');
    await expect(fixedKeys({ a: { kty: 'RSA', n, e: 'AQAB' } }).find('a')).rejects.toThrow(TypeError);
  });

  it('are found by their ids and no others', async () => {
    const key = rsa[0]?.publicKey.export({ format: 'jwk' }) as PublicKey;
    const keys = fixedKeys({ a: key });
    expect(await kindOf(keys, 'a')).toBe('key');
    for (const id of ['b', '__proto__', 'constructor', 'toString']) expect(await kindOf(keys, id)).toBe('unknown');
  });
});
