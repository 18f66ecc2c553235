import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snippets } from './snippets.ts';
import { root } from './tree.ts';

/** The gate `whole` sets DIST_WHOLE. */
const whole = process.env['DIST_WHOLE'] !== undefined;

/**
 * The compiler looks at the sources of every package that a block names, which is most of its work: elsewhere than in the
 * gate, it gets the blocks that name the two lowest packages only.
 */
const chosen = snippets.filter(({ code }) => whole || !/@dist\/(?!canonical\b|x12\b)/.test(code));
const folder = mkdtempSync(join(import.meta.dirname, '.snippet-'));

beforeAll(() => {
  for (const { name, code } of chosen) writeFileSync(join(folder, name), code);
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
  it('is chosen: all of it, or that of both packages', () => {
    expect(chosen.length).toBeGreaterThan(whole ? snippets.length - 1 : 9);
    for (const name of ['canonical', 'x12']) expect(chosen.map(({ code }) => code).join('')).toContain(`@dist/${name}`);
  });

  it('has the right types', () => {
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
