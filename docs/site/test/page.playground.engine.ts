import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Locator, type Page, type Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleText } from './node-parts.ts';

const order = sampleText('examples/partners/brightwater/golden/order.edi');
const site = fileURLToPath(new URL('../dist', import.meta.url));
let browser: Browser;
let served: { readonly server: { close: () => void }; readonly address: string };
let page: Page;
let requests: Request[];

beforeAll(async () => {
  if (!existsSync(join(site, 'playground.html'))) throw new Error('The site is not built: npm run docs');
  const { serveSite } = await import(new URL('../serve-site.mjs', import.meta.url).href);
  served = await serveSite(site, 0);
  browser = await chromium.launch({ executablePath: program(), args: ['--no-sandbox'] });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  served?.server.close();
});

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  requests = [];
  context.on('request', (request) => requests.push(request));
});

afterEach(() => page.context().close());

function program(): string {
  const names = ['chromium-headless-shell', 'chromium', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((one) => join(one, name))).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`No browser: one of ${names.join(', ')} is needed.`);
  return found;
}

async function open(hash = ''): Promise<void> {
  await page.goto(`${served.address}playground.html${hash}`);
  await page.getByLabel('X12, pasted').waitFor();
}

async function read(text: string, said: string | RegExp): Promise<void> {
  await page.getByLabel('X12, pasted').fill(text);
  await status(said);
}

const status = (said: string | RegExp) => page.locator('#playground [role=status]').first().getByText(said).waitFor();
const tab = (name: string) => page.getByRole('tab', { name }).click();
const panel = () => page.getByRole('tabpanel');

/** To a place in pixels, or to the end. */
const scroll = (list: Locator, to = 1e9) => list.evaluate((element, top) => element.scrollTo(0, top), to);

/** `count` times the set of an order, in one interchange. */
function orders(count: number): string {
  const [start, end] = [order.indexOf('ST*'), order.indexOf('GE*')];
  const set = order.slice(start, end);
  const sets = Array.from({ length: count }, (_, at) =>
    set.replace('ST*850*0001', `ST*850*${at + 1000}`).replace('SE*13*0001', `SE*13*${at + 1000}`),
  );
  return order.slice(0, start) + sets.join('') + order.slice(end).replace('GE*1', `GE*${count}`);
}

describe('who pastes a text', () => {
  it('sees what it is, as tree, as document and canonical, and its acknowledgment', async () => {
    await open();
    await read(order, /1 transaction set: 1 accepted/);
    await panel().getByText('No issues.').waitFor();
    await tab('Tree');
    await panel()
      .getByText(/BEG03 purchase order number +BW-7001/)
      .waitFor();
    await tab('Document');
    await panel().getByText('"purchaseOrderNumber": "BW-7001"').waitFor();
    await tab('Canonical');
    await panel().getByText('"number": "BW-7001"').waitFor();
    await tab('Acknowledgment');
    await panel().getByText('AK1*PO*61~').waitFor();
    await page.getByRole('combobox', { name: 'Acknowledgment' }).selectOption('999');
    await panel().getByText('IK5*A~').waitFor();
  });

  it('is shown where the faults are', async () => {
    await open();
    await page.getByRole('button', { name: 'Sample with faults' }).click();
    await page.getByRole('button', { name: 'Show row 17' }).click();
    expect(await panel().locator('mark').allTextContents()).toEqual(['20260231', '2O']);
    expect(await panel().locator('code.shown').textContent()).toContain('PO1*1*2O*EA');
  });

  it('reads text as text: nothing of it runs', async () => {
    const hostile = '<img src=x onerror="document.title=1">';
    await open();
    // `>` is no separator there.
    await read(order.replace('*T*>~', '*T*:~').replace('BRIGHTWATER STORE 9', hostile), /1 accepted/);
    for (const name of ['Text', 'Tree', 'Document', 'Canonical']) {
      await tab(name);
      await scroll(panel().locator('.window'), 400);
      await panel().getByText('onerror').first().waitFor();
    }
    expect(await page.locator('#playground img').count()).toBe(0);
    expect(await page.title()).toContain('Playground');
  });

  it.each([
    ['prose', 'Dear sirs', 'This is not X12'],
    ['JSON', '{}', 'it looks like JSON'],
    ['half of an order', order.slice(0, 400), /may have been cut off/],
    ['two interchanges', order + order.replaceAll('000000061', '000000062'), /2 interchanges/],
  ])('is told what it is: %s', async (_, text, said) => {
    await open();
    await read(text, said);
  });

  it('may drop or choose a file that is no text', async () => {
    await open();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.bin', mimeType: '', buffer: Buffer.of(1, 0, 2, 0) });
    await status('This is not text');
    expect(await page.getByLabel('X12, pasted').inputValue()).toBe('');
  });

  it('sees by which rule a value was made, under the pointer and with the keyboard', async () => {
    await open('#tab=canonical&sample=order');
    await scroll(panel().locator('.window'));
    await panel().getByRole('button', { name: '"XCS"' }).hover();
    await panel()
      .getByText('Rule line-unit made lines[1].quantity.unit = "XCS" of PO1[1]/PO103 = "CA" as table:unit.')
      .waitFor();
    // What scrolls below the pointer is pointed at, too.
    await page.mouse.move(0, 0);
    await scroll(panel().locator('.window'), 0);
    await panel().getByRole('button', { name: '"number": "BW-7001"' }).focus();
    await panel().getByText('Rule number made number').waitFor();
    await page.keyboard.press('Tab');
    await panel().getByText('Rule ', { exact: false }).filter({ hasText: 'currency' }).waitFor();
  });

  it('goes through the views with the keyboard', async () => {
    await open('#sample=order');
    await page.getByRole('tab', { name: 'Issues' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Tree');
    await page.keyboard.press('ArrowLeft');
    await panel().getByText('REF*VR*40711~').waitFor();
  });
});

describe('choices', () => {
  it('the guide and the overlay of the partner change what is found', async () => {
    await open();
    await read(order.replace('REF*VR*40711~\n', '').replace('SE*13', 'SE*12'), /1 accepted\./);
    await page.getByLabel('Partner guide').selectOption('brightwater');
    await panel().getByText('guide-missing').waitFor();
    await read(order, /1 accepted\./);
    await tab('Canonical');
    await panel().getByText('No rule reads').waitFor();
    await page.getByLabel('Map').selectOption('brightwater');
    await panel().getByText('"vendorNumber"').waitFor();
  });

  it('mask hides what is personal in every view', async () => {
    await open('#mask=on&sample=faults&tab=text');
    await panel().getByText('N1*ST*').first().waitFor();
    for (const name of ['Text', 'Tree', 'Document', 'Canonical', 'Acknowledgment']) {
      await tab(name);
      await panel().locator('.row').first().waitFor();
      expect(await panel().textContent()).not.toMatch(/CAN OPENER|NORTHFIELD STORE|3\.25/);
    }
  });

  it('stand in the address, and the text does not', async () => {
    await open();
    await read(order, /1 accepted/);
    await tab('Canonical');
    await page.getByLabel('Map').selectOption('brightwater');
    await page.getByLabel('Mask').check();
    await expect.poll(() => new URL(page.url()).hash).toBe('#tab=canonical&map=brightwater&mask=on');
    await page.reload();
    await status('Nothing to read yet');
    expect(await page.getByLabel('Map').inputValue()).toBe('brightwater');
    expect(await page.getByLabel('Mask').isChecked()).toBe(true);
    await page.evaluate(`location.hash = '#tab=tree&sample=order'`);
    await panel().getByText('BW-7001').waitFor();
  });
});

describe('nothing is sent', () => {
  it('what is fetched is files of the site, and once they are there nothing', async () => {
    await open();
    await read(order, /1 accepted/);
    await tab('Canonical');
    await panel().getByText('"number": "BW-7001"').waitFor();
    const first = requests.length;
    for (const request of requests) {
      expect(request.url().startsWith(served.address)).toBe(true);
      expect([request.method(), request.postData(), new URL(request.url()).search]).toEqual(['GET', null, '']);
    }
    await read(order.replace('BW-7001', 'BW-7002'), /1 accepted/);
    await panel().getByText('"number": "BW-7002"').waitFor();
    expect(requests.slice(first).map((request) => request.url())).toEqual([]);
    expect(
      await page.evaluate('[localStorage, sessionStorage].map((kept) => JSON.stringify(kept)).join()'),
    ).not.toContain('BW-700');
  });
});

describe('a file of 5 MB', () => {
  const large = Buffer.from(orders(16_500));
  const choose = () =>
    page.locator('input[type=file]').setInputFiles({ name: 'large.edi', mimeType: '', buffer: large });

  it('is read beside the page, which goes on drawing and keeps few rows', async () => {
    expect(large.length).toBeGreaterThan(5_000_000);
    await open('#tab=text');
    await page.evaluate('window.frames0 = 0; (function draw() { window.frames0++; requestAnimationFrame(draw); })()');
    await choose();
    await page.getByRole('progressbar', { name: 'How much has been read' }).waitFor();
    const before = await page.evaluate('window.frames0');
    await status(/16500 transaction sets: 16500 accepted/);
    expect(await page.evaluate('window.frames0')).toBeGreaterThan(Number(before) + 5);
    expect(await page.locator('#playground .row').count()).toBeLessThan(120);
    await scroll(panel().locator('.window'));
    await panel().getByText('IEA*1*000000061~').waitFor();
    const sets = page.getByRole('region', { name: 'Transaction sets' });
    await scroll(sets);
    await sets.getByRole('button', { name: '17499: 850' }).click();
    await tab('Tree');
    await panel().getByText('Transaction set 17499').waitFor();
  });

  it('can be given up, and another text read', async () => {
    await open();
    await choose();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await status('Cancelled.');
    await read(order, /1 accepted/);
  });

  it('of more than 20 MB is not read, and that is said', async () => {
    await open();
    await page.evaluate(`
      const given = new DataTransfer();
      given.items.add(new File([new Uint8Array(20_100_000)], 'huge.edi'));
      const input = document.querySelector('#playground input[type=file]');
      input.files = given.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));`);
    await status('the page reads 20 MB at most');
  });
});

describe.each(['light', 'dark'] as const)('the page, %s', (colorScheme) => {
  it.each([
    ['', 1280],
    ['#sample=faults', 390],
    ['#sample=faults&tab=text', 1280],
    ['#sample=faults&tab=tree', 390],
    ['#sample=order&tab=canonical', 390],
    ['#sample=order&tab=answer', 1280],
  ])('%s is accessible, and as wide as its window of %i', async (hash, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await open(hash);
    if (hash !== '') await panel().waitFor();
    await page.waitForFunction(`document.querySelector('#playground [aria-busy], #playground progress') === null`);
    if (hash.includes('canonical')) await panel().getByRole('button', { name: '"BW-7001"' }).focus();
    const details = page.locator('details.envelope');
    if (hash !== '' && (await details.getAttribute('open')) === null) await details.locator('summary').click();
    const faults =
      await page.evaluate(`${axe.source}; axe.run('#playground').then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map(({ html, any }) => html.slice(0, 160) + (any[0]?.message ?? '')).join(' ')))`);
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
