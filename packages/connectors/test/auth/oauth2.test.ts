import { type Fetch, memoryTokenCache, type OAuth2Settings, oauth2 } from '@dist/connectors';
import { describe, expect, it } from 'vitest';
import { decodeJwt, decodeProtectedHeader } from './decode-jwt.ts';

const request = { method: 'GET', url: 'https://erp.invalid/orders', kind: 'read' } as const;

/** A token endpoint that counts, with a clock of its own. */
function world(change: Partial<OAuth2Settings> = {}, answers: readonly Response[] = []) {
  const asked: { readonly body: URLSearchParams; readonly headers: Headers }[] = [];
  const queue = [...answers];
  let time = 1_000_000;
  const fetch: Fetch = async (_, init) => {
    asked.push({ body: new URLSearchParams(String(init.body)), headers: new Headers(init.headers) });
    await Promise.resolve();
    const token = { access_token: `token-${asked.length}`, token_type: 'Bearer', expires_in: 3600 };
    return queue.shift() ?? Response.json(token);
  };
  const settings: OAuth2Settings = {
    name: 'ERP',
    tokenUrl: 'https://login.invalid/token',
    clientId: 'client',
    proof: { kind: 'secret', secret: 'the secret' },
    grant: { type: 'client_credentials', scope: 'orders' },
    fetch,
    now: () => time,
    ...change,
  };
  const later = (milliseconds: number) => {
    time += milliseconds;
  };
  return { auth: oauth2(settings), asked, later, settings };
}

const bearer = (token: string) => ({ ok: true, headers: { authorization: `Bearer ${token}` }, secrets: [token] });
const refused = { status: 401, headers: new Headers() };

describe('a token', () => {
  it.each([['1e308'], [1e308], [10 ** 12]])(
    'that claims to last for %s seconds is asked for anew after thirty days',
    async (seconds) => {
      const long = Response.json({ access_token: 'long', token_type: 'Bearer', expires_in: seconds });
      const { auth, asked, later } = world({}, [long]);
      await auth.authorize(request, {});
      later(31 * 86_400_000);
      await auth.authorize(request, {});
      expect(asked).toHaveLength(2);
    },
  );

  it.each([
    ['refresh token', { type: 'refresh_token', refreshToken: 'a' }, { type: 'refresh_token', refreshToken: 'b' }],
    ['user', { type: 'password', user: 'a', password: 'p' }, { type: 'password', user: 'b', password: 'p' }],
    [
      'parameter',
      { type: 'client_credentials', parameters: { branch: 'a' } },
      { type: 'client_credentials', parameters: { branch: 'b' } },
    ],
  ] as const)('is of one account: another %s has another one, in one cache', async (_, first, second) => {
    const cache = memoryTokenCache();
    const keys: string[] = [];
    const watched = {
      ...cache,
      set: (key: string, value: string, at: number) => {
        keys.push(key);
        return cache.set(key, value, at);
      },
    };
    const [one, other] = [world({ cache: watched, grant: first }), world({ cache: watched, grant: second })];
    await one.auth.authorize(request, {});
    await other.auth.authorize(request, {});
    expect([one.asked.length, other.asked.length, new Set(keys).size]).toEqual([1, 1, 2]);
    expect(keys.join()).not.toMatch(/refresh_token [ab]\b/);
  });

  it('is waited for as long as each caller has, and what others wait for goes on', async () => {
    let answer: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const { auth } = world({ fetch: () => late });
    const caller = new AbortController();
    const [impatient, aborted, patient] = [
      auth.authorize(request, { deadline: 1_000_000 }),
      auth.authorize(request, { signal: caller.signal }),
      auth.authorize(request, {}),
    ];
    caller.abort();
    expect(await impatient).toMatchObject({ ok: false, failure: { class: 'unavailable', safeToReplay: true } });
    expect(await aborted).toMatchObject({ ok: false, failure: { class: 'unavailable' } });
    answer(Response.json({ access_token: 'late', token_type: 'Bearer', expires_in: 3600 }));
    expect(await patient).toEqual(bearer('late'));
  });

  it('is asked for from the beginning where the refresh token is used up', async () => {
    const grant = { type: 'password', user: 'u', password: 'pass-1' } as const;
    const { auth, asked, later } = world({ grant }, [
      Response.json({ access_token: 'one', expires_in: 3600, refresh_token: 'used' }),
      Response.json({ error: 'invalid_grant' }, { status: 400 }),
      Response.json({ access_token: 'two', expires_in: 3600 }),
    ]);
    await auth.authorize(request, {});
    later(2 * 3_600_000);
    expect(await auth.authorize(request, {})).toEqual(bearer('two'));
    expect(asked.map(({ body }) => body.get('grant_type'))).toEqual(['password', 'refresh_token', 'password']);
  });

  it('is asked for once for many calls at the same time', async () => {
    const { auth, asked } = world();
    const all = await Promise.all(Array.from({ length: 20 }, () => auth.authorize(request, {})));
    expect(all).toEqual(Array.from({ length: 20 }, () => bearer('token-1')));
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0]?.body ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client',
      client_secret: 'the secret',
      scope: 'orders',
    });
  });

  it.each([
    ['is used until a minute before it ends', 3600 - 61, 1],
    ['is replaced from then on', 3600 - 60, 2],
  ])('%s', async (_, seconds, requests) => {
    const { auth, asked, later } = world();
    await auth.authorize(request, {});
    later(seconds * 1000);
    expect(await auth.authorize(request, {})).toEqual(bearer(`token-${requests}`));
    expect(asked).toHaveLength(requests);
  });

  it('is shared by two processes through a cache', async () => {
    const cache = memoryTokenCache();
    const one = world({ cache });
    const other = world({ cache });
    await one.auth.authorize(request, {});
    expect(await other.auth.authorize(request, {})).toEqual(bearer('token-1'));
    expect(other.asked).toHaveLength(0);
  });

  it('of a cache that somebody has spoiled is asked for anew', async () => {
    for (const text of ['', 'null', '{"token":1}', '[]', '{']) {
      const { auth, asked } = world({ cache: { get: () => text, set: () => undefined, delete: () => undefined } });
      expect(await auth.authorize(request, {})).toEqual(bearer('token-1'));
      expect(asked).toHaveLength(1);
    }
  });
});

describe('a token that was refused', () => {
  it('is replaced once, however many calls it was refused to', async () => {
    const { auth, asked, later } = world();
    const token = await auth.authorize(request, {});
    if (!token.ok) throw new Error('no token');
    later(60_000);
    const renewed = await Promise.all(Array.from({ length: 10 }, () => auth.renew?.(token, refused)));
    expect(renewed).toEqual(Array(10).fill(true));
    const all = await Promise.all(Array.from({ length: 10 }, () => auth.authorize(request, {})));
    expect(all).toEqual(Array(10).fill(bearer('token-2')));
    expect(asked).toHaveLength(2);
    // One that is late is told that there is a newer one, and throws nothing away.
    expect(await auth.renew?.(token, refused)).toBe(true);
    expect(await auth.authorize(request, {})).toEqual(bearer('token-2'));
  });

  it('is not replaced where it is new: another would fare no better', async () => {
    const { auth } = world();
    const token = await auth.authorize(request, {});
    if (!token.ok) throw new Error('no token');
    expect(await auth.renew?.(token, refused)).toBe(false);
  });

  it('is not replaced for a 403, which is about what it may do', async () => {
    const { auth, later } = world();
    const token = await auth.authorize(request, {});
    if (!token.ok) throw new Error('no token');
    later(60_000);
    expect(await auth.renew?.(token, { ...refused, status: 403 })).toBe(false);
  });
});

describe('without a token', () => {
  it.each<[string, () => Response, string, boolean]>([
    ['a wrong secret', () => Response.json({ error: 'invalid_client' }, { status: 401 }), 'auth', false],
    ['a grant that ended', () => Response.json({ error: 'invalid_grant' }, { status: 400 }), 'auth', false],
    ['a scope that there is not', () => Response.json({ error: 'invalid_scope' }, { status: 400 }), 'config', false],
    ['too many requests', () => new Response('slow down', { status: 429 }), 'rate-limited', true],
    ['an endpoint that fails', () => new Response('oops', { status: 503 }), 'unavailable', true],
    [
      'a page of HTML',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'contract-drift',
      false,
    ],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://x.invalid' } }),
      'config',
      false,
    ],
    ['no token in the answer', () => Response.json({ token_type: 'bearer' }), 'contract-drift', false],
  ])('%s is told, and nothing was done', async (_, answer, errorClass, retryable) => {
    const { auth, asked } = world({}, [answer()]);
    const result = await auth.authorize(request, {});
    expect(result).toMatchObject({ ok: false, failure: { class: errorClass, retryable, safeToReplay: true } });
    expect(asked).toHaveLength(1);
    // The next call asks again.
    expect(await auth.authorize(request, {})).toEqual(bearer('token-2'));
  });

  it('a broken connection is safe to try again', async () => {
    const { auth } = world({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    expect(await auth.authorize(request, {})).toMatchObject({
      ok: false,
      failure: { class: 'unavailable', safeToReplay: true },
    });
  });

  it('the secret stands in no message, though the endpoint repeats it', async () => {
    const answer = { error: 'invalid_client', error_description: 'the secret "the secret" is wrong' };
    const { auth } = world({}, [Response.json(answer, { status: 400 })]);
    const result = await auth.authorize(request, {});
    expect(JSON.stringify(result)).toContain('invalid_client');
    expect(JSON.stringify(result)).not.toContain('the secret"');
    expect(JSON.stringify(result)).toContain('***');
  });

  it('nothing that was sent stands in a message, though the endpoint repeats all of it', async () => {
    const fetch: Fetch = async (_, init) => {
      const said = `${String(init.body)} ${new Headers(init.headers).get('authorization') ?? ''} and the secret-4711`;
      return Response.json({ error: 'invalid_request', error_description: decodeURIComponent(said) }, { status: 400 });
    };
    const grant = { type: 'refresh_token', refreshToken: 'refresh-4711', parameters: { pin: 'pin-4711' } } as const;
    for (const sent of ['body', 'header'] as const) {
      const { auth } = world({ fetch, grant, proof: { kind: 'secret', secret: 'secret-4711', sent } });
      const shown = JSON.stringify(await auth.authorize(request, {}));
      expect(shown).toContain('***');
      expect(shown).not.toMatch(/refresh-4711|pin-4711|secret-4711|[A-Za-z0-9+/]{20,}=*"/);
    }
  });

  it('a token that no header can carry is none, and stands in no error', async () => {
    const { auth } = world({}, [Response.json({ access_token: 'tok\n4711', token_type: 'bearer' })]);
    const result = await auth.authorize(request, {});
    expect(result).toMatchObject({ ok: false, failure: { class: 'contract-drift' } });
    expect(JSON.stringify(result)).not.toContain('4711');
  });

  it('an endless answer is cut off', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(65_536));
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    const { auth } = world({}, [new Response(body, { headers: { 'content-type': 'application/json' } })]);
    expect(await auth.authorize(request, {})).toMatchObject({ ok: false });
  });
});

describe('a grant', () => {
  it('by a refresh token keeps the newest one that came', async () => {
    const { auth, asked, later } = world(
      { grant: { type: 'refresh_token', refreshToken: 'r-0' } },
      [1, 2].map((n) =>
        Response.json({ access_token: `t${n}`, token_type: 'bearer', expires_in: 600, refresh_token: `r-${n}` }),
      ),
    );
    await auth.authorize(request, {});
    later(600_000);
    await auth.authorize(request, {});
    expect(asked.map(({ body }) => body.get('refresh_token'))).toEqual(['r-0', 'r-1']);
  });

  it('by a user and a password goes on by the refresh token that came', async () => {
    const { auth, asked, later } = world({ grant: { type: 'password', user: 'u', password: 'p' } }, [
      Response.json({ access_token: 't1', token_type: 'bearer', expires_in: 600, refresh_token: 'r-1' }),
    ]);
    await auth.authorize(request, {});
    later(600_000);
    await auth.authorize(request, {});
    expect(asked.map(({ body }) => [body.get('grant_type'), body.get('password')])).toEqual([
      ['password', 'p'],
      ['refresh_token', null],
    ]);
  });

  it('with a secret as the user and password of HTTP', async () => {
    const { auth, asked } = world({ proof: { kind: 'secret', secret: 's', sent: 'header' } });
    await auth.authorize(request, {});
    expect(asked[0]?.headers.get('authorization')).toBe(`Basic ${btoa('client:s')}`);
    expect(asked[0]?.body.has('client_secret')).toBe(false);
  });

  it.each(['PS256', 'ES256', 'RS256'] as const)('with an assertion that is signed by %s', async (algorithm) => {
    const { pem, publicKey, verify } = await keyPair(algorithm);
    const { auth, asked } = world({
      proof: {
        kind: 'private-key',
        key: pem,
        algorithm,
        keyId: 'certificate-1',
        claims: { aud: 'https://login.invalid/token', scope: ['rest_webservices'] },
      },
    });
    expect(await auth.authorize(request, {})).toEqual(bearer('token-1'));
    const assertion = asked[0]?.body.get('client_assertion') ?? '';
    expect(asked[0]?.body.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: algorithm, kid: 'certificate-1', typ: 'JWT' });
    expect(decodeJwt(assertion)).toMatchObject({
      iss: 'client',
      aud: 'https://login.invalid/token',
      scope: ['rest_webservices'],
    });
    const [head, claims, signature = ''] = assertion.split('.');
    const bytes = Uint8Array.from(atob(signature.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
    expect(await crypto.subtle.verify(verify, publicKey, bytes, new TextEncoder().encode(`${head}.${claims}`))).toBe(
      true,
    );
  });

  it('with a key that is none is a mistake of the program, and the text is not repeated', async () => {
    const { auth } = world({ proof: { kind: 'private-key', key: 'secret text', algorithm: 'ES256', keyId: 'k' } });
    await expect(auth.authorize(request, {})).rejects.toThrow(/^a private key is PKCS #8 in PEM/);
  });
});

const kinds = {
  PS256: [
    { name: 'RSA-PSS', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    { name: 'RSA-PSS', saltLength: 32 },
  ],
  RS256: [
    { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    { name: 'RSASSA-PKCS1-v1_5' },
  ],
  ES256: [
    { name: 'ECDSA', namedCurve: 'P-256' },
    { name: 'ECDSA', hash: 'SHA-256' },
  ],
} as const;

async function keyPair(algorithm: keyof typeof kinds) {
  const [generate, verify] = kinds[algorithm];
  const pair = await crypto.subtle.generateKey(generate, true, ['sign', 'verify']);
  const der = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const base64 = btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''));
  const pem = `-----BEGIN PRIVATE KEY-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
  return { pem, publicKey: pair.publicKey, verify };
}
