import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithOptions } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snippets } from './snippets.ts';
import { read, tree } from './tree.ts';

/**
 * Every ```ts block of every Markdown file runs on the sources, and `console.log(x); // => text` must print that text.
 * The blocks are written here, because this folder can import all packages.
 */
const folder = mkdtempSync(join(import.meta.dirname, '.snippet-'));

beforeAll(() => {
  for (const { name, code } of snippets) writeFileSync(join(folder, name), code);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('TypeScript in Markdown', () => {
  it('there is some', () => {
    expect(snippets.length).toBeGreaterThan(0);
  });

  it.each(snippets)('$title prints what it says', async ({ name, code }) => {
    const expected = [...code.matchAll(/\/\/ => (.*)$/gm)].map(([, text]) => text);
    expect(await printedBy(join(folder, name))).toEqual(expected);
  });
});

const quotations = tree()
  .filter((file) => file.endsWith('.md'))
  .flatMap((page) =>
    [...read(page).matchAll(/^```ts file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', text = '']) => ({
      page,
      file,
      text,
    })),
  );

describe('quotations in Markdown', () => {
  it.each(quotations)('$page quotes $file as it is', ({ file, text }) => {
    expect(read(file)).toContain(text.trimEnd());
  });
});

/** What a module logs while it is loaded, one text a call, objects on one line. */
async function printedBy(path: string): Promise<string[]> {
  const printed: string[] = [];
  const { log } = console;
  console.log = (...values: unknown[]) =>
    void printed.push(
      formatWithOptions({ breakLength: Number.POSITIVE_INFINITY, compact: 99, depth: null }, ...values),
    );
  try {
    await import(/* @vite-ignore */ path);
  } finally {
    console.log = log;
  }
  return printed;
}
