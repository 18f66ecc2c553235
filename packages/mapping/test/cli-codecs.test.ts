import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeSystem } from '../src/cli/node/node-system.ts';
import { cliRun } from './cli-run.ts';

const map = {
  id: 'shop',
  version: '1',
  native: 'json/shop/order',
  canonical: 'textMessage',
  direction: 'read',
  rules: [
    { id: 'kind', op: 'const', canonical: 'kind', value: 'textMessage' },
    { id: 'model', op: 'const', canonical: 'version', value: '1' },
    { id: 'purpose', op: 'const', canonical: 'purpose', value: 'original' },
    {
      id: 'messages',
      op: 'each',
      canonical: 'messages',
      native: 'messages',
      rules: [
        { id: 'number', canonical: 'number', native: 'number', as: 'reversed', required: true },
        {
          id: 'lines',
          op: 'each',
          canonical: 'lines',
          native: 'lines',
          rules: [{ id: 'line', canonical: '.', native: '.' }],
        },
      ],
    },
  ],
};
const given = { 'm.json': map, 'in.json': { messages: [{ number: 'A1', lines: ['HELLO'] }] } };

describe('codecs of a module', () => {
  it('are those that a map may name', async () => {
    expect((await cliRun('check m.json', given)).out).toContain('there is no codec reversed');
    expect((await cliRun('check m.json --codecs own-codecs', given)).out).toMatch(/: valid: /);
    expect((await cliRun('explain m.json --codecs own-codecs', given)).code).toBe(0);
    const { code, out } = await cliRun('run --map m.json --in in.json --codecs own-codecs', given);
    expect([code, JSON.parse(out).messages[0].number]).toEqual([0, '1A']);
    const impact = await cliRun('impact --map m.json --with m.json --in in.json --codecs own-codecs', given);
    expect(impact.out).toBe('1 document, 0 differ\n');
  });

  it.each([
    ['a module that there is not', 'nowhere', 'the module nowhere can not be used: there is no such file or package'],
    ['a module without codecs', 'no-codecs', 'no-codecs exports no codecs: expected an object'],
  ])('%s ends with 2 and a sentence', async (_, name, sentence) => {
    const { code, told } = await cliRun(`check m.json --codecs ${name}`, given);
    expect([code, told]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it('the module is a file, or a package', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dist-map-'));
    const file = join(folder, 'codecs.mjs');
    writeFileSync(file, 'export const mine = { own: { decode: (x) => x, encode: (x) => x } };');
    try {
      expect(Object.keys(await nodeSystem().moduleOf(file))).toEqual(['mine']);
      expect(Object.keys(await nodeSystem().moduleOf('fast-check'))).toContain('default');
      await expect(nodeSystem().moduleOf(join(folder, 'other.mjs'))).rejects.toThrow(
        'there is no such file or package',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
