import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { read, root } from './tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each row: what a page of the built site has, the page, and what is said of it. */
const pages = [
  ['a heading and a link to it', '<h2 id="here">Here</h2><a href="#here">it</a>', []],
  ['a link to a heading of another page', '<a class="x" href="./other.html#there">it</a>', []],
  ['a link of words to another site', '<a href="https://site.example/page#part">it</a>', []],
  [
    'an anchor that no heading has',
    '<a href="#gone">it</a>',
    ['page.html: links to #gone, and no heading has that anchor'],
  ],
  [
    'an anchor that the other page has not',
    '<a href="./other.html#gone">it</a>',
    ['page.html: links to ./other.html#gone, and no heading has that anchor'],
  ],
  [
    'an anchor of a page that is not there',
    '<a href="/gone#part">it</a>',
    ['page.html: links to /gone#part, which is not a page'],
  ],
  ...(
    [
      ['a script', '<script defer src="https://cdn.example/x.js"></script>', 'https://cdn.example/x.js'],
      ['a style', '<link rel="stylesheet" href="//cdn.example/x.css">', '//cdn.example/x.css'],
      ['a picture', '<img alt="" src="http://cdn.example/x.png">', 'http://cdn.example/x.png'],
      ['a font', '<style>@font-face{src:url(https://cdn.example/x.woff2)}</style>', 'https://cdn.example/x.woff2'],
    ] as const
  ).map(
    ([name, text, from]) =>
      [`${name} from another host`, text, [`page.html: loads ${from}; the site must do without other hosts`]] as const,
  ),
] as const;

describe('the documentation site', async () => {
  const { checkSite } = await moduleOf('check-site.mjs');

  it.each(pages)('is checked: %s', (_, page, faults) => {
    const built = join(folder, 'built');
    mkdirSync(built, { recursive: true });
    writeFileSync(join(built, 'page.html'), page);
    writeFileSync(join(built, 'other.html'), '<h2 id="there">There</h2>');
    expect(checkSite(built)).toMatchObject({ files: 2, faults });
  });
});

/** Each row: what is asked for, and the status and text of the answer. */
const requests = [
  ['/', 200, 'first'],
  ['/page', 200, 'a page'],
  ['/page.html?q=1', 200, 'a page'],
  ['/nothing', 404, 'not here'],
  ['/%2e%2e/secret.txt', 404, 'not here'],
  ['/..%2fsecret.txt', 404, 'not here'],
  ['/%', 404, 'not here'],
  ['/page%00', 404, 'not here'],
] as const;

describe('the server of the site', async () => {
  const { serveSite } = await moduleOf('serve-site.mjs');
  const site = join(folder, 'served');
  mkdirSync(site);
  writeFileSync(join(folder, 'secret.txt'), 'a secret');
  for (const [name, text] of Object.entries({ index: 'first', page: 'a page', 404: 'not here' }))
    writeFileSync(join(site, `${name}.html`), text);
  const { server, address } = await serveSite(site, 0);
  afterAll(() => server.close());

  it('listens on loopback alone', () => {
    expect(server.address().address).toBe('127.0.0.1');
  });

  it.each(requests)('answers %s with %s', async (path, status, text) => {
    const answer = await fetch(address.slice(0, -1) + path);
    expect([answer.status, await answer.text()]).toEqual([status, text]);
  });
});

/** Tables of codes that people wrote: the page that is made from the sources has to know each of them. */
const tables = [
  ['packages/mapping/README.md', /## What compiling checks[\s\S]*$/],
  ['packages/x12/src/issue-codes.ts', /export const issueCodes[\s\S]*?\n\}/],
] as const;

describe('the page of issue codes', async () => {
  const { issueCodesPage } = await moduleOf('issue-codes.mjs');
  const page: string = issueCodesPage();

  it.each(tables)('has all of %s', (file, part) => {
    const [text = ''] = part.exec(read(file)) ?? [];
    const codes = [...text.matchAll(/^(?:\| (?=`)| {2}')(.*?)(?:' ?:| \|)/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)+/g)].map(([code]) => code),
    );
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !page.includes(`\n### ${code}\n`))).toEqual([]);
  });

  it('has a sentence for each code, what it means or what is said with it', () => {
    const entries = page.split(/^### /m).slice(1);
    const silent = entries.filter((entry) => !/^(?:- `|[A-Z]).* .*$/m.test(entry.replace(/^.*$/m, '')));
    expect(entries.length).toBeGreaterThan(300);
    expect(silent.map((entry) => entry.split('\n')[0])).toEqual([]);
  });

  it('has no meaning of a code that there is not', async () => {
    const { meanings } = await moduleOf('issue-meanings.mjs');
    expect(Object.keys(meanings).filter((code) => !page.includes(`\n### ${code}\n`))).toEqual([]);
  });

  it.each(['x12', 'mapping'])('is where the command of %s says that it is', async (name) => {
    const { documentationAddress } = await moduleOf('documentation-address.mjs');
    const source = read(`packages/${name}/src/cli/issue-help.ts`);
    expect(source).toContain(`'${documentationAddress}reference/issue-codes'`);
  });

  it('tells severity, acknowledgment and words', () => {
    expect(page).toMatch(/### element-invalid-date\n\nNo day .*\n\nerror, acknowledged as `AK403-8`\n/);
    expect(page).toContain('### quantity-not-positive\n\nWhat must hold: ');
    expect(page).toContain('### line-unknown\n\nerror\n\n- `');
  });
});

describe('the pages that are made of JSON Schemas', async () => {
  const { mapOperationsPage } = await moduleOf('map-operations.mjs');
  const { policyFieldsPage } = await moduleOf('policy-fields.mjs');

  it('have each operation of a map, with its fields and an example', () => {
    const sections: string[] = mapOperationsPage().split(/^## /m).slice(1);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(
      ['bind', 'const', 'one', 'each', 'pairs', 'when', 'calc', 'nest', 'alloc'].concat('condition'),
    );
    for (const section of sections.slice(0, -1)) expect(section).toMatch(/\| `id` \| text \|[\s\S]*```json/);
  });

  it('have the field and default of each row of the page on policies that has one', () => {
    const page: string = policyFieldsPage();
    const [all = ''] = /^## All fields[\s\S]*?(?=^## )/m.exec(read('packages/orchestration/docs/policy.md')) ?? [];
    const rows = [...all.matchAll(/^\| `([\w.]+)` \| .* \| `([^`{]+)` \|$/gm)];
    expect(rows.length).toBeGreaterThan(25);
    const missing = rows.filter(
      ([, field, value]) => !page.includes(`| \`${field}\` `) || !page.includes(`\`${value}\``),
    );
    expect(missing.map(([, field]) => field)).toEqual([]);
  });
});

async function moduleOf(file: string) {
  return import(pathToFileURL(join(root, 'docs/site', file)).href);
}
