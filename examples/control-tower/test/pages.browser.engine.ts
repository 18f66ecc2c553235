import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPolicy } from '@dist/orchestration';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore, type Store } from '../src/open-store.ts';
import { type Served, serve } from '../src/serve.ts';
import { type SampleHouse, sampleHouse } from './sample-orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'tower-'));
const hostile = '<img src=x onerror="document.title=1">';
let browser: Browser;
let page: Page;
let store: Store;
let served: Served;
let house: SampleHouse;
let hostileId: string;

beforeAll(async () => {
  await build({ configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)), logLevel: 'error' });
  store = await openEmbeddedStore(folder);
  house = sampleHouse(store.journal);
  for (let number = 1; number <= 130; number++) await house.order('northfield', `${4700 + number}`);
  await house.order('harborline', '9001-refused');
  hostileId = await house.order('harborline', hostile);
  for (let hours = 0; hours < 30; hours++) await house.pass(60);
  served = await serve(store, () => defaultPolicy, 0);
  browser = await chromium.launch({ executablePath: program(), args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

function program(): string {
  const names = ['chromium-headless-shell', 'chromium', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((one) => join(one, name))).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`No browser: one of ${names.join(', ')} is needed.`);
  return found;
}

describe('an operator', () => {
  it('sees how things stand, and finds the order that is stuck, and why', async () => {
    await page.goto(served.address);
    await page.getByRole('region', { name: 'Work for a person' }).getByText('system').click();
    await page.getByRole('heading', { name: 'Worklist' }).waitFor();
    await page.getByRole('link', { name: '9001-refused' }).click();
    await page.getByRole('heading', { name: 'Order 9001-refused' }).waitFor();
    expect(await page.locator('.explained').textContent()).toContain('The ERP is out of order');
    expect(new URL(page.url()).search).toBe('?id=harborline%2F9001-refused');
  });

  it('goes to an order by any number with the keyboard alone', async () => {
    await page.goto(`${served.address}/orders`);
    await page.locator('tbody tr').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('so-4707');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Order 4707' }).waitFor();
    expect(await page.getByRole('region', { name: 'Lines' }).locator('tbody tr').count()).toBe(1);
  });

  it('pages through all orders, and a place in the list has an address', async () => {
    await page.goto(`${served.address}/orders`);
    await page.locator('tbody tr').first().waitFor();
    const first = await page.locator('tbody tr').count();
    await page.getByRole('link', { name: 'More' }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(132 - first);
    await page.reload();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(132 - first);
  });

  it('sees what happens without asking again', async () => {
    await page.goto(`${served.address}/orders?partner=harborline`);
    await page.locator('tbody tr').first().waitFor();
    await house.order('harborline', 'just-now');
    await page.getByRole('link', { name: 'just-now' }).waitFor({ timeout: 10_000 });
  });

  it('reads what a partner wrote as text: nothing of it runs', async () => {
    await page.goto(`${served.address}/order?id=${encodeURIComponent(hostileId)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(hostile);
    expect(await page.title()).toBe('Order · Control tower');
  });

  it.each(['/order?id=nobody', '/nowhere', '/orders?partner=nobody'])(
    'is told that there is nothing at %s',
    async (path) => {
      await page.goto(`${served.address}${path}`);
      await page
        .getByText(/There (is|are) no/)
        .first()
        .waitFor();
    },
  );
});

describe.each(['light', 'dark'] as const)('every page, %s', (colorScheme) => {
  it.each([
    ['/', 1440],
    ['/orders', 390],
    ['/work', 1440],
    ['/order?id=harborline%2F9001-refused', 390],
  ])('%s is accessible, and as wide as its window of %i', async (path, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${served.address}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(`document.querySelector('[aria-busy]') === null`);
    // The page allows no script but its own; axe is put in by the driver.
    const faults =
      await page.evaluate(`${axe.source}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map(({ html }) => html.slice(0, 100)).join(' ')))`);
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
