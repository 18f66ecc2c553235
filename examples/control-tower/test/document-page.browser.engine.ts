import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
import { sampleHouse } from './sample-orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'tower-document-'));
const sample = new URL('../../order-to-cash/samples/harborline-850-002-malformed.edi', import.meta.url);
let [browser, page]: [Browser?, Page?] = [];
let store: Store;
let served: Served;
let path: string;

beforeAll(async () => {
  await build({ configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)), logLevel: 'error' });
  store = await openEmbeddedStore(folder);
  const house = sampleHouse(store.journal);
  const id = await house.order('northfield', '4711');
  await house.pass(1);
  const about = { key: 'in/4711', direction: 'in', partner: 'northfield', type: '850', name: 'malformed' } as const;
  const document = { ...about, bytes: readFileSync(sample), hash: '00', controlNumbers: [], at: house.now() };
  await store.journal.append({ documents: [document] });
  path = `/order?${new URLSearchParams({ id, document: about.key })}`;
  served = await serve(store, () => defaultPolicy, 0);
  const places = (process.env['PATH'] ?? '').split(delimiter).map((one) => join(one, 'chromium-headless-shell'));
  const executablePath = places.find((one) => existsSync(one));
  if (executablePath === undefined) throw new Error('No browser: chromium-headless-shell is needed.');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  page = await browser.newPage();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['light', 'dark'] as const)('a document by its address, %s', (colorScheme) => {
  it.each([390, 1440])('is shown with what is wrong, accessible, in a window of %i', async (width) => {
    if (page === undefined) throw new Error('No page was opened.');
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${served.address}${path}`);
    const opened = page.getByRole('region', { name: 'Opened document' });
    await opened.getByText('Purchase order number').or(opened.getByText('purchase order number')).first().waitFor();
    expect(await opened.locator('mark').count()).toBeGreaterThan(0);
    expect(await opened.locator('.issues li').count()).toBeGreaterThan(0);
    const faults =
      await page.evaluate(`${axe.source}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map(({ html }) => html.slice(0, 100)).join(' ')))`);
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
