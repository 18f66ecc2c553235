import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunReport } from '../src/report.ts';
import { bundle } from './bundle.ts';
import { command } from './command.ts';

const directory = mkdtempSync(join(tmpdir(), 'order-to-cash-bad-'));
const good = fileURLToPath(new URL('../samples/northfield-850-002-stores.edi', import.meta.url));
const quick = ['--erp-delay', '0', '--erp-step', '0', '--erp-silence', '0'];
let entry: string;

beforeAll(async () => {
  entry = await bundle('bad-input');
}, 60_000);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Makes the files of the table, each the first time it is asked for. */
const make: Readonly<Record<string, (path: string) => void>> = {
  'poem.txt': (path) => writeFileSync(path, 'Roses are red, violets are blue.\n'.repeat(20)),
  'empty.edi': (path) => writeFileSync(path, ''),
  'cut-short.edi': (path) => writeFileSync(path, readFileSync(good).subarray(0, 60)),
  folder: (path) => mkdirSync(path),
  'loop.edi': (path) => symlinkSync(path, path),
  'locked.edi': (path) => {
    writeFileSync(path, readFileSync(good));
    chmodSync(path, 0o000);
  },
  'junk.bin': (path) => {
    writeFileSync(path, '');
    truncateSync(path, 100 * 1024 * 1024);
  },
  'zeros.edi': (path) => writeFileSync(path, new Uint8Array(1024 * 1024)),
  'cut.json': (path) => writeFileSync(path, '{"id": 1, "line_items": ['),
  'other.json': (path) => writeFileSync(path, '{"hello": "world"}'),
};

function fixture(name: string): string {
  const path = join(directory, name);
  if (!existsSync(path)) make[name]?.(path);
  return path;
}

describe('a file that cannot be read is named with its fault, and the others go on', () => {
  it.each([
    ['one that is not X12', 'poem.txt', /X12|ISA/],
    ['an empty one', 'empty.edi', /empty/],
    ['one cut inside its ISA', 'cut-short.edi', /ISA/],
    ['a folder', 'folder', /folder/],
    ['one that is not there', 'nothing.edi', /no such file/],
    ['a link to itself', 'loop.edi', /could not be read/],
    ['100 MB of junk', 'junk.bin', /not X12 \(100 MiB/],
    ['zeros', 'zeros.edi', /X12|ISA/],
    ['JSON that ends early', 'cut.json', /JSON/],
    ['JSON that is no order', 'other.json', /no shop order/],
  ])('%s', async (_, name, fault) => {
    const out = mkdtempSync(join(directory, 'world-'));
    const bad = fixture(name);
    const finished = await command(['--out', out, ...quick, bad, good], { entry });
    expect(finished.code).toBe(1);
    const lines = finished.stdout.split('\n').filter((line) => line.includes(name));
    expect(lines.join('\n')).toMatch(fault);
    expect(finished.stdout).toContain('5104410');
    expect(finished.stdout + finished.stderr).not.toMatch(/^\s+at /m);
  });

  it.skipIf(process.getuid?.() === 0)('one that may not be read (root may read everything)', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const finished = await command(['--out', out, ...quick, fixture('locked.edi'), good], { entry });
    expect([finished.code, finished.stdout]).toEqual([1, expect.stringContaining('permission denied')]);
  });

  it('one cut after its ISA is refused, and nothing of it is believed', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const cut = join(directory, 'cut-later.edi');
    writeFileSync(cut, readFileSync(good).subarray(0, 700));
    const finished = await command(['--json', '--out', out, ...quick, cut], { entry });
    const report = JSON.parse(finished.stdout) as RunReport;
    expect(report.orders).toEqual([]);
    expect(report.files[0]?.['issues']).not.toEqual([]);
  });
});

describe('wrong usage ends with 2, and says what is right', () => {
  it.each([
    ['an option that is not there', ['--colour'], /--colour/],
    ['an option without its value', ['--out'], /--out/],
    ['a folder without a name', ['--out', ''], /--out wants a folder/],
    ['a delay that is no number', ['--erp-delay', 'soon'], /--erp-delay wants a whole number/],
  ])('%s', async (_, args, message) => {
    const finished = await command(args, { entry });
    expect([finished.code, finished.stdout]).toEqual([2, '']);
    expect(finished.stderr).toMatch(message);
  });

  it('--help says how, and ends with 0', async () => {
    const finished = await command(['--help'], { entry });
    expect([finished.code, finished.stdout]).toEqual([0, expect.stringContaining('--fresh')]);
  });
});

describe('a folder that cannot be used', () => {
  it('is named when it is a file', async () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    const finished = await command(['--out', file], { entry });
    expect([finished.code, finished.stderr]).toEqual([1, expect.stringContaining(file)]);
  });

  it('is refused while another run uses it', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    writeFileSync(join(out, 'running.pid'), String(process.pid));
    const finished = await command(['--out', out, good], { entry });
    expect([finished.code, finished.stderr]).toEqual([1, expect.stringContaining('Another run')]);
  });
});
