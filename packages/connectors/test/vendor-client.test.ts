import {
  type Authorizer,
  type ExchangeRecord,
  type Fetch,
  failure,
  oauth2,
  type VendorSettings,
  vendorClient,
} from '@dist/connectors';
import { describe, expect, it } from 'vitest';

const policy: VendorSettings['policy'] = {
  name: 'ERP',
  baseUrl: '{baseUrl}/v1',
  auth: { kind: 'none' },
  limits: [],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds' }], nothingDone: [429] },
  idempotency: {},
};

function client(fetch: Fetch, more: Partial<VendorSettings> = {}) {
  return vendorClient({
    policy,
    address: { baseUrl: 'https://erp.invalid/api' },
    fetch,
    timeout: () => new AbortController().signal,
    errorOf: (body) =>
      typeof body === 'object' && body !== null && 'code' in body ? { code: String(body.code) } : undefined,
    errors: [
      { status: 400, code: 'DUP', class: 'duplicate', sample: 'DUP', source: 'here' },
      { code: 'DUP', class: 'conflict', sample: 'DUP', source: 'here' },
    ],
    ...more,
  });
}

const get = { method: 'GET', path: '/orders' } as const;

describe('a link that a system gives', () => {
  const { pathOf } = client(() => Promise.reject(new Error('not asked')));
  it.each([
    ['the same host and base', 'https://erp.invalid/api/v1/orders?skip=2', '/orders?skip=2'],
    ['relative to the base', 'orders?skip=2', '/orders?skip=2'],
    ['from the root', '/api/v1/orders', '/orders'],
    ['another host', 'https://evil.invalid/api/v1/orders', undefined],
    ['another port', 'https://erp.invalid:444/api/v1/orders', undefined],
    ['another scheme', 'http://erp.invalid/api/v1/orders', undefined],
    ['a user in front of the host', 'https://a:b@erp.invalid/api/v1/orders', undefined],
    ['out of the base', 'https://erp.invalid/api/v2/orders', undefined],
    ['out of the base by dots', 'https://erp.invalid/api/v1/../v2/orders', undefined],
    ['a base that only begins like it', 'https://erp.invalid/api/v10/orders', undefined],
    ['two slashes', '//evil.invalid/api/v1/orders', undefined],
    ['a text that is none', 'https://[', undefined],
  ])('%s', (_, link, path) => {
    expect(pathOf(link)).toBe(path);
  });
});

describe('an answer to a write', () => {
  const html = (status: number) => new Response('<html>no</html>', { status });
  const cut = (): Response =>
    new Response(new ReadableStream({ start: (controller) => controller.error(new Error('reset')) }));
  it.each([
    ['a refusal of the system', () => Response.json({ code: 'X' }, { status: 400 }), 'validation', true],
    ['a refusal of something in between', () => html(400), 'config', true],
    ['an address that is too long', () => new Response(null, { status: 413 }), 'config', true],
    ['a page to look at after it was done', () => html(303), 'timeout-unknown', false],
    ['a client that is said to have gone', () => html(499), 'timeout-unknown', false],
    ['a client error that nobody knows', () => html(418), 'contract-drift', true],
    ['a success that is not the one', () => Response.json({}), 'contract-drift', false],
    ['a body that is cut short', cut, 'timeout-unknown', false],
  ] as const)('%s', async (_, answer, expected, safeToReplay) => {
    const done = answer === cut ? undefined : [204];
    const request = { method: 'POST', path: '/orders', body: {}, done } as const;
    expect(await client(async () => answer()).call('write', request)).toMatchObject({
      ok: false,
      failure: { class: expected, safeToReplay },
    });
  });

  it('whose body is cut short, to a read, is asked for again', async () => {
    expect(await client(async () => cut()).call('read', get)).toMatchObject({
      failure: { class: 'unavailable', safeToReplay: true },
    });
  });
});

describe('a secret that stays', () => {
  it('stands in no message after a hundred tokens that did not', async () => {
    let calls = 0;
    const auth: Authorizer = {
      authorize: async () => ({ ok: true, headers: {}, secrets: ['the password', `session-${calls}`] }),
    };
    const { call } = client(async () => Response.json({ code: `the password, session-${calls}` }, { status: 400 }), {
      auth,
    });
    for (calls = 0; calls < 120; calls++)
      expect(JSON.stringify(await call('read', get))).not.toMatch(/the password|session-\d/);
  });
});

describe('a request that waits for its turn', () => {
  const events: string[] = [];
  const told = (name: string) => events.push(name);
  const limiter: NonNullable<VendorSettings['limiter']> = {
    acquire: async () => {
      told('turn');
      return { done: (answer) => told(answer === 'notSent' ? 'given back' : 'done') };
    },
  };

  it('is signed after the wait, so that neither its time nor its token grows old in the queue', async () => {
    events.length = 0;
    const auth: Authorizer = {
      authorize: async () => {
        told('signed');
        return { ok: true, headers: {}, secrets: [] };
      },
    };
    await client(async () => Response.json({}), { auth, limiter }).call('read', get);
    expect(events).toEqual(['turn', 'signed', 'done']);
  });

  it('gives its place back where it cannot be signed', async () => {
    events.length = 0;
    const failed = failure('auth', 'no token');
    const auth: Authorizer = { authorize: async () => ({ ok: false, failure: failed }) };
    const answer = await client(async () => Response.json({}), { auth, limiter }).call('read', get);
    expect(answer).toMatchObject({ ok: false, failure: { class: 'auth' } });
    expect(events).toEqual(['turn', 'given back']);
  });
});

describe('an error of the system', () => {
  it.each([
    ['by its status and code', 400, 'DUP', 'duplicate'],
    ['by its code alone', 422, 'DUP', 'conflict'],
    ['by its status where no rule fits', 422, 'OTHER', 'validation'],
  ])('is classed %s', async (_, status, code, expected) => {
    const { call } = client(async () => Response.json({ code }, { status }));
    expect(await call('write', { ...get, method: 'POST' })).toMatchObject({ failure: { class: expected } });
  });
});

describe('a call with a deadline', () => {
  it('is not made after it', async () => {
    const { call } = client(() => Promise.reject(new Error('not asked')), { now: () => 1000 });
    expect(await call('write', get, { deadline: 1000 })).toMatchObject({
      failure: { class: 'unavailable', safeToReplay: true },
    });
  });

  it('edge 8: waits no longer than it, and a write that was sent is then unknown', async () => {
    const waits: number[] = [];
    const timeout = (milliseconds: number) => {
      waits.push(milliseconds);
      return AbortSignal.abort();
    };
    const { call } = client(() => new Promise(() => undefined), { now: () => 1000, timeout });
    expect(await call('write', get, { deadline: 1400 })).toMatchObject({ failure: { class: 'timeout-unknown' } });
    expect(waits).toEqual([400]);
  });
});

describe('a limiter', () => {
  it('has every request wait, and is told what came of it', async () => {
    const told: unknown[] = [];
    const limiter = {
      acquire: async ({
        cost,
        lane,
      }: {
        readonly cost?: number | undefined;
        readonly lane?: string | undefined;
      } = {}) => {
        told.push([cost, lane]);
        return {
          done: (answer: unknown) => void told.push(typeof answer === 'object' && answer !== null ? 'answer' : answer),
        };
      },
    };
    const answers: (() => Response)[] = [
      () => Response.json({}),
      () => {
        throw new TypeError('fetch failed');
      },
    ];
    const { call } = client(async () => answers.shift()?.() ?? Response.json({}), { limiter });
    await call('read', { ...get, cost: 10, lane: 'orders' });
    await call('read', get);
    expect(told).toEqual([[10, 'orders'], 'answer', [undefined, undefined], undefined]);
  });

  it('that refuses sends nothing', async () => {
    const limiter = { acquire: async () => ({ refused: true as const, retryAfterMs: 5000 }) };
    const { call } = client(() => Promise.reject(new Error('not asked')), { limiter });
    expect(await call('write', get)).toMatchObject({
      failure: { class: 'rate-limited', retryAfterMs: 5000, safeToReplay: true },
    });
  });
});

describe('what is told of a request', () => {
  it('has no header, query or body, and so no secret', async () => {
    const records: ExchangeRecord[] = [];
    const { call } = client(async () => new Response('', { status: 503 }), {
      token: 'tok-1',
      policy: { ...policy, auth: { kind: 'header', name: 'x-token' } },
      now: () => 1000,
      onExchange: (record) => records.push(record),
    });
    await call('write', {
      method: 'POST',
      path: '/orders',
      query: { token: 'q-1' },
      body: { b: 'b-1' },
      operation: 'orders.submit',
    });
    expect(records).toEqual([
      {
        system: 'ERP',
        operation: 'orders.submit',
        kind: 'write',
        method: 'POST',
        path: '/orders',
        status: 503,
        failure: 'timeout-unknown',
        startedAt: 1000,
        milliseconds: 0,
        waitedMs: 0,
        attempt: 1,
      },
    ]);
  });

  it('changes nothing when whoever is told throws', async () => {
    const onExchange = () => {
      throw new Error('the tracer is broken');
    };
    expect(await client(async () => Response.json({}), { onExchange }).call('read', get)).toMatchObject({ ok: true });
  });
});

describe('a token that the system refuses', () => {
  const oauth = (fetch: Fetch): Authorizer =>
    oauth2({
      name: 'ERP',
      tokenUrl: 'https://login.invalid/token',
      clientId: 'c',
      proof: { kind: 'none' },
      grant: { type: 'client_credentials' },
      fetch,
      now: () => time,
    });
  let time = 0;

  it('is renewed and the write sent once more: what was refused did nothing', async () => {
    let tokens = 0;
    const auth = oauth(async () =>
      Response.json({ access_token: `t${++tokens}`, token_type: 'bearer', expires_in: 3600 }),
    );
    const seen: (string | null)[] = [];
    const { call } = client(
      async (_, init) => {
        seen.push(new Headers(init.headers).get('authorization'));
        time += 60_000;
        return seen.length === 1 ? new Response('', { status: 401 }) : Response.json({});
      },
      { auth },
    );
    expect(await call('write', { ...get, method: 'POST' })).toMatchObject({ ok: true });
    expect(seen).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it('twice ends in a failure', async () => {
    let tokens = 0;
    const auth = oauth(async () =>
      Response.json({ access_token: `t${++tokens}`, token_type: 'bearer', expires_in: 3600 }),
    );
    let asked = 0;
    const { call } = client(
      async () => {
        asked++;
        time += 60_000;
        return new Response('', { status: 401 });
      },
      { auth },
    );
    expect(await call('write', { ...get, method: 'POST' })).toMatchObject({ failure: { class: 'auth' } });
    expect(asked).toBe(2);
  });
});
