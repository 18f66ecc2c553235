import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PageFile } from '../../src/server/read-pages.ts';
import { address, type SignedInTower, signedInTower } from './signed-in-tower.ts';
import type { TestBrowser } from './test-browser.ts';

let signedIn: SignedInTower;
/** What partners may write into an order number. */
const hostile = [
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '"><img src=x onerror=alert(1)>',
  '\u202e4711',
  "'; DROP TABLE orders; --",
];

beforeAll(async () => {
  for (const level of ['warn', 'info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  signedIn = await signedInTower();
  for (const number of hostile) await signedIn.tower.house.order('northfield', number);
  await signedIn.tower.house.order('<b>partner</b>', '1');
  await signedIn.tower.read();
});

afterAll(async () => {
  vi.restoreAllMocks();
  await signedIn.close();
});

const session = 'tower.example __Host-tower';
const attempt = 'tower.example __Host-tower-sign-in';
const isIn = async (browser: TestBrowser) => (await browser.ask(`${address}/api/me`)).status === 200;

/** Begins a sign-in, and goes on to the moment before the provider's answer is brought back. */
async function halfWay(browser: TestBrowser, account = 'ada'): Promise<string> {
  const asked = await browser.follow(`${address}/sign-in`);
  for (let at = new URL(`${asked.at.href}?as=${account}`); ; ) {
    if (at.origin === address) return at.href;
    at = new URL((await browser.ask(at.href)).headers.get('Location') ?? '', at);
  }
}

describe('a session cannot be taken:', () => {
  it('the id that a browser had before is not that of the session', async () => {
    const browser = signedIn.browser();
    const planted = 'A'.repeat(43);
    browser.cookies.set(session, planted);
    await browser.follow(await halfWay(browser));
    expect(browser.cookies.get(session)).not.toBe(planted);
    expect(await isIn(browser)).toBe(true);
    browser.cookies.set(session, planted);
    expect(await isIn(browser)).toBe(false);
  });

  it('who signs in again has a new session, and the former one is over', async () => {
    const browser = await signedIn.browserOf('bob');
    const former = browser.cookies.get(session) ?? '';
    await browser.follow(`${address}/sign-in`);
    expect(browser.cookies.get(session)).not.toBe(former);
    browser.cookies.set(session, former);
    expect(await isIn(browser)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'admin'],
    ['an id that nobody has', 'x'.repeat(43)],
    ['an id that is too long', 'x'.repeat(4000)],
    ['what a database might take for its own', `' OR 1=1 --${'x'.repeat(32)}`],
  ])('a cookie with %s is nobody', async (_, value) => {
    const browser = signedIn.browser();
    browser.cookies.set(session, value);
    expect(await isIn(browser)).toBe(false);
  });

  it('the hash that the database keeps is no id', async () => {
    await signedIn.browserOf('ada');
    const [row] = await signedIn.tower.database.selectFrom('sessions').selectAll().execute();
    const browser = signedIn.browser();
    for (const id of [row?.id_hash ?? '', Buffer.from(row?.id_hash ?? '', 'hex').toString('base64url')]) {
      browser.cookies.set(session, id);
      expect(await isIn(browser)).toBe(false);
    }
  });

  it.each<[string, (browser: TestBrowser, back: URL) => void]>([
    ['in a browser that did not begin it', (browser) => browser.cookies.delete(attempt)],
    ['with another state', (_, back) => back.searchParams.set('state', 'x'.repeat(43))],
    ['with a code that is none', (_, back) => back.searchParams.set('code', 'x'.repeat(43))],
    ['that names another provider', (_, back) => back.searchParams.set('iss', 'https://elsewhere.example')],
    ['with a cookie that is no attempt', (browser) => browser.cookies.set(attempt, 'e30')],
    [
      'with the nonce of another one',
      (browser) => {
        const kept = JSON.parse(Buffer.from(browser.cookies.get(attempt) ?? '', 'base64url').toString());
        const other = JSON.stringify({ ...kept, nonce: 'x'.repeat(43) });
        browser.cookies.set(attempt, Buffer.from(other).toString('base64url'));
      },
    ],
    [
      'with another verifier',
      (browser) => {
        const kept = JSON.parse(Buffer.from(browser.cookies.get(attempt) ?? '', 'base64url').toString());
        const other = JSON.stringify({ ...kept, verifier: 'x'.repeat(43) });
        browser.cookies.set(attempt, Buffer.from(other).toString('base64url'));
      },
    ],
  ])('a sign-in %s does not end well', async (_, change) => {
    const browser = signedIn.browser();
    const back = new URL(await halfWay(browser));
    change(browser, back);
    const { at } = await browser.follow(back.href);
    expect(at.href).toMatch(/\/not-signed-in\?why=(failed|expired)$/);
    expect(await isIn(browser)).toBe(false);
  });

  it('the way back is good once', async () => {
    const browser = signedIn.browser();
    const back = await halfWay(browser);
    const kept = browser.cookies.get(attempt) ?? '';
    await browser.follow(back);
    expect(await isIn(browser)).toBe(true);
    const other = signedIn.browser();
    other.cookies.set(attempt, kept);
    expect((await other.follow(back)).at.search).toBe('?why=failed');
    expect(await isIn(other)).toBe(false);
  });
});

describe('a page elsewhere', () => {
  it.each<[string, string, Record<string, string>]>([
    ['signs nobody out', '/sign-out', { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['signs nobody out, with a form that says nothing', '/sign-out', {}],
    ['acts on nothing', '/api/acts', { Origin: 'https://elsewhere.example', 'Content-Type': 'text/plain' }],
  ])('%s', async (_, path, headers) => {
    const browser = await signedIn.browserOf('ada');
    expect((await browser.ask(`${address}${path}`, { method: 'POST', headers, body: '{}' })).status).toBe(403);
    expect(await isIn(browser)).toBe(true);
  });

  it('may read nothing, and is not asked for leave', async () => {
    const browser = await signedIn.browserOf('ada');
    const headers = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' };
    for (const method of ['OPTIONS', 'GET']) {
      const answer = await browser.ask(`${address}/api/orders`, { method, headers });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
  ])('is not where a sign-in leads to: %j', async (to) => {
    const browser = signedIn.browser();
    const asked = await browser.follow(`${address}/sign-in?to=${encodeURIComponent(to)}`);
    const { at } = await browser.follow(`${asked.at.href}?as=ada`);
    expect(at.href).toBe(`${address}/`);
  });

  it('cannot get there by the cookie of a sign-in either', async () => {
    const browser = signedIn.browser();
    const back = await halfWay(browser);
    const kept = JSON.parse(Buffer.from(browser.cookies.get(attempt) ?? '', 'base64url').toString());
    const other = JSON.stringify({ ...kept, to: '//elsewhere.example' });
    browser.cookies.set(attempt, Buffer.from(other).toString('base64url'));
    expect((await browser.follow(back)).at.href).toBe(`${address}/`);
  });
});

describe('what is sent over the network', () => {
  const page = (text: string): PageFile => {
    const plain = new TextEncoder().encode(text);
    return { type: 'text/html', plain, br: plain, gzip: plain, isHashed: false };
  };
  const pages = new Map([['/index.html', page('the page')]]);
  let server: ReturnType<typeof serve>;

  beforeAll(async () => {
    const app = signedIn.tower.app({ pages });
    await new Promise<void>((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve());
    });
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** Sends a path as it is: nothing makes it shorter on the way. */
  const raw = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request(
        { host: '127.0.0.1', port, path, headers: { Host: 'localhost', Connection: 'close', ...headers } },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (more: string) => (text += more));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        },
      )
        .once('error', reject)
        .end();
    });

  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/..%5cpackage.json',
    '/%252e%252e/package.json',
    '/assets/%00.js',
    '/.env',
    '/....//package.json',
    '//etc/passwd.txt',
    '/index.html%00.js',
    '/__proto__/x.js',
  ])('is no file beside the pages: %s', async (path) => {
    const { status, text } = await raw(path);
    expect(text).not.toContain('"name"');
    expect([400, 404]).toContain(status);
  });

  it.each([
    'elsewhere.example',
    'localhost.elsewhere.example',
    'elsewhere.example:80',
    '127.0.0.1.elsewhere.example',
    '0.0.0.0',
    '169.254.169.254',
    '',
    'localhost@elsewhere.example',
    'elsewhere.example/localhost',
    'localhost, elsewhere.example',
  ])('under the name of another host gets nothing: %j', async (Host) => {
    for (const path of ['/', '/api/risk']) {
      const { status, text } = await raw(path, { Host });
      expect([400, 421]).toContain(status);
      expect(text).not.toContain('the page');
    }
  });

  it('is believed of no host by other headers', async () => {
    const headers = { 'X-Forwarded-Host': 'localhost', Forwarded: 'host=localhost', Host: 'elsewhere.example' };
    expect((await raw('/api/risk', headers)).status).toBe(421);
  });

  it('is not read where headers never end', async () => {
    expect((await raw('/api/risk', { 'X-Long': 'x'.repeat(40_000) })).status).toBe(431);
  });
});

describe('what a partner has written', () => {
  const answers: Response[] = [];
  afterEach(() => answers.splice(0));

  it.each(hostile)('is a text in JSON, and no page: %j', async (number) => {
    const browser = await signedIn.browserOf('ada');
    const id = `northfield/${encodeURIComponent(number)}`;
    const paths = [
      '/api/orders',
      `/api/find?number=${encodeURIComponent(number)}`,
      `/api/order?id=${encodeURIComponent(id)}`,
    ];
    for (const path of paths) answers.push(await browser.ask(`${address}${path}`));
    for (const answer of answers) {
      expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    }
    const found = (await answers[1]?.json()) as { rows: { number: string }[] } | undefined;
    expect(found?.rows.map((row) => row.number)).toContain(number);
  });

  it('reaches no header: what is asked for is nowhere in them', async () => {
    const browser = signedIn.browser();
    const split = 'x%0d%0aSet-Cookie:%20planted=1';
    for (const path of [
      `/sign-in?to=/${split}`,
      `/sign-in/callback?code=${split}&state=${split}`,
      `/api/order?id=${split}`,
    ]) {
      const answer = await browser.ask(`${address}${path}`);
      expect(JSON.stringify([...answer.headers])).not.toContain('planted');
    }
  });
});
