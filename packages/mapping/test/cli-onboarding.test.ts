import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cliInterchange, cliOrder } from './cli-interchange.ts';
import { cliRun } from './cli-run.ts';
import { smallPartner } from './small-partner.ts';

const root = join(import.meta.dirname, '../../..');
const files = Object.fromEntries(Object.entries(smallPartner).map(([path, text]) => [`north/${path}`, text]));
const meaning = JSON.parse(smallPartner['golden/order.json'] ?? '');
const withMeaning = (changed: object) => ({ ...files, 'north/golden/order.json': { ...meaning, ...changed } });

describe('what a golden pair differs in', { timeout: 60_000 }, () => {
  it('is told as a whole, each place with what was expected and found', async () => {
    const [line] = meaning.lines;
    const wrong = withMeaning({ number: 'PO-1', currency: 'CAD', lines: [{ ...line, lineId: '2', packSize: '6' }] });
    const { code, out } = await cliRun('test north --runs 1', wrong);
    expect(code).toBe(1);
    const told = /golden: order is read as its meaning\n((?: {8}.*\n)+)/.exec(out)?.[1];
    expect(told?.trim().split(/\n +/)).toEqual([
      'read: number: "PO-1" expected, "PO-4711" found',
      'read: currency: "CAD" expected, "USD" found',
      'read: lines[0].lineId: "2" expected, "1" found',
      'read: lines[0].packSize: "6" expected, nothing found',
    ]);
  });

  it('is told twenty times, and then counted', async () => {
    const [line] = meaning.lines;
    const lines = Array.from({ length: 30 }, (_, index) => ({ ...line, lineId: String(index + 1) }));
    const { out } = await cliRun('test north --runs 1', withMeaning({ lines }));
    expect(out).toMatch(/^ {8}read: lines\[20\]: .*\n {8}and 9 more$/m);
  });

  it('is told line by line where it is written', async () => {
    const invoice = JSON.parse(smallPartner['golden/invoice.json'] ?? '');
    const wrong = { ...files, 'north/golden/invoice.json': { ...invoice, number: 'INV-2', orderNumber: 'PO-1' } };
    const { out } = await cliRun('test north --runs 1', wrong);
    expect(out).toContain(
      '        line 1: BIG*20260302*INV-1*20260301*PO-4711***DI expected, BIG*20260302*INV-2*20260301*PO-1***DI written\n',
    );
  });
});

describe('what is to be done next', { timeout: 60_000 }, () => {
  it.each<[when: string, words: string, given: () => Readonly<Record<string, unknown>>, last: RegExp]>([
    ['where tests pass', 'test north --runs 1', () => files, /^next: dist-map mutants north, /],
    [
      'where a test is red',
      'test north --runs 1',
      () => withMeaning({ number: 'X' }),
      /^next: mend what the first one/,
    ],
    ['where a test is red before', 'mutants north --runs 1', () => withMeaning({ number: 'X' }), /^next: mend that, /],
  ])('is the last line %s', async (_, words, given, last) => {
    expect((await cliRun(words, given())).out.trimEnd().split('\n').at(-1)).toMatch(last);
  });
});

describe('mutants of a partner whose own tests are red', { timeout: 60_000 }, () => {
  const wrong = withMeaning({ number: 'PO-1' });

  it('are not made: the tests are told', async () => {
    const { code, out } = await cliRun('mutants north --runs 1', wrong);
    expect(code).toBe(1);
    expect(out).toMatch(/^FAILED {2}850 in, golden: order is read as its meaning\n {8}read: number: /);
    expect(out).toContain('red without any mutant: nothing was made wrong\n');
    expect(out).not.toContain('killed');
  });

  it('are none in JSON, too', async () => {
    const { code, out } = await cliRun('mutants north --runs 1 --json', wrong);
    expect({ code, ...JSON.parse(out) }).toMatchObject({
      code: 1,
      total: 0,
      failing: expect.arrayContaining([expect.any(String)]),
    });
  });
});

describe('explain --changes', () => {
  it('shows only what overlays changed, and who did', async () => {
    const overlay = {
      id: 'north/850',
      version: '2',
      base: 'x12/004010/850',
      patch: {
        currency: { default: 'CAD' },
        'currency-stated': { if: { canonical: { not: { is: 'CAD' } } } },
        'line-pack': null,
      },
      add: [{ before: 'lines', rule: { id: 'contract', canonical: 'ext.north.contract', native: 'BEG06' } }],
      tables: { unit: { WK: 'WEE' } },
    };
    const { code, out } = await cliRun('explain x12/004010/850 --overlay o --changes', { o: overlay });
    expect({ code, lines: out.trimEnd().split('\n') }).toEqual({
      code: 0,
      lines: [
        'map x12/004010/850 version 1',
        'overlay north/850 version 2',
        '',
        expect.stringMatching(/^\* currency .* {3}\[patched by north\/850: default\]$/),
        expect.stringMatching(/^\* currency-stated .* {3}\[patched by north\/850: if\]$/),
        expect.stringMatching(/^\+ contract .* {3}\[added by north\/850\]$/),
        '',
        'Removed:',
        '- line-pack   [removed by north/850]',
        '',
        'Tables changed:',
        '* unit   [patched by north/850: WK]',
      ],
    });
  });

  it('says so where nothing is', async () => {
    expect((await cliRun('explain x12/004010/850 --changes')).out).toContain('no overlay changes anything\n');
  });
});

describe('init', () => {
  it('tells what keeps the test of its folder red', async () => {
    const invoice = [
      'BIG*20260302*INV-1**PO-4711***DI',
      'CUR*BY*USD',
      'IT1*1*24*EA*12.5**BP*4711',
      'TDS*30000',
      'CTT*1',
    ];
    const given = { a: cliInterchange([cliOrder]), b: cliInterchange([invoice], '810', 'IN') };
    const { out } = await cliRun('init --sample b --id north', given);
    expect(out).toContain(
      'b: open, so that test is red: 810 out, golden: 810-sample is written as it came\n        line 2: CUR*BY*USD expected, CUR*SE*USD written\n',
    );
    expect(out).toContain('b: overlay: line-ids: BP means first, in this order: ');
    expect(out).toContain('b: overlay: line-net-stated: PAM means not written: ');
  });
});

describe('without fast-check', { timeout: 60_000 }, () => {
  const missing = `export async function resolve(name, context, next) {
    if (name !== 'fast-check') return next(name, context);
    throw Object.assign(new Error('Cannot find package fast-check'), { code: 'ERR_MODULE_NOT_FOUND' });
  }`;
  const hooks = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(missing)}`)});`;
  const imported = [
    pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href,
    `data:text/javascript,${encodeURIComponent(hooks)}`,
  ];
  const flags = ['--conditions=@dist/source', ...imported.flatMap((url) => ['--import', url])];
  const command = (...words: string[]) =>
    spawnSync(process.execPath, [...flags, join(root, 'packages/mapping/src/cli.ts'), ...words], {
      cwd: root,
      encoding: 'utf8',
    });

  it('a partner is tested by all that draws nothing, and what is left out is said', () => {
    const { status, stdout, stderr } = command('test', 'examples/partners/brightwater', '--list');
    expect([status, stderr]).toEqual([0, '']);
    for (const layer of ['static', 'golden', 'profile', 'violations']) expect(stdout).toContain(`, ${layer}: `);
    expect(stdout).not.toContain(', laws: ');
    expect(stdout).toMatch(/^left out: laws, and faults against companion guides: .*npm install fast-check$/m);
  });

  it('mutants say what to install', () => {
    const { status, stderr } = command('mutants', 'examples/partners/brightwater');
    expect([status, stderr]).toEqual([2, 'dist-map: mutants need fast-check: npm install fast-check\n']);
  });
});
