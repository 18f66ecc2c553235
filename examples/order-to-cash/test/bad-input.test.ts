import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
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
import { readOptions } from '../src/options.ts';
import type { RunReport } from '../src/report.ts';
import { bundle } from './bundle.ts';
import { command, type Finished } from './command.ts';

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
  // A link to itself is there, though nothing exists behind it.
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) make[name]?.(path);
  return path;
}

const unreadable: [what: string, name: string, fault: RegExp][] = [
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
];

/** What is printed of a file. */
function linesOf(name: string, { stdout }: Finished): string {
  const lines = stdout.split('\n').filter((line) => line.includes(name));
  return lines.join('\n');
}

describe('a file that cannot be read is named with its fault, and the others go on', () => {
  // The three ways in which it shows: while it is opened, where X12 is looked for, where an order is made of JSON.
  it.each(unreadable.filter(([, name]) => ['nothing.edi', 'poem.txt', 'other.json'].includes(name)))(
    '%s, alone',
    async (_, name, fault) => {
      const out = mkdtempSync(join(directory, 'world-'));
      const finished = await command(['--out', out, ...quick, fixture(name)], { entry });
      expect(finished.code).toBe(1);
      expect(linesOf(name, finished)).toMatch(fault);
      expect(finished.stdout + finished.stderr).not.toMatch(/^\s+at /m);
    },
  );

  it('all of them without a good one, each of which alone would end the run with 1', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const bad = unreadable.map(([, name]) => fixture(name));
    const finished = await command(['--json', '--out', out, ...quick, ...bad], { entry });
    const { files } = JSON.parse(finished.stdout) as RunReport;
    // JSON that is no order is kept for a person; alone it was seen above.
    const statuses = bad.map((file) => [file, file.endsWith('other.json') ? 'received' : 'unreadable']);
    expect([finished.code, files.map(({ file, status }) => [file, status])]).toEqual([1, statuses]);
    expect(finished.stderr).not.toMatch(/^\s+at /m);
  });

  it('all of them before a good one', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const bad = unreadable.map(([, name]) => fixture(name));
    const finished = await command(['--out', out, ...quick, ...bad, good], { entry });
    expect(finished.code).toBe(1);
    for (const [, name, fault] of unreadable) expect(linesOf(name, finished)).toMatch(fault);
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
    expect([finished.code, report.orders]).toEqual([1, []]);
    expect(report.files[0]).toMatchObject({ status: 'rejected', acknowledgment: null });
    // Its numbers are not used up: what comes whole under them is read.
    const whole = await command(['--json', '--out', out, ...quick, good], { entry });
    expect([whole.code, (JSON.parse(whole.stdout) as RunReport).orders.length]).toEqual([0, 1]);
  });
});

describe('what is printed', () => {
  it('of a thousand faults names some, and counts the others', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const file = join(directory, 'faults.edi');
    const [before = '', after = ''] = readFileSync(good, 'latin1').split(/(?=PO1\*1\*)/);
    writeFileSync(file, `${before}${'REF*DP~'.repeat(1000)}${after}`);
    const finished = await command(['--out', out, ...quick, file], { entry });
    expect(finished.stdout).toMatch(/and \d+ more/);
    expect(finished.stdout.split('\n').length).toBeLessThan(300);
  });

  it('names an order that was accepted and could not be read, and who has to see to it', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const file = join(directory, 'other-purpose.edi');
    writeFileSync(file, readFileSync(good, 'latin1').replace('BEG*00*', 'BEG*04*'));
    const finished = await command(['--json', '--out', out, ...quick, file], { entry });
    const report = JSON.parse(finished.stdout) as RunReport;
    expect(report.orders).toMatchObject([{ order: '5104410', partner: 'northfield', channel: null, phase: 'held' }]);
    expect(report.orders[0]?.waitingFor).toMatch(/^person: .*BEG01/);
  });

  it('does nothing to a terminal, whatever the names of files and orders hold', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const file = join(directory, 'red\u001b[31m\u009b2J.json');
    const order = JSON.parse(readFileSync(good.replace(/[^/]*$/, 'shop-order-2041.json'), 'utf8'));
    writeFileSync(file, JSON.stringify({ ...order, name: '#1\u001b[2J\u202e' }));
    const finished = await command(['--out', out, ...quick, file], { entry });
    expect(finished.stdout).toContain('#1\ufffd[2J\ufffd');
    expect(finished.stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  });

  it('may be cut short by its reader: the orders go on', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const finished = await command(['--out', out, ...quick, good], { entry, stopsReading: true });
    expect([finished.code, finished.stderr]).toEqual([0, '']);
    expect(existsSync(join(out, 'running.pid'))).toBe(false);
    expect(existsSync(join(out, 'documents/northfield'))).toBe(true);
  });
});

describe('test and production', () => {
  it.each([
    ['R06 production refuses test', [], 1, 'rejected'],
    ['test takes test', ['--usage', 'T'], 0, 'received'],
  ])('%s', async (_, args, code, status) => {
    const out = mkdtempSync(join(directory, 'world-'));
    const path = join(directory, 'test.edi');
    writeFileSync(path, readFileSync(good, 'latin1').replace(/P(?=..~GS)/, 'T'));
    const finished = await command(['--json', '--out', out, ...quick, ...args, path], { entry });
    const report = JSON.parse(finished.stdout) as RunReport;
    expect([finished.code, report.files[0]?.status]).toEqual([code, status]);
  });
});

describe('a held order', () => {
  it('goes on when it is released, and is held again when nothing was mended', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const path = join(directory, 'guest.edi');
    writeFileSync(path, readFileSync(good, 'latin1').replaceAll('NORTHFIELDSMPL ', 'SOMEBODYELSE   '));
    const first = JSON.parse((await command(['--json', '--out', out, ...quick, path], { entry })).stdout) as RunReport;
    expect(first.orders.map(({ phase }) => phase)).toEqual(['held']);
    const id = first.orders[0]?.id ?? '';
    const again = await command(['--json', '--out', out, ...quick, '--release', id, path], { entry });
    const second = JSON.parse(again.stdout) as RunReport;
    expect(second.orders[0]).toMatchObject({ id, phase: 'held' });
    expect(second.orders[0]?.waitingFor).not.toEqual(first.orders[0]?.waitingFor);
    const other = await command(['--out', out, ...quick, '--release', 'nobody/1'], { entry });
    expect(other.code).toBe(1);
    expect(other.stderr).toContain(
      `--release nobody/1: there is no order of this id, and nothing was released. Held are: ${id}.`,
    );
  });

  it('is not there: it is said, with what is held', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    const finished = await command(['--out', out, ...quick, '--release', 'nobody/1'], { entry });
    expect(finished.code).toBe(1);
    expect(finished.stderr).toContain('--release nobody/1: there is no order of this id');
    expect(finished.stderr).toContain('No order is held.');
  });
});

describe('wrong usage ends with 2, and says what is right', () => {
  it.each([
    ['an option that is not there', ['--colour'], /--colour/],
    ['an option without its value', ['--out'], /--out/],
    ['a folder without a name', ['--out', ''], /--out wants a folder/],
    ['a usage that there is not', ['--usage', 'X'], /--usage wants P or T/],
    ['a delay that is no number', ['--erp-delay', 'soon'], /--erp-delay wants a whole number/],
  ])('%s', (_, args, message) => {
    expect(readOptions(args, directory)).toEqual({ wrongUsage: expect.stringMatching(message) });
  });

  it('and nothing on standard output', async () => {
    const finished = await command(['--colour'], { entry });
    expect([finished.code, finished.stdout]).toEqual([2, '']);
    expect(finished.stderr).toMatch(/--colour/);
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

  it.each([
    ['a journal that is none', 'journal.sqlite', (path: string) => writeFileSync(path, 'no journal. '.repeat(1000))],
    ['a folder in place of the journal', 'journal.sqlite', (path: string) => mkdirSync(path)],
    ['a ledger that is none', 'counterparties/ledger.sqlite', (path: string) => writeFileSync(path, 'x'.repeat(9000))],
  ])('is named when it holds %s', async (_, name, put) => {
    const out = mkdtempSync(join(directory, 'world-'));
    mkdirSync(join(out, 'counterparties'));
    put(join(out, name));
    const finished = await command(['--out', out, good], { entry });
    expect([finished.code, finished.stdout]).toEqual([1, '']);
    expect(finished.stderr).toContain(out);
    expect(finished.stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(join(out, 'running.pid'))).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')(
    'is free again when its process is dead and was never waited for',
    async () => {
      // The shell becomes `sleep`, which never waits for the child that it has from the shell.
      const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
      const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
      const out = mkdtempSync(join(directory, 'world-'));
      writeFileSync(join(out, 'running.pid'), String(pid).trim());
      const finished = await command(['--out', out, ...quick, good], { entry });
      parent.kill('SIGKILL');
      expect([finished.code, finished.stderr]).toEqual([0, '']);
    },
  );

  it('is refused while another run uses it', async () => {
    const out = mkdtempSync(join(directory, 'world-'));
    writeFileSync(join(out, 'running.pid'), String(process.pid));
    const finished = await command(['--out', out, good], { entry });
    expect([finished.code, finished.stderr]).toEqual([1, expect.stringContaining('Another run')]);
  });
});
