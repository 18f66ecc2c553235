import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPolicy, phase } from '@dist/orchestration';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTowerDatabase } from '../src/database/open-tower-database.ts';
import { openEmbeddedStore, type Store } from '../src/open-store.ts';
import { type Served, serve } from '../src/serve.ts';
import { type HouseUnderTest, houseIn, parked } from './kept-house.ts';
import { sampleHouse } from './sample-orders.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  await build({ configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)), logLevel: 'error' });
  browser = await chromium.launch({ executablePath: program(), args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
}, 120_000);

afterAll(() => browser?.close());

function program(): string {
  const names = ['chromium-headless-shell', 'chromium', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((one) => join(one, name))).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`No browser: one of ${names.join(', ')} is needed.`);
  return found;
}

/** Does what the open dialog has tried, and answers what it says of it. */
async function doIt(reason: string): Promise<string> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Do it' }).click();
  return (await dialog.getByRole('status').textContent()) ?? '';
}

async function faults(): Promise<unknown> {
  return page.evaluate(`${axe.source}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ': ' + nodes.map(({ html }) => html.slice(0, 100)).join(' ')))`);
}

describe('a partner whose mailbox was closed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tower-acts-house-'));
  let house: HouseUnderTest;
  let served: Served;
  let store: Store;
  let order: string;

  beforeAll(async () => {
    // The counterparties' process is started with the flags of this one, which reads TypeScript without any.
    process.execArgv.push('--conditions=@dist/source', '--import', import.meta.resolve('tsx'));
    house = await houseIn(folder);
    const states = await house.settled();
    order = states.find((state) => parked(state).length > 0 && Object.keys(state.holds).length === 0)?.id ?? '';
    const database = await openTowerDatabase({ file: join(folder, 'tower.sqlite') });
    const { journal, runtime, policy } = house;
    store = { journal, runtime, database, close: () => database.destroy() };
    served = await serve(store, () => policy, 0);
  }, 120_000);

  afterAll(async () => {
    await served?.close();
    await store?.close();
    await house?.leave();
    rmSync(folder, { recursive: true, force: true });
  });

  const orderPath = () => `/order?${new URLSearchParams({ id: order })}`;

  it('the operator finds the order that is stuck, and why', async () => {
    await page.goto(served.address);
    await page.getByRole('region', { name: 'Work for a person' }).getByText('transport, integration').click();
    await page.getByRole('heading', { name: 'Worklist' }).waitFor();
    await page
      .locator(`a[href="/order?${new URLSearchParams({ id: order })}"]`)
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /parked/ }).waitFor();
    expect(await page.locator('.explained').textContent()).toContain('no connection to the mailbox of harborline');
  });

  it('sees what a replay would do, and gives no reason: nothing is done', async () => {
    await page.getByRole('button', { name: 'Try again' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Nothing is done yet.').waitFor();
    expect(await dialog.locator('tbody').textContent()).toMatch(/parked.*on partner:harborline/s);
    await dialog.getByText('What the document says').first().click();
    expect(await dialog.locator('pre').first().textContent()).toContain('orderNumber');
    expect(await faults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Do it' }).click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('parked');
  });

  it('opens the mailbox and replays: the order goes to its end, before the eyes of the operator', async () => {
    house.outage.end();
    const count = await page.getByRole('button', { name: 'Try again' }).count();
    expect(count).toBeGreaterThan(1);
    for (let left = count; left > 0; left--) {
      await page.getByRole('button', { name: 'Try again' }).first().click();
      expect(await doIt('the mailbox is open again')).toContain('Done for 1 item of 1 order.');
      await page.getByRole('button', { name: 'Close' }).click();
      await expect
        .poll(() => page.getByRole('button', { name: 'Try again' }).count(), { timeout: 20_000 })
        .toBe(left - 1);
    }
    await page.getByRole('heading', { level: 1, name: /invoiced|closed/ }).waitFor();
    expect(await page.getByRole('region', { name: 'Timeline' }).textContent()).toContain(
      'tried again by developer: the mailbox is open again',
    );
  }, 120_000);

  it('replays all that is left of the cause with the keyboard, and finds each act in the list', async () => {
    await page.goto(`${served.address}/work`);
    await page.getByRole('checkbox', { name: 'select all of transport, integration' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Try again' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Reason').fill('the mailbox is open again');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('status').waitFor();
    const approve = dialog.getByRole('button', { name: 'Approve' });
    if (await approve.isVisible()) await approve.press('Enter');
    await dialog.getByText('done: Done for').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'select all of transport, integration' }).waitFor({ state: 'detached' });
    const states = await house.settled();
    const free = states.filter(({ id, holds }) => id.startsWith('harborline/') && Object.keys(holds).length === 0);
    expect(new Set(free.map(phase))).toEqual(new Set(['invoiced']));
    await page.getByRole('link', { name: 'Acts' }).click();
    await page.getByText('the mailbox is open again').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(2);
  }, 120_000);

  it('corrects a document that went out: it goes again, under a name of its own', async () => {
    await page.goto(`${served.address}${orderPath()}`);
    await page.getByRole('button', { name: 'Correct 855' }).click();
    const content = page.getByLabel('Content, as JSON');
    const text = await content.inputValue();
    await content.fill('{');
    await page.getByRole('button', { name: 'Try it dry' }).click();
    await page.getByRole('alert').getByText('This is no JSON').waitFor();
    expect(await faults()).toEqual([]);
    await content.fill(JSON.stringify({ ...JSON.parse(text), acknowledgedOn: '2026-01-31' }));
    await page.getByRole('button', { name: 'Try it dry' }).click();
    await page.getByRole('dialog').getByText('2026-01-31').waitFor({ state: 'attached' });
    expect(await doIt('the date was wrong')).toContain('Done for 1 item of 1 order.');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Send again 855#2' }).waitFor();
  });

  it('pauses a partner, and sees it paused', async () => {
    await page.goto(`${served.address}/switches`);
    await page.getByRole('button', { name: 'Pause partner northfield' }).click();
    await page.getByRole('dialog').getByText('documents fall due within four hours').waitFor();
    expect(await doIt('they move their server')).toContain('It is set.');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Resume partner northfield' }).waitFor();
    await page.getByText('partner northfield paused, they move their server').waitFor();
  });

  describe.each(['light', 'dark'] as const)('the pages of acts, %s', (colorScheme) => {
    it.each([
      ['/acts', 390],
      ['/switches', 390],
      ['/work', 390],
      ['/switches', 1440],
      ['/order', 390],
    ])('%s is accessible, and as wide as its window of %i', async (path, width) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${served.address}${path === '/order' ? orderPath() : path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(`document.querySelector('[aria-busy]') === null`);
      expect(await faults()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  });
});

describe('five hundred orders that an ERP has refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tower-acts-many-'));
  let store: Store;
  let served: Served;
  let house: ReturnType<typeof sampleHouse>;

  beforeAll(async () => {
    store = await openEmbeddedStore(folder);
    house = sampleHouse(store.journal);
    for (let number = 1; number <= 500; number++) await house.order('northfield', `${number}-refused`);
    for (let hours = 0; hours < 6; hours++) await house.pass(60);
    served = await serve({ ...store, runtime: house.runtime }, () => defaultPolicy, 0);
    await page.setViewportSize({ width: 1440, height: 900 });
  }, 240_000);

  afterAll(async () => {
    await served?.close();
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are replayed in one press that another look approves, and leave the worklist', async () => {
    await page.goto(`${served.address}/work`);
    await page.getByRole('checkbox', { name: 'select all of system, integration' }).check();
    await page.getByText('500 items selected').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It would be done for 500 items of 500 orders').waitFor({ timeout: 60_000 });
    expect(await dialog.textContent()).toContain('more than 20 need two people');
    await dialog.getByLabel('Reason').fill('the ERP is back');
    await dialog.getByRole('button', { name: 'Do it' }).click();
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByText('Done for 500 items of 500 orders.').waitFor({ timeout: 60_000 });
    house.mend();
    await house.pass((Date.now() - Date.parse(house.now())) / 60_000 + 1);
    await dialog.getByText('Its orders are now: 500 fulfilling.').waitFor({ timeout: 60_000 });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Nobody has to do anything.').waitFor();
    expect(await page.locator('fieldset.act-bar legend').textContent()).toBe('Nothing is selected');
  }, 240_000);
});
