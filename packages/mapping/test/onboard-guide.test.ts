import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cliRun } from './cli-run.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const page = readFileSync(join(root, 'docs/guides/onboard-a-partner.md'), 'utf8');
const partners = Object.fromEntries(
  readdirSync(join(root, 'examples/partners'), { recursive: true, encoding: 'utf8' })
    .map((file) => `examples/partners/${file.replaceAll('\\', '/')}`)
    .filter((file) => /^(?!.*node_modules).*\.(?:json|edi)$/.test(file))
    .map((file) => [file, readFileSync(join(root, file))]),
);

// Mutants of one document, since those of three take ten seconds.
const orderAlone = Object.fromEntries(
  Object.entries(partners).flatMap(([file, text]): [string, unknown][] => {
    if (/\/golden\/(?!order\.)/.test(file)) return [];
    if (!file.endsWith('brightwater/profile.json')) return [[file, text]];
    const profile = JSON.parse(text.toString());
    return [[file, { ...profile, documents: profile.documents.slice(0, 1) }]];
  }),
);

const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```\n+(?:```text\n([\s\S]*?)^```)?/gm)].map(
  ([, block, said]) => ({
    lines: (block ?? '').trim().split('\n'),
    said: (said ?? '').trim().split('\n'),
  }),
);

describe('the guide to onboarding', () => {
  it.each(commands)('$lines', { timeout: 60_000 }, async ({ lines, said }) => {
    let printed = '';
    for (const line of lines) {
      const words = line.replace(/^npm run --silent map -- /, '');
      const { code, out, told } = await cliRun(words, words.startsWith('mutants') ? orderAlone : partners);
      expect([words, code, told]).toEqual([words, 0, expect.anything()]);
      printed += out + told;
    }
    const shown = withoutCounts(printed).replaceAll('dist-map ', 'npm run --silent map -- ').split('\n');
    for (const line of said.filter((text) => text !== '')) expect(shown).toContain(withoutCounts(line));
  });

  const quoted = [...page.matchAll(/^```json file=(\S+)\n([\s\S]*?)^```/gm)].map(([, file = '', text = '']) => ({
    file,
    text,
  }));
  it.each(quoted)('what it shows of $file stands there', ({ file, text }) => {
    const whole: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
    expect(valuesIn(whole).some((value) => isDeepStrictEqual(value, JSON.parse(text)))).toBe(true);
  });

  it('has commands of all kinds, and needs no code', () => {
    const kinds = new Set(commands.flatMap(({ lines }) => lines).map((line) => line.split(' ')[5]));
    expect([...kinds].sort()).toEqual(['check', 'explain', 'init', 'mutants', 'run', 'test']);
    expect(quoted.length).toBeGreaterThan(5);
  });
});

/** How many tests there are is the kit's affair; that none fails is the page's. */
function withoutCounts(text: string): string {
  return text.replaceAll(/\d+ (tests|passed)/g, '… $1');
}

function valuesIn(value: unknown): unknown[] {
  return [value, ...(typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [])];
}
