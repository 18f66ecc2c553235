import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPolicy } from '@dist/orchestration';
import { getRequestListener } from '@hono/node-server';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepShadowReport } from '../src/insight/keep-shadow-report.ts';
import { openEmbeddedStore, type Store } from '../src/open-store.ts';
import { readChanges } from '../src/projection/read-changes.ts';
import { createApp } from '../src/server/create-app.ts';
import { createLive } from '../src/server/live.ts';
import { readPages } from '../src/server/read-pages.ts';
import { insightStory } from './insight-story.ts';

const folder = mkdtempSync(join(tmpdir(), 'tower-insight-'));
const built = fileURLToPath(new URL('../.build-web', import.meta.url));
let browser: Browser;
let page: Page;
let store: Store;
let server: Server;
let address: string;

/** The story of the queries' tests, at the instant at which it ends. */
beforeAll(async () => {
  await build({ configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)), logLevel: 'error' });
  store = await openEmbeddedStore(folder);
  const { journal, database } = store;
  const house = await insightStory(journal);
  while ((await readChanges(journal, database)).more);
  const differences = [{ path: 'items.0.quantity', primary: 1, shadow: 2 }];
  const about = { operation: 'inventory.availability', primary: 'legacy', shadow: 'new' };
  await keepShadowReport(database, { ...about, differences }, house.now());
  const tower = { journal, database, policyOf: () => defaultPolicy, live: createLive(), clock: house.now };
  const app = createApp(tower, { hosts: ['localhost'], pages: readPages(built) });
  server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath: program(), args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
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
  it('goes to a partner, and reads why its documents were held, as text', async () => {
    await page.goto(`${address}/partners?days=7`);
    await page.getByRole('link', { name: 'harborline' }).click();
    await page.getByRole('heading', { name: 'Partner harborline' }).waitFor();
    await page.getByText('PO1 has no quantity').waitFor();
    expect(await page.getByText('2 of 4 (50 %)').count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?id=harborline&days=7');
  });

  it('sees lines drawn, in the colours of the theme, and the same numbers as a table', async () => {
    await page.goto(`${address}/cut-over?days=7`);
    const canvas = page.locator('.chart canvas').first();
    await canvas.waitFor();
    // A chart is made anew for another theme: for a moment there is none.
    const drawn = () => canvas.evaluate((one) => one.toDataURL());
    await page.getByLabel('Theme').selectOption('light');
    const light = await drawn();
    await page.getByLabel('Theme').selectOption('dark');
    await expect.poll(drawn).not.toBe(light);
    await page.getByLabel('Theme').selectOption('auto');
    await page.getByText('Parts taken as a table').click();
    const rows = page.getByRole('region', { name: 'Parts taken, table' }).locator('tbody tr');
    expect(await rows.count()).toBe(7);
    expect(await rows.filter({ hasText: '2026-03-02' }).locator('td').textContent()).toBe('6');
  });

  it('sees where a shadow answers otherwise', async () => {
    await page.goto(`${address}/cut-over?days=7`);
    await page.getByText('items.*.quantity').waitFor();
  });

  it('takes the figures of the page with him as CSV', async () => {
    await page.goto(`${address}/outcomes?days=7`);
    await page.getByRole('region', { name: 'Inventory accuracy' }).getByText('2 of 4 (50 %)').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'These figures as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('outcomes-7-days.csv');
    const rows = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(rows).toContain('goods left,exact,2,orders');
  });

  it.each([
    ['/partners?days=7&id=nobody', 'No document was held'],
    ['/partners?days=nonsense', 'harborline'],
  ])('is told plainly at %s', async (path, text) => {
    await page.goto(`${address}${path}`);
    await page.getByText(text).first().waitFor();
  });

  it('loads what draws only where something is drawn', async () => {
    const asked: string[] = [];
    const hear = (request: { url(): string }) => asked.push(request.url());
    page.on('request', hear);
    await page.goto(address);
    await page.getByRole('heading', { name: 'Deadlines' }).waitFor();
    page.off('request', hear);
    expect(asked.filter((url) => url.includes('draw-chart'))).toEqual([]);
    const first = [...readPages(built)].filter(([path]) => asked.includes(`${address}${path}`));
    expect(first.length).toBeGreaterThan(1);
    expect(first.reduce((sum, [, { gzip }]) => sum + gzip.length, 0)).toBeLessThan(200_000);
  });
});

describe.each(['light', 'dark'] as const)('every page, %s', (colorScheme) => {
  it.each([
    ['/partners?days=7', 390],
    ['/partners?days=7&id=harborline', 390],
    ['/partners?days=7&id=northfield', 1440],
    ['/cut-over?days=7', 390],
    ['/outcomes?days=7', 390],
    ['/outcomes?days=90', 1440],
  ])('%s is accessible, and as wide as its window of %i', async (path, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${address}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(`document.querySelector('[aria-busy]') === null`);
    // What is closed is looked at, too.
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
    // The page allows no script but its own; axe is put in by the driver.
    const faults =
      await page.evaluate(`${axe.source}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map(({ html }) => html.slice(0, 100)).join(' ')))`);
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
