import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CommandFailure } from '../../src/drift/command-system.ts';
import { runCommand } from '../../src/drift/run-command.ts';

const files: Readonly<Record<string, string>> = {
  'old.graphql': 'type Query { order: Order } type Order { id: ID name: String! }',
  'new.graphql': 'type Query { order: Order } type Order { name: String }',
  'id.json': '{"operations":{"query order":{"reads":["id"]}}}',
  'name.json': '{"operations":{"query order":{"reads":["name"]}}}',
  'parts.json': '{"parts":{"v2":{"operations":{}}}}',
  'wrong.json': '{"operations":[]}',
  'page.html': '<html></html>',
};

/** What is called, and what comes of it. */
const calls: readonly (readonly [words: string, code: number, printed: string, told: string])[] = [
  [
    'check shop old.graphql old.graphql',
    0,
    '',
    'shop: 0 breaking, 0 to look at; everything was compared: there is no list of uses',
  ],
  [
    'check shop old.graphql new.graphql',
    1,
    'breaking: query order, reads Order.id: is not there any more (field-removed)',
    '1 breaking, 1 to look at',
  ],
  [
    'check shop old.graphql new.graphql --uses name.json',
    0,
    'warning: query order, reads name: need not be there any more (optional)',
    'compared by name.json',
  ],
  [
    'check known old.graphql new.graphql',
    1,
    'reads id: is not there any more',
    '1 breaking, 0 to look at; compared by known/uses.json',
  ],
  ['check known old.graphql new.graphql --json', 1, '"kind": "field-removed"', ''],
  ['check shop/v2 old.graphql new.graphql --uses parts.json', 0, '', '0 breaking'],
  [
    'check shop old.graphql new.graphql --uses parts.json',
    2,
    '',
    'parts.json can not be used: expected is one of the parts v2, found none',
  ],
  [
    'check shop old.graphql new.graphql --uses wrong.json',
    2,
    '',
    'wrong.json can not be used: a list of uses has operations',
  ],
  ['check shop old.graphql new.graphql --uses page.html', 2, '', 'page.html can not be used'],
  [
    'check shop page.html new.graphql',
    2,
    '',
    'page.html can not be used: an EDMX document with at least one Schema is expected',
  ],
  ['check shop old.graphql page.html', 2, '', 'page.html can not be used'],
  ['check shop old.graphql none.graphql', 2, '', 'none.graphql can not be read'],
  ['check shop old.graphql', 2, '', 'check takes a system and two files; found 2 words'],
  ['check ../shop old.graphql new.graphql', 2, '', '../shop is no name of a system'],
  ['check shop old.graphql new.graphql --jsn', 2, '', 'check has no option --jsn'],
  ['check shop old.graphql new.graphql --uses', 2, '', '--uses needs a file'],
  ['compare', 2, '', 'there is no command compare'],
  ['', 2, '', 'Usage: connectors check'],
  ['check --help', 0, 'Usage: connectors check', ''],
];

describe('connectors', () => {
  it.each(calls)('%s: exit code %s', async (words, code, printed, told) => {
    const out: string[] = [];
    const err: string[] = [];
    const result = await runCommand(words === '' ? [] : words.split(' '), {
      read: async (file) => files[file] ?? missing(file),
      usesOf: async (name) =>
        name === 'known' ? { file: 'known/uses.json', text: files['id.json'] ?? '' } : undefined,
      print: (text) => void out.push(text),
      tell: (text) => void err.push(text),
    });
    expect({ result, out: out.join(''), err: err.join('') }).toEqual({
      result: code,
      out: printed === '' ? '' : expect.stringContaining(printed),
      err: told === '' ? '' : expect.stringContaining(told),
    });
  });

  it('runs as a program, on gzipped files too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'connectors-check-'));
    try {
      writeFileSync(join(folder, 'old.gz'), gzipSync(files['old.graphql'] ?? ''));
      writeFileSync(join(folder, 'new'), files['new.graphql'] ?? '');
      const root = join(import.meta.dirname, '../../../..');
      const program = join(root, 'packages/connectors/src/cli.ts');
      const sources = ['--conditions=@dist/source', '--import', 'tsx', program];
      const words = ['check', 'shop', join(folder, 'old.gz'), join(folder, 'new'), '--json'];
      const { status, stdout } = spawnSync(process.execPath, [...sources, ...words], { cwd: root, encoding: 'utf8' });
      expect(status).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        system: 'shop',
        breaking: 1,
        changes: [{ at: 'reads Order.id' }, { at: 'reads Order.name' }],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function missing(file: string): never {
  throw new CommandFailure(`${file} can not be read: there is no such file`);
}
