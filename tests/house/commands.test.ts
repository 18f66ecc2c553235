import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from './tree.ts';

const page = read('docs/commands.md');
const blocks = [...page.matchAll(/^```sh\n(.+)\n```\n+```text(?: exit=(\d))?\n([\s\S]*?)^```$/gm)].map(
  ([, command = '', code = '0', printed = '']) => ({
    command,
    code: Number(code),
    printed: printed.trimEnd().split('\n'),
  }),
);

describe('the page of commands', () => {
  it.each(blocks)('$command prints what it says', ({ command, code, printed }) => {
    const words = command.replace(/^npm run --silent (\S+)(?: --)?/, '$1').split(' ');
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/dev.mjs'), ...words], {
      cwd: root,
      encoding: 'utf8',
      // npm sets the folder that it was called in; files are relative to it.
      env: { ...process.env, INIT_CWD: root },
    });
    expect({ status, stderr }).toEqual({ status: code, stderr: '' });
    expect(partsOf(printed).filter((part) => !`\n${stdout}`.includes(`\n${part}\n`))).toEqual([]);
  });

  it('shows every command that prints something by itself', () => {
    const shown = blocks.map(({ command }) => command.split(' ')[3]);
    expect([...new Set(shown)]).toEqual(['x12', 'map', 'contract', 'simulate', 'burst', 'tower']);
  });

  it('names commands that there are, each in a section', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...page.matchAll(/^\| \[`(\w+)`\]/gm)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect([...page.matchAll(/^## (\w+)$/gm)].map(([, name]) => name)).toEqual(named);
  });
});

/** What stands between the marks of lines that were left out. */
function partsOf(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/^…$/m)
    .map((part) => part.replace(/^\n|\n$/g, ''))
    .filter((part) => part !== '');
}
