import { type Fetch, httpClient } from '@dist/connectors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../src/http/redact.ts';
import { retryAfter } from '../src/http/retry-after.ts';
import { sendFault } from '../src/http/send-fault.ts';
import { classOfStatus } from '../src/http/status-classes.ts';

const get = { method: 'GET', path: '/x' } as const;
const never = () => new AbortController().signal;

function client(fetch: Fetch, more: { maximumBytes?: number } = {}) {
  return httpClient({ baseUrl: 'http://erp.invalid/api/', fetch, timeout: never, ...more });
}

function failed(cause?: unknown): TypeError {
  return cause === undefined ? new TypeError('fetch failed') : new TypeError('fetch failed', { cause });
}

const coded = (code: string) => Object.assign(new Error(code), { code });
const connecting = (code: string) => Object.assign(coded(code), { syscall: 'connect' });

describe('a request that fails', () => {
  it.each([
    ['was not sent when nobody listens', failed(coded('ECONNREFUSED')), 'notSent'],
    ['was not sent when the name is unknown', failed(coded('ENOTFOUND')), 'notSent'],
    ['was not sent when no connection came about in time', failed(coded('UND_ERR_CONNECT_TIMEOUT')), 'notSent'],
    [
      'was not sent when every address refused',
      failed(new AggregateError([coded('ECONNREFUSED'), connecting('ENETUNREACH')])),
      'notSent',
    ],
    [
      'may have been sent when one address of several broke in another way',
      failed(new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')])),
      'lost',
    ],
    [
      'may have been sent when one address of several failed without a code',
      failed(new AggregateError([coded('ECONNREFUSED'), new Error('odd')])),
      'lost',
    ],
    ['was not sent when there is no way to the host', failed(connecting('EHOSTUNREACH')), 'notSent'],
    ['may have been sent when the way to the host was lost', failed(coded('EHOSTUNREACH')), 'lost'],
    ['may have been sent when the connection was reset', failed(coded('ECONNRESET')), 'lost'],
    ['may have been sent when the other side closed', failed(coded('UND_ERR_SOCKET')), 'lost'],
    ['may have been sent when a browser says nothing', failed(), 'lost'],
    ['may have been sent when something else is thrown', 'no', 'lost'],
    ['was not sent when the certificate has expired', failed(coded('CERT_HAS_EXPIRED')), 'notSent'],
  ])('%s', async (_, error, kind) => {
    expect(sendFault(error).kind).toBe(kind);
    expect((await client(() => Promise.reject(error))(get)).kind).toBe(kind);
  });

  it('a wrong certificate is a matter of configuration, not of waiting', () => {
    expect(sendFault(failed(coded('DEPTH_ZERO_SELF_SIGNED_CERT')))).toMatchObject({ fault: 'config' });
    expect(sendFault(failed(coded('ECONNREFUSED')))).not.toHaveProperty('fault');
  });

  it('never repeats the text of an error, in which addresses and tokens stand', async () => {
    const exchange = await client(() => Promise.reject(new Error('http://user:hunter2@erp.invalid')))(get);
    expect(JSON.stringify(exchange)).not.toContain('hunter2');
  });
});

describe('a request', () => {
  it('is sent once, does not follow redirects, and carries JSON', async () => {
    const calls: [string, RequestInit][] = [];
    const send = client(async (...call) => {
      calls.push(call);
      return new Response('{"a":1}');
    });
    const query = { q: 'a b&c' };
    const exchange = await send({ method: 'POST', path: '/orders', query, body: { b: '1.50' } });
    expect(exchange).toMatchObject({ kind: 'answered', status: 200, body: { kind: 'json', value: { a: 1 } } });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.[0]).toBe('http://erp.invalid/api/orders?q=a+b%26c');
    expect(calls[0]?.[1]).toMatchObject({ method: 'POST', redirect: 'manual', body: '{"b":"1.50"}' });
    expect(new Headers(calls[0]?.[1].headers).get('content-type')).toBe('application/json');
  });

  it('is not sent when its signal is aborted already', async () => {
    const send = client(() => Promise.reject(new Error('must not be called')));
    expect(await send(get, { signal: AbortSignal.abort() })).toMatchObject({ kind: 'notSent' });
  });

  it('with a header that none can carry is a mistake of the program', async () => {
    const send = client(async () => new Response());
    await expect(send({ ...get, headers: { key: 'a\nb' } })).rejects.toThrow(TypeError);
  });

  it.each([
    ['an address that is none', 'erp'],
    ['another scheme', 'ftp://erp.invalid'],
    ['credentials in the address', 'http://user:hunter2@erp.invalid'],
    ['a query in the address', 'http://erp.invalid/?tenant=1'],
  ])('%s is refused before anything is sent, without being repeated', (_, baseUrl) => {
    expect(() => httpClient({ baseUrl })).toThrow(/^baseUrl must [^@]*$/);
  });
});

describe('the body of an answer', () => {
  const body = async (text: string | Uint8Array<ArrayBuffer> | ReadableStream, maximumBytes = 100) => {
    const exchange = await client(async () => new Response(text), { maximumBytes })(get);
    return exchange.kind === 'answered' ? exchange.body : exchange;
  };

  it.each([
    ['JSON', '{"a":[1]}', { kind: 'json', value: { a: [1] } }],
    ['null is JSON', 'null', { kind: 'json', value: null }],
    ['nothing', '', { kind: 'empty' }],
    ['HTML', '<html>', { kind: 'unreadable', reason: 'the body is no JSON in UTF-8' }],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), { kind: 'unreadable' }],
    ['one byte too many', `"${'x'.repeat(99)}"`, { kind: 'unreadable', reason: 'the body has more than 100 bytes' }],
    ['as many bytes as are allowed', `"${'x'.repeat(98)}"`, { kind: 'json' }],
  ])('%s', async (_, text, expected) => {
    expect(await body(text)).toMatchObject(expected);
  });

  it.each([
    ['at most 200 levels are read', '['.repeat(200) + ']'.repeat(200), 'json'],
    ['one more is refused', '['.repeat(201) + ']'.repeat(201), 'unreadable'],
    ['objects count too', `${'{"a":'.repeat(201)}1${'}'.repeat(201)}`, 'unreadable'],
    ['a million levels are refused', '['.repeat(1_000_000) + ']'.repeat(1_000_000), 'unreadable'],
    ['brackets in a text are no levels', JSON.stringify({ a: `\\"${'['.repeat(300)}` }), 'json'],
    ['many lists beside each other are one level', `[${'[],'.repeat(300)}[]]`, 'json'],
    ['a million quotation marks', '"'.repeat(1_000_001), 'unreadable'],
    ['a text of a million escapes that does not end', `"${'\\"'.repeat(500_000)}`, 'unreadable'],
  ])('nesting: %s', async (_, text, kind) => {
    expect(await body(text, 10_000_000)).toMatchObject({ kind });
  });

  it('that never ends is let go at the limit', async () => {
    let cancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(40)),
      cancel: () => {
        cancelled = true;
      },
    });
    expect(await body(endless)).toMatchObject({ kind: 'unreadable' });
    expect(cancelled).toBe(true);
  });

  it('that breaks off leaves the status known', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(coded('ECONNRESET')) });
    const exchange = await client(async () => new Response(broken, { status: 429 }))(get);
    expect(exchange).toMatchObject({ kind: 'answered', status: 429, body: { kind: 'unreadable' } });
  });

  it('that stops in the middle ends with the deadline, and the status is known', async () => {
    const deadline = new AbortController();
    const stuck = new ReadableStream({ pull: () => deadline.abort() }, { highWaterMark: 0 });
    const send = httpClient({
      baseUrl: 'http://erp.invalid',
      fetch: async () => new Response(stuck, { status: 201 }),
      timeout: () => deadline.signal,
    });
    expect(await send(get)).toMatchObject({ kind: 'answered', status: 201, body: { kind: 'unreadable' } });
  });
});

describe('how long an answer asks to wait', () => {
  const now = Date.parse('2026-03-02T08:00:00Z');
  const seconds = [{ name: 'retry-after', unit: 'seconds or date' }] as const;
  const reset = [{ name: 'x-rate-limit-time-reset-ms', unit: 'milliseconds' }] as const;

  it.each([
    ['seconds', { 'retry-after': '120' }, seconds, 120_000],
    ['parts of a second', { 'retry-after': '1.5' }, seconds, 1500],
    ['a date', { 'retry-after': 'Mon, 02 Mar 2026 08:00:30 GMT' }, seconds, 30_000],
    ['a date that has passed', { 'retry-after': 'Mon, 02 Mar 2026 07:00:00 GMT' }, seconds, 0],
    ['milliseconds where the header counts them', { 'x-rate-limit-time-reset-ms': '1500' }, reset, 1500],
    ['at most a day', { 'retry-after': '999999999' }, seconds, 86_400_000],
    ['nothing when it is not said', {}, seconds, undefined],
    ['nothing for words', { 'retry-after': 'soon' }, seconds, undefined],
    ['nothing for a negative number', { 'retry-after': '-5' }, seconds, undefined],
    ['nothing for a date in another form', { 'retry-after': '2026-03-02' }, seconds, undefined],
    [
      'nothing for a date where the header only counts',
      { 'x-rate-limit-time-reset-ms': 'Mon, 02 Mar 2026 08:00:30 GMT' },
      reset,
      undefined,
    ],
  ])('%s', (_, headers, rules, expected) => {
    expect(retryAfter(new Headers(headers), rules, now)).toBe(expected);
  });
});

describe('a status that is no success', () => {
  it('always has a class, and after a server error a write is in doubt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), (status) => {
        expect(classOfStatus(status, 'read')).toMatch(/^[a-z-]+$/);
        if (status >= 500) expect(classOfStatus(status, 'write')).toBe('timeout-unknown');
      }),
    );
  });

  it.each([
    [400, 'validation'],
    [401, 'auth'],
    [403, 'permission'],
    [404, 'not-found'],
    [409, 'conflict'],
    [418, 'contract-drift'],
    [429, 'rate-limited'],
    [302, 'config'],
    [0, 'config'],
  ])('%i: %s', (status, expected) => {
    expect(classOfStatus(status, 'write')).toBe(expected);
  });
});

describe('a text of another system', () => {
  it('is shown without secrets, as they are or percent-encoded', () => {
    expect(redact('token=a+b/c and a%2Bb%2Fc', ['a+b/c'])).toBe('token=*** and ***');
  });

  it.each([
    ['in Base64, as of a Basic header', btoa('pass/word+1?')],
    ['in Base64 without its end', btoa('pass/word+1?').replace(/=+$/, '')],
    ['percent-encoded in small letters', encodeURIComponent('pass/word+1?').toLowerCase()],
    ['within a text of JSON', JSON.stringify('pass/word+1?')],
  ])('is shown without a secret %s', (_, form) => {
    expect(redact(`before ${form} after`, ['pass/word+1?'])).not.toMatch(/word|cGFzcy/i);
  });

  it('is shown without the rest of a secret that begins with another', () => {
    expect(redact('key-1-long', ['key-1', 'key-1-long'])).toBe('***');
  });

  it('is one short line', () => {
    const shown = redact(`a\n\u001b[31mb\u202e${'x'.repeat(1_000_000)}`, []);
    expect(shown).toMatch(/^a \[31mb x+…$/);
    expect(shown).toHaveLength(300);
  });

  it('never shows a secret, wherever it stands', () => {
    const secret = 'shpat_0123456789';
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redact(before + secret + after, [secret])).not.toContain(secret);
      }),
      { numRuns: 50 },
    );
  });
});
