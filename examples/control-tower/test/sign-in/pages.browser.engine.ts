import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPolicy } from '@dist/orchestration';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore, type Store } from '../../src/open-store.ts';
import { type Served, serve } from '../../src/serve.ts';
import { oidcSettings } from '../../src/sign-in/oidc-settings.ts';
import { type SampleHouse, sampleHouse } from '../sample-orders.ts';
import { type TestProvider, testProvider } from './test-provider.ts';

const folder = mkdtempSync(join(tmpdir(), 'tower-sign-in-'));
let provider: TestProvider;
let store: Store;
let house: SampleHouse;
let served: Served;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  await build({ configFile: fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url)), logLevel: 'error' });
  store = await openEmbeddedStore(folder);
  house = sampleHouse(store.journal);
  const id = await house.order('northfield', '4711');
  await house.pass(1);
  await house.tell(id, { type: 'hold.placed', hold: 'delivery', reason: 'Call jane@home.example first' });
  const port = await freePort();
  provider = await testProvider(`http://localhost:${port}`);
  const oidc = oidcSettings({
    TOWER_OIDC_ISSUER: provider.issuer,
    TOWER_OIDC_CLIENT_ID: provider.clientId,
    TOWER_OIDC_CLIENT_SECRET: provider.clientSecret,
    TOWER_OIDC_SCOPE: 'openid profile email groups',
    TOWER_ADDRESS: `http://localhost:${port}`,
    TOWER_OPERATORS: 'groups=tower-operators',
    TOWER_VIEWERS: 'groups=staff',
  });
  if (typeof oidc !== 'object') throw new Error(oidc ?? 'no settings');
  served = await serve(store, () => defaultPolicy, port, { oidc });
  browser = await chromium.launch({ executablePath: program(), args: ['--no-sandbox'] });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await provider?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => context?.close());

/** A port that nobody listens on: the provider has to know the address before the tower has it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function program(): string {
  const names = ['chromium-headless-shell', 'chromium', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((one) => join(one, name))).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`No browser: one of ${names.join(', ')} is needed.`);
  return found;
}

/** A window in which nobody is signed in. */
async function windowAt(path: string, width = 1440): Promise<Page> {
  context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${served.address}${path}`);
  return page;
}

async function signIn(page: Page, account: string, link = 'Sign in'): Promise<void> {
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await page.getByRole('link', { name: account }).click();
}

describe('who is not signed in', () => {
  it('sees no order, signs in, and is where they wanted to be', async () => {
    const page = await windowAt('/orders?partner=northfield');
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    expect(await page.content()).not.toContain('4711');
    await signIn(page, 'ada');
    await page.getByRole('link', { name: '4711' }).waitFor();
    expect(page.url()).toBe(`${served.address}/orders?partner=northfield`);
    await page.getByRole('link', { name: 'Ada operator' }).waitFor();
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('is told when nobody has given them a role', async () => {
    const page = await windowAt('/');
    await signIn(page, 'eve');
    await page.getByText('nobody has given you a role').waitFor();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
  });
});

describe('a role', () => {
  it.each([
    ['ada', 'Ada operator', 'You are an operator', 'Call jane@home.example first'],
    ['bob', 'Bob may only look', 'You may only look', 'Call [redacted] first'],
  ])('of %s is said, and what is shown goes by it', async (account, who, may, reason) => {
    const page = await windowAt('/work');
    await signIn(page, account);
    await page.getByText(reason).waitFor();
    await page.getByRole('link', { name: who }).click();
    await page.getByText(may).waitFor();
    expect(await page.title()).toBe('You · Control tower');
  });
});

describe('a session', () => {
  it('ends by signing out, here and at the provider', async () => {
    const page = await windowAt('/you');
    await signIn(page, 'bob');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign out?' }).waitFor();
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  });

  it('that ends leaves the page as it is, says so, and leads back to the same place', async () => {
    const page = await windowAt('/order?id=northfield%2F4711');
    await signIn(page, 'ada');
    await page.getByRole('heading', { name: 'Order 4711' }).waitFor();
    const other = await context.newPage();
    await other.goto(`${served.address}/you`);
    await other.getByRole('button', { name: 'Sign out' }).click();
    await other.getByRole('heading', { name: 'Sign out?' }).waitFor();
    await page.getByText('Your session has ended.').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Order 4711');
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await page.getByRole('heading', { name: 'Order 4711' }).waitFor();
    expect(page.url()).toBe(`${served.address}/order?id=northfield%2F4711`);
    expect(await page.getByText('Your session has ended.').count()).toBe(0);
  });
});

describe.each(['light', 'dark'] as const)('every page, %s', (colorScheme) => {
  it.each([
    ['/', 'nobody', 390],
    ['/not-signed-in?why=unreachable', 'nobody', 1440],
    ['/you', 'bob', 390],
    ['/you', 'ada', 1440],
  ])('%s of %s is accessible, and as wide as its window of %i', async (path, account, width) => {
    const page = await windowAt(path, width);
    await page.emulateMedia({ colorScheme });
    if (account !== 'nobody') await signIn(page, account);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const faults =
      await page.evaluate(`${axe.source}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map(({ html }) => html.slice(0, 100)).join(' ')))`);
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
