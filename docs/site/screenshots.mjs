// Takes the pictures of docs/control-tower.md anew: runs the control tower on its sample orders, and looks at its pages in a browser.
//
//   node docs/site/screenshots.mjs           all of them, light and dark, into docs/pictures
//   node docs/site/screenshots.mjs order     those of one page
//
// The sample orders are the same each time, the instants in the pictures are not.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './pages.mjs';

const tower = join(root, 'examples/control-tower');
const pictures = join(root, 'docs/pictures');
const { chromium } = createRequire(join(tower, 'package.json'))('playwright-core');

/** Each: the file's name, and how its page is reached from the first one. A name of a link or heading is a text on the page. */
const shots = [
  { name: 'now', open: (page, address) => page.goto(address) },
  { name: 'orders', open: (page, address) => page.goto(`${address}/orders`), wait: 'tbody tr' },
  { name: 'order', open: openOrder, wait: 'h1' },
  { name: 'worklist', open: (page, address) => page.goto(`${address}/work`), wait: 'h1' },
];
/** Most bytes of a picture: they lie in the repository. */
const mostBytes = 150_000;

await main(process.argv.slice(2));

async function main(names) {
  const unknown = names.filter((name) => !shots.some((shot) => shot.name === name));
  if (unknown.length > 0) throw new Error(`there is no page ${unknown.join(', ')}: ${shots.map(({ name }) => name)}`);
  mkdirSync(pictures, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'tower-pictures-'));
  const running = await startTower(folder);
  const browser = await chromium.launch({ executablePath: program(), args: ['--no-sandbox'] });
  try {
    const chosen = shots.filter(({ name }) => names.length === 0 || names.includes(name));
    for (const scheme of ['light', 'dark']) await takeAll(browser, running.address, chosen, scheme);
  } finally {
    await browser.close();
    running.process.kill('SIGTERM');
    await running.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tower on any free port, once it has told its address. */
function startTower(folder) {
  const sources = ['--disable-warning=ExperimentalWarning', '--conditions=@dist/source', '--import', 'tsx'];
  const args = [...sources, join(tower, 'src/main.ts'), '--port', '0', '--out', folder];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [address] = /http:\/\/[^\s/]+/.exec(said) ?? [];
      if (address) resolve({ process: child, address, ended });
    });
    ended.then((code) => reject(new Error(`the tower ended with ${code} before it told its address:\n${said}`)));
  });
}

async function takeAll(browser, address, chosen, colorScheme) {
  const context = await browser.newContext({ viewport: { width: 1120, height: 630 }, colorScheme, locale: 'en-US' });
  const page = await context.newPage();
  for (const { name, open, wait = 'h1' } of chosen) {
    await open(page, address);
    await page.locator(wait).first().waitFor({ timeout: 30_000 });
    // What a page asks for comes after its headings; the stream of events never ends, so that the network is never idle.
    await page.waitForTimeout(1500);
    const path = join(pictures, `tower-${name}-${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    const { size } = statSync(path);
    process.stdout.write(`tower-${name}-${colorScheme}.png ${size} bytes\n`);
    if (size > mostBytes) throw new Error(`${path} has ${size} bytes, more than ${mostBytes}`);
  }
  await context.close();
}

/** One sample order, from purchase order to invoice. */
async function openOrder(page, address) {
  await page.goto(`${address}/orders?search=CP-26-01187`);
  const named = page.getByRole('link', { name: 'CP-26-01187' });
  const link = (await named.count()) > 0 ? named.first() : page.locator('tbody a').first();
  await link.click({ timeout: 30_000 });
}

function program() {
  const names = ['chromium-headless-shell', 'chromium', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((one) => join(one, name))).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`No browser: one of ${names.join(', ')} is needed.`);
  return found;
}
