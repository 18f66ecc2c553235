import { createHmac } from 'node:crypto';
import { oauth1 } from '@dist/connectors';
import fc from 'fast-check';
import OAuth from 'oauth-1.0a';
import { describe, expect, it } from 'vitest';

const keys = { consumerKey: 'ck', consumerSecret: 'c&s=', token: 'tk', tokenSecret: 't s' };

/** The signature of the package `oauth-1.0a` for the same request, nonce and time. */
function foreign(method: string, url: string, nonce: string, timestamp: number): string {
  const oauth = new OAuth({
    consumer: { key: keys.consumerKey, secret: keys.consumerSecret },
    signature_method: 'HMAC-SHA256',
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  });
  oauth.getNonce = () => nonce;
  oauth.getTimeStamp = () => timestamp;
  return oauth.authorize({ url, method }, { key: keys.token, secret: keys.tokenSecret }).oauth_signature;
}

async function ours(method: string, url: string, nonce: string, timestamp: number): Promise<string> {
  const auth = oauth1({ ...keys, realm: '123456_SB1', nonce: () => nonce, now: () => timestamp * 1000 + 999 });
  const answer = await auth.authorize({ method, url, kind: 'read' }, {});
  if (!answer.ok) throw new Error('not signed');
  return answer.headers['authorization'] ?? '';
}

const signatureOf = (header: string) => decodeURIComponent(/oauth_signature="([^"]*)"/.exec(header)?.[1] ?? '');

describe('a request that is signed by OAuth 1.0a', () => {
  it.each([
    ['without a query', 'GET', 'https://123456-sb1.suitetalk.api.netsuite.com/services/rest/record/v1/salesOrder'],
    ['with a query', 'GET', 'https://a.invalid/x?limit=10&offset=20&q=status%20IS%20%22A%22'],
    ['with a query of the same name twice', 'POST', 'https://a.invalid/x?b=2&a=1&b=1'],
    ['with signs that only RFC 3986 reserves', 'PUT', "https://a.invalid/eid:k!*'()"],
  ])('%s has the signature of the package oauth-1.0a', async (_, method, url) => {
    expect(signatureOf(await ours(method, url, 'n1', 1_700_000_000))).toBe(foreign(method, url, 'n1', 1_700_000_000));
  });

  it('has it for any query', async () => {
    // The package does not decode names, so that they are plain; a lone surrogate is in no URL.
    const value = fc.string({ unit: 'grapheme' });
    const query = fc.array(fc.tuple(fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/), value), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(query, async (pairs) => {
        // The package keeps one value for each name, so that names come once.
        const unique = [...new Map(pairs)];
        const url = `https://a.invalid/x?${unique.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`;
        expect(signatureOf(await ours('GET', url, 'n', 1))).toBe(foreign('GET', url, 'n', 1));
      }),
      { numRuns: 200 },
    );
  });

  it('names the realm, which is not signed', async () => {
    expect(await ours('GET', 'https://a.invalid/', 'n', 1)).toMatch(
      /^OAuth realm="123456_SB1", oauth_consumer_key="ck", /,
    );
  });

  it('has another nonce each time', async () => {
    const auth = oauth1(keys);
    const headers = await Promise.all(
      [1, 2].map(() => auth.authorize({ method: 'GET', url: 'https://a.invalid/', kind: 'read' }, {})),
    );
    const nonces = headers.map(
      (answer) => answer.ok && /oauth_nonce="(\w{32})"/.exec(answer.headers['authorization'] ?? '')?.[1],
    );
    expect(new Set(nonces).size).toBe(2);
    expect(nonces).not.toContain(undefined);
  });
});
