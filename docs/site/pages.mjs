// Which Markdown of the repository is a page of the site, and under which address.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Notes to whoever works in a folder: no pages for a reader. */
const passedBy = /(?:^|\/)(?:node_modules|dist|test|coverage|temp|site|api|\.[^/]*)(?:\/|$)|CHANGELOG\.md$/;

const addresses = [
  [/^README\.md$/, 'readme.md'],
  [/^([A-Z]+)\.md$/, (_, name) => `${name.toLowerCase()}.md`],
  [/^docs\/README\.md$/, 'contents.md'],
  [/^docs\/(.+)$/, '$1'],
  [/^examples\/README\.md$/, 'examples/index.md'],
  [/^packages\/([^/]+)\/docs\/(.+)$/, '$1/$2'],
  [/^packages\/([^/]+)\/KNOWN-GAPS\.md$/, '$1/known-gaps.md'],
  [/^packages\/([^/]+)\/README\.md$/, '$1/index.md'],
  [/^examples\/([^/]+)\/README\.md$/, 'examples/$1.md'],
  [/^examples\/(.+)\/README\.md$/, 'examples/$1.md'],
];

/** Every page: `{ source, address, title }`, both relative to their roots and with `/`, sorted by source. */
export function sitePages() {
  const folders = ['docs', 'packages', 'examples'].flatMap((folder) => markdownIn(folder));
  return [...markdownOf('.'), ...folders].sort().map((source) => ({
    source,
    address: addressOf(source),
    title: titleOf(source),
  }));
}

function addressOf(source) {
  const [pattern, address] = addresses.find(([pattern]) => pattern.test(source)) ?? [];
  if (!pattern) throw new Error(`${source} has no address on the site: add one to docs/site/pages.mjs`);
  return source.replace(pattern, address).replace(/(^|\/)README\.md$/, '$1index.md');
}

function titleOf(source) {
  const [, title] = /^# (.+)$/m.exec(readFileSync(join(root, source), 'utf8')) ?? [];
  if (title === undefined) throw new Error(`${source} has no title: it starts with a line "# …"`);
  return title.replaceAll('`', '');
}

function markdownIn(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const within = entries.filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`);
  return [...markdownOf(folder), ...within.filter((name) => !passedBy.test(name)).flatMap(markdownIn)];
}

function markdownOf(folder) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') && !passedBy.test(name))
    .map((name) => (folder === '.' ? name : `${folder}/${name}`));
}

/** Every file under a folder of the repository, with `/`, sorted. */
export function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
    .sort();
}
