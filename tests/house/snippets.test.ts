import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithOptions } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, root, tree } from './tree.ts';

/**
 * Every ```ts block of every Markdown file runs on the sources, and `console.log(x); // => text` must print that text.
 * The blocks are written here, because this folder can import all packages.
 */
const snippets = tree()
  .filter((file) => file.endsWith('.md') && !/(?:\.api|CHANGELOG)\.md$/.test(file))
  .flatMap((file) =>
    blocksOf(file).map((code, index) => ({
      title: `${file}, block ${index + 1}`,
      code,
      name: `${file.replaceAll('/', '-')}-${index + 1}.ts`,
    })),
  );
const folder = mkdtempSync(join(import.meta.dirname, '.snippet-'));

beforeAll(() => {
  for (const { name, code } of snippets) writeFileSync(join(folder, name), code);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../tsconfig.base.json',
      compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
      include: ['*.ts'],
    }),
  );
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

  it('its types are right', () => {
    const compiler = join(root, 'node_modules/typescript-7/bin/tsc');
    // In one thread: several each look at the sources anew, and take half as much again of the processors.
    const { stdout } = spawnSync(
      process.execPath,
      [compiler, '-p', join(folder, 'tsconfig.json'), '--singleThreaded'],
      {
        encoding: 'utf8',
        cwd: folder,
      },
    );
    expect(stdout.split('\n').filter((line) => line !== '')).toEqual([]);
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

function blocksOf(file: string): string[] {
  return [...read(file).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
}

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
