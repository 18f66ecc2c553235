import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'playground-'));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = ['chunks/mount.a.js', 'worker-a.js', '004010-a.js', '005010-a.js', 'canonical-view-a.js'];

/** Each row: a built site, its files, which of them is large, and what is said. */
const sites = [
  ['with every part', whole, undefined, []],
  ['with a part too large', whole, 'worker-a.js', ['its part "reader" has 70']],
  [
    'without its releases apart',
    whole.slice(0, 2).concat(whole.slice(4)),
    undefined,
    ['0 files are its part "004010"', '0 files are its part "005010"'],
  ],
] as const;

describe('the size of the playground', async () => {
  const { playgroundSize } = await import(new URL('../playground-size.mjs', import.meta.url).href);

  it.each(sites)('of a site %s', (name, files, large, said) => {
    const site = join(folder, name);
    mkdirSync(join(site, 'assets/chunks'), { recursive: true });
    // What is random can not be made smaller.
    for (const file of files) writeFileSync(join(site, 'assets', file), file === large ? randomBytes(70_000) : 'x');
    const { faults } = playgroundSize(site);
    expect(faults).toHaveLength(said.length);
    for (const [index, words] of said.entries()) expect(faults[index]).toContain(words);
  });
});
