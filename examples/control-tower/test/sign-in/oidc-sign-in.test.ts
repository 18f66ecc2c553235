import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { address, type SignedInTower, signedInTower } from './signed-in-tower.ts';
import type { TestBrowser } from './test-browser.ts';

let signedIn: SignedInTower;

beforeAll(async () => {
  // The provider warns that it keeps its keys in memory.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'info').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  signedIn = await signedInTower({ TOWER_VIEWERS: 'groups=staff' });
});

afterAll(async () => {
  vi.restoreAllMocks();
  await signedIn.close();
});

const session = 'tower.example __Host-tower';
const me = async (browser: TestBrowser) => {
  const answer = await browser.ask(`${address}/api/me`);
  return answer.ok ? ((await answer.json()) as { user: object; token: string; endsAt: string }) : undefined;
};

describe('who signs in at the provider', () => {
  it.each<[string, string, object | undefined]>([
    ['is an operator by a group', 'ada', { name: 'Ada', role: 'operator' }],
    ['is a viewer by another', 'bob', { name: 'Bob', role: 'viewer' }],
    ['is nobody without one', 'eve', undefined],
  ])('%s', async (_, account, user) => {
    const told = await me(await signedIn.browserOf(account));
    const { host } = new URL(signedIn.provider.issuer);
    expect(told?.user).toEqual(user && { ...user, id: `${host}#${account}` });
  });

  it('comes back to where they were', async () => {
    const browser = signedIn.browser();
    const asked = await browser.follow(`${address}/sign-in?to=${encodeURIComponent('/orders?phase=held')}`);
    const { at } = await browser.follow(`${asked.at.href}?as=bob`);
    expect(at.href).toBe(`${address}/orders?phase=held`);
  });

  it.each<[string, string, string]>([
    ['has no role', 'eve', 'role'],
    ['goes back without signing in', 'nobody', 'failed'],
  ])('and %s is told so', async (_, account, why) => {
    const browser = signedIn.browser();
    const asked = await browser.follow(`${address}/sign-in`);
    const { at } = await browser.follow(`${asked.at.href}?as=${account}`);
    expect(at.href).toBe(`${address}/not-signed-in?why=${why}`);
    expect(await me(browser)).toBeUndefined();
  });

  it('is asked for with PKCE, a state and a nonce, and the secret stays here', async () => {
    const { headers } = await signedIn.browser().ask(`${address}/sign-in`);
    const asked = new URL(headers.get('Location') ?? '').searchParams;
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)?.length, name).toBeGreaterThanOrEqual(43);
    expect(String(asked)).not.toContain('secret');
  });

  it('gets a cookie that no script, no other site and no neighbouring server has to do with', async () => {
    const browser = signedIn.browser();
    const asked = await browser.follow(`${address}/sign-in`);
    let at = new URL(`${asked.at.href}?as=ada`);
    let answer = await browser.ask(at.href);
    while (at.origin !== address) {
      at = new URL(answer.headers.get('Location') ?? '', at);
      answer = await browser.ask(at.href);
    }
    const [set] = answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('__Host-tower='));
    expect(set).toMatch(/^__Host-tower=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('a session', () => {
  it('has its id hashed in the database, and nothing of the provider that lets anybody in', async () => {
    const browser = await signedIn.browserOf('ada');
    const id = browser.cookies.get(session) ?? '';
    const rows = await signedIn.tower.database.selectFrom('sessions').selectAll().execute();
    const token = (await me(browser))?.token ?? '';
    for (const secret of [id, token]) expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.at(-1)?.id_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('ends by signing out, here and at the provider', async () => {
    const browser = await signedIn.browserOf('ada');
    const cookies = new Map(browser.cookies);
    const token = (await me(browser))?.token ?? '';
    const out = await browser.ask(`${address}/sign-out`, { method: 'POST', headers: { 'X-Tower-Token': token } });
    const { to } = (await out.json()) as { to: string };
    expect(await me(browser)).toBeUndefined();
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect(await me(browser), 'a cookie that somebody has kept').toBeUndefined();
    const end = new URL(to);
    expect(end.origin).toBe(signedIn.provider.issuer);
    const { answer } = await browser.follow(to);
    const form = await answer.text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    const ended = await browser.ask(`${end.origin}/session/end/confirm`, { method: 'POST', body });
    expect(ended.headers.get('Location')).toBe(`${address}/`);
    const again = await browser.follow(`${address}/sign-in`);
    expect(await again.answer.text()).toContain('Who are you?');
  });

  it('that a viewer has may be ended by the viewer', async () => {
    const browser = await signedIn.browserOf('bob');
    const token = (await me(browser))?.token ?? '';
    const out = await browser.ask(`${address}/sign-out`, { method: 'POST', headers: { 'X-Tower-Token': token } });
    expect(out.status).toBe(200);
    expect(await me(browser)).toBeUndefined();
  });

  it.each<[string, number[], boolean, boolean]>([
    ['lasts while somebody does something', [29, 29, 29], true, true],
    ['ends after half an hour in which nobody does', [30], true, false],
    ['is not kept by a page that asks by itself', [20, 20], false, false],
    ['ends after eight hours, whatever is done', Array(24).fill(20), true, false],
    ['lasts nearly eight hours', Array(23).fill(20), true, true],
  ])('%s', async (_, steps, isActive, isThere) => {
    const browser = await signedIn.browserOf('ada');
    const headers: Record<string, string> = isActive ? { 'X-Tower-Active': '1' } : {};
    for (const minutes of steps) {
      await signedIn.tower.house.pass(minutes);
      await browser.ask(`${address}/api/risk`, { headers });
    }
    expect((await me(browser)) !== undefined).toBe(isThere);
  });

  it.each<[string, (browser: TestBrowser) => Promise<unknown>]>([
    [
      'somebody signs out',
      async (browser) => {
        const token = (await me(browser))?.token ?? '';
        await browser.ask(`${address}/sign-out`, { method: 'POST', headers: { 'X-Tower-Token': token } });
      },
    ],
    ['its time is over', async () => signedIn.tower.house.pass(31)],
    ['another tower ends it', async () => signedIn.tower.database.deleteFrom('sessions').execute()],
  ])('takes its stream of news with it when %s', async (_, end) => {
    const browser = await signedIn.browserOf('ada');
    const stream = await browser.ask(`${address}/api/live`);
    expect(stream.status).toBe(200);
    await end(browser);
    await signedIn.sessions.sweep();
    expect(await stream.text()).toBe('event: ended\ndata: \n\n');
    expect(signedIn.tower.live.listeners).toBe(0);
  });
});

describe('a provider that cannot be reached', () => {
  it('is said, and the tower goes on', async () => {
    const other = await signedInTower();
    await other.provider.close();
    const { at } = await other.browser().follow(`${address}/sign-in`);
    expect(at.href).toBe(`${address}/not-signed-in?why=unreachable`);
    await other.tower.database.destroy();
  });

  it('nothing of what was sent is in the log', async () => {
    const logged = vi.mocked(console.error);
    logged.mockClear();
    const browser = signedIn.browser();
    const asked = await browser.follow(`${address}/sign-in`);
    let at = new URL(`${asked.at.href}?as=ada`);
    while (at.origin !== address) at = new URL((await browser.ask(at.href)).headers.get('Location') ?? '', at);
    const [kept] = [...browser.cookies].filter(([name]) => name.endsWith('-sign-in'));
    const { nonce, verifier } = JSON.parse(Buffer.from(kept?.[1] ?? '', 'base64url').toString());
    const wrong = JSON.stringify({ nonce: 'x'.repeat(43), verifier, state: at.searchParams.get('state'), to: '/' });
    browser.cookies.set(kept?.[0] ?? '', Buffer.from(wrong).toString('base64url'));
    expect((await browser.follow(at.href)).at.search).toBe('?why=failed');
    const text = logged.mock.calls.flat().map(String).join(' ');
    expect(text).toContain('A sign-in did not end well');
    for (const secret of [nonce, verifier, at.searchParams.get('code'), 'Ada', 'ada@'])
      expect(text).not.toContain(secret);
  });
});
