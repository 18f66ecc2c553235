// Gathers the pages of the site: the Markdown stays where it ships, a copy with links between the addresses of the site goes to
// `.build-pages`, beside the pages that are made from sources.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { packageFolders } from '../../scripts/entries.mjs';
import { homePage } from './home-page.mjs';
import { issueCodesPage } from './issue-codes.mjs';
import { mapOperationsPage } from './map-operations.mjs';
import { root, sitePages } from './pages.mjs';
import { playgroundPage } from './playground-page.mjs';
import { policyFieldsPage } from './policy-fields.mjs';
import { referencePage } from './reference-page.mjs';

const staged = join(root, 'docs/site/.build-pages');

/** Writes the pages anew, without the API reference; returns how many there are. */
export function stagePages() {
  rmSync(staged, { recursive: true, force: true });
  const pages = sitePages();
  const addresses = new Map(pages.map(({ source, address }) => [source, address]));
  for (const { source, address } of pages) {
    write(address, withLinks(readFileSync(join(root, source), 'utf8'), { source, address, addresses }));
  }
  write('index.md', homePage(readFileSync(join(root, 'README.md'), 'utf8')));
  write('reference/index.md', referencePage());
  write('reference/issue-codes.md', issueCodesPage());
  write('reference/map-operations.md', mapOperationsPage());
  write('reference/policy-fields.md', policyFieldsPage());
  write('playground.md', playgroundPage());
  publishSchemas();
  return pages.length + 6;
}

/** The JSON Schemas under the addresses that their `$id` names; what lies in `public` goes into the site as it is. */
function publishSchemas() {
  for (const folder of packageFolders()
    .map((name) => join(root, name, 'schema'))
    .filter(existsSync))
    for (const file of readdirSync(folder)) write(`public/schema/${file}`, readFileSync(join(folder, file), 'utf8'));
}

/**
 * A page with its links as they are on the site. A picture or a text is copied beside the page; a file or folder of the sources
 * is not on the site, so its link becomes its path.
 */
function withLinks(text, page) {
  return outsideCode(text, (prose) =>
    prose.replaceAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g, (link, image, words, target) => {
      if (/^(?:[a-z]+:|#)/.test(target)) return link;
      const [path, anchor] = target.split('#');
      const source = posix.normalize(posix.join(posix.dirname(page.source), path)).replace(/\/$/, '');
      const address = page.addresses.get(source) ?? page.addresses.get(`${source}/README.md`);
      if (address) return `[${words}](${relativeLink(page.address, address)}${anchor ? `#${anchor}` : ''})`;
      if (/\.(?:svg|png)$/.test(source)) return `${image}[${words}](./${copyBeside(page.address, source)})`;
      if (!existsSync(join(root, source))) throw new Error(`${page.source} links to ${target}, which does not exist`);
      return words.includes(basename(source)) ? words : `${words} (\`${source}\`)`;
    }),
  );
}

function relativeLink(from, to) {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

function copyBeside(address, source) {
  mkdirSync(dirname(join(staged, address)), { recursive: true });
  copyFileSync(join(root, source), join(staged, dirname(address), basename(source)));
  return basename(source);
}

/** Changes what is neither a block of code nor code in a line. */
function outsideCode(text, change) {
  const code = /^(`{3,})[^\n]*\n[\s\S]*?^\1$|`[^`\n]+`/gm;
  const parts = [];
  let from = 0;
  // A link whose words are code, as in [`x`](y), is one piece: code inside brackets is prose here.
  const prose = text.replaceAll(/\[(?:`[^`\n]+`|[^\]`\n])+\]\([^)\s]+\)/g, (link) => link.replaceAll('`', '\u0001'));
  for (const match of prose.matchAll(code)) {
    parts.push(change(prose.slice(from, match.index)), match[0]);
    from = match.index + match[0].length;
  }
  parts.push(change(prose.slice(from)));
  return parts.join('').replaceAll('\u0001', '`');
}

function write(address, text) {
  const path = join(staged, address);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
