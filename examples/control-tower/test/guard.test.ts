import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppSettings } from '../src/server/create-app.ts';
import { addressBehind } from '../src/server/guard/address-of.ts';
import type { Role, User } from '../src/server/user.ts';
import type { SignIn } from '../src/sign-in/sign-in.ts';
import { type TowerUnderTest, towerUnderTest } from './tower-app.ts';

let tower: TowerUnderTest;

beforeAll(async () => {
  tower = await towerUnderTest();
});

afterAll(() => tower.database.destroy());

/** Who asks is in a header: what is tested here is what they may do then. */
const byHeader: SignIn = {
  whoAsks: async (context) => {
    const [id, role] = (context.req.header('X-Is') ?? '').split(' ');
    if (!id) return undefined;
    return { user: { id, name: id, role: role as Role }, token: `token of ${id}` };
  },
};

/** An application with one path that can be written. */
function writable(settings: Partial<AppSettings> = {}) {
  const app = tower.app({ signIn: byHeader, ...settings });
  const written: User[] = [];
  app.all('/written', (context) => {
    written.push(context.get('user'));
    return context.text('written');
  });
  return { app, written };
}

const operator = { 'X-Is': 'ada operator', 'X-Tower-Token': 'token of ada' };
const viewer = { 'X-Is': 'bob viewer', 'X-Tower-Token': 'token of bob' };
const own = { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' };

const elsewhere = { 'Sec-Fetch-Site': 'cross-site' };

describe('a write', () => {
  it.each<[string, string, Record<string, string>, number]>([
    ['of an operator, from a page of the tower', 'POST', { ...operator, ...own }, 200],
    ['of an operator, from a program that sends no Origin', 'POST', operator, 200],
    ['of a viewer', 'POST', { ...viewer, ...own }, 403],
    ['of a viewer, by PUT', 'PUT', { ...viewer, ...own }, 403],
    ['of a viewer, by DELETE', 'DELETE', { ...viewer, ...own }, 403],
    ['of a viewer, by PATCH', 'PATCH', { ...viewer, ...own }, 403],
    ['of a viewer, by a method that nobody knows', 'PURGE', { ...viewer, ...own }, 403],
    ['of a viewer who calls it a reading', 'POST', { ...viewer, ...own, 'X-HTTP-Method-Override': 'GET' }, 403],
    ['of nobody', 'POST', own, 401],
    ['from a page elsewhere', 'POST', { ...operator, ...own, Origin: 'https://elsewhere.example' }, 403],
    ['from another port', 'POST', { ...operator, ...own, Origin: 'http://localhost:81' }, 403],
    ['from a page that hides where it is', 'POST', { ...operator, ...own, Origin: 'null' }, 403],
    ['from another site', 'POST', { ...operator, 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['from a neighbouring site', 'POST', { ...operator, 'Sec-Fetch-Site': 'same-site' }, 403],
    ['without the token', 'POST', { 'X-Is': 'ada operator', ...own }, 403],
    ['with the token of somebody else', 'POST', { ...operator, ...own, 'X-Tower-Token': 'token of bob' }, 403],
    ['with the beginning of the token', 'POST', { ...operator, ...own, 'X-Tower-Token': 'token of' }, 403],
  ])('%s, by %s', async (_, method, headers, status) => {
    const { app, written } = writable();
    const answer = await app.request('http://localhost/written', { method, headers });
    expect(answer.status).toBe(status);
    expect(written.map(({ id }) => id)).toEqual(status === 200 ? ['ada'] : []);
    if (status !== 200) expect(((await answer.json()) as { fault: string }).fault).toMatch(/^[A-Z].*\.$/);
  });

  it('behind a proxy is measured by the public address', async () => {
    const { app } = writable({ origin: 'https://tower.example' });
    const post = (Origin: string) =>
      app.request('http://localhost/written', { method: 'POST', headers: { ...operator, Origin } });
    expect((await post('https://tower.example')).status).toBe(200);
    expect((await post('http://localhost')).status).toBe(403);
  });
});

describe('a reading', () => {
  it.each([
    ['of a viewer', { 'X-Is': 'bob viewer' }, 200],
    ['of nobody', {}, 401],
    ['of a page of the tower', { ...own, 'X-Is': 'bob viewer' }, 200],
    ['of an address that was typed in', { 'X-Is': 'bob viewer', 'Sec-Fetch-Site': 'none' }, 200],
    ['of a link from elsewhere', { 'X-Is': 'bob viewer', ...elsewhere, 'Sec-Fetch-Dest': 'document' }, 200],
    ['for a page elsewhere', { 'X-Is': 'bob viewer', ...elsewhere }, 403],
    ['for a frame elsewhere', { 'X-Is': 'bob viewer', ...elsewhere, 'Sec-Fetch-Dest': 'iframe' }, 403],
    ['for a page on another port', { 'X-Is': 'bob viewer', 'Sec-Fetch-Site': 'same-site' }, 403],
  ])('%s', async (_, headers: Record<string, string>, status) => {
    expect((await tower.app({ signIn: byHeader }).request('http://localhost/api/risk', { headers })).status).toBe(
      status,
    );
  });

  it('for a page elsewhere takes nothing from what the user may ask', async () => {
    const { app } = writable({ rates: { reads: 1 } });
    const ask = (more: Record<string, string>) =>
      app.request('http://localhost/api/risk', { headers: { ...viewer, ...more } });
    for (let times = 0; times < 5; times++) expect((await ask(elsewhere)).status).toBe(403);
    expect((await ask({})).status).toBe(200);
  });
});

describe('too much is refused:', () => {
  const body = (bytes: number) => ({ method: 'POST', headers: { ...operator, ...own }, body: 'x'.repeat(bytes) });

  it.each<[string, string, RequestInit, number]>([
    ['an address of 9000 characters', `/api/find?number=${'9'.repeat(9000)}`, { headers: operator }, 414],
    ['a NUL in an address', '/api/order?id=a%00b', { headers: operator }, 400],
    ['a number of a thousand signs', `/api/find?number=${'9'.repeat(1000)}`, { headers: operator }, 400],
    ['a body of a megabyte and one', '/written', body(1_048_577), 413],
    ['not a body of a megabyte', '/written', body(1_048_576), 200],
  ])('%s', async (_, path, request, status) => {
    const { app } = writable();
    expect((await app.request(`http://localhost${path}`, request)).status).toBe(status);
  });

  it('a body that does not say how long it is', async () => {
    const { app } = writable();
    app.post('/read', async (context) => context.text(await context.req.text()));
    let left = 120;
    const pull = (stream: ReadableStreamDefaultController) =>
      left-- > 0 ? stream.enqueue(new Uint8Array(10_000)) : stream.close();
    const request = { ...body(0), body: new ReadableStream({ pull }), duplex: 'half' as const };
    expect((await app.request('http://localhost/read', request)).status).toBe(413);
  });

  it.each<[string, Record<string, string>, string, 'GET' | 'POST', number]>([
    ['readings of one user', operator, '/api/risk', 'GET', 5],
    ['writes of one user', { ...operator, ...own }, '/written', 'POST', 3],
    ['questions of somebody who is not signed in', {}, '/api/me', 'GET', 2],
  ])('%s, and when to come back is said', async (_, headers, path, method, most) => {
    const { app } = writable({ rates: { reads: 5, writes: 3, strangers: 2 } });
    const ask = (asking = headers) => app.request(`http://localhost${path}`, { method, headers: asking });
    for (let times = 0; times < most; times++) expect((await ask()).status).not.toBe(429);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await ask({ ...own, 'X-Is': 'eve operator', 'X-Tower-Token': 'token of eve' })).status).toBe(200);
  });

  it('no stream is kept open for who asks for its headers alone', async () => {
    const app = tower.app({ signIn: byHeader });
    for (let times = 0; times < 20; times++)
      expect((await app.request('http://localhost/api/live', { method: 'HEAD', headers: viewer })).status).toBe(200);
    expect(tower.live.listeners).toBe(0);
  });

  it('listeners of one user; others still hear', async () => {
    const app = tower.app({ signIn: byHeader });
    const listen = (name: string) =>
      app.request('http://localhost/api/live', { headers: { 'X-Is': `${name} viewer` } });
    const answers = await Promise.all(Array.from({ length: 200 }, () => listen('bob')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(8);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(192);
    expect(refused[0]?.headers.get('Retry-After')).toBe('30');
    const other = await listen('ada');
    expect(other.status).toBe(200);
    await Promise.all([...answers, other].map(({ body: stream }) => stream?.cancel()));
    while (tower.live.listeners > 0) await new Promise((resolve) => setImmediate(resolve));
    const again = await listen('bob');
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });
});

describe('an address', () => {
  it.each<[string, number, string, string | undefined, string]>([
    ['is that of who is connected', 0, '192.0.2.1', undefined, '192.0.2.1'],
    ['is not what somebody writes into a header', 0, '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['behind one proxy is what that one wrote', 1, '127.0.0.1', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
    ['behind two, what the outer one wrote', 2, '127.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.1', '198.51.100.7'],
    ['behind a proxy that wrote nothing is the proxy', 1, '127.0.0.1', undefined, '127.0.0.1'],
    ['of IPv6 counts by its first half', 0, '2001:db8:1:2:aaaa::1', undefined, '2001:db8:1:2'],
    ['of IPv6, shortened', 0, '2001:db8::1', undefined, '2001:db8:0:0'],
    ['of IPv4 written as IPv6 is that of IPv4', 0, '::ffff:192.0.2.1', undefined, '192.0.2.1'],
  ])('%s', async (_, proxies, remoteAddress, forwarded, expected) => {
    const app = tower.app();
    app.get('/address', (context) => context.text(addressBehind(proxies)(context)));
    const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
    const env = { incoming: { socket: { remoteAddress } } };
    expect(await (await app.request('http://localhost/address', { headers }, env)).text()).toBe(expected);
  });
});
