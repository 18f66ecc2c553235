import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read } from '@dist/x12';
import {
  functionalAcknowledgment997,
  invoice810,
  purchaseOrder850,
  purchaseOrderAcknowledgment855,
  shipNotice856,
} from '@dist/x12/004010';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLedger } from '../src/counterparties/read-ledger.ts';
import type { RunReport } from '../src/report.ts';
import { bundle } from './bundle.ts';
import { command, type Finished } from './command.ts';
import { faultsOf } from './world-proof.ts';

const sets = [purchaseOrder850, purchaseOrderAcknowledgment855, shipNotice856, invoice810, functionalAcknowledgment997];
const directory = mkdtempSync(join(tmpdir(), 'order-to-cash-run-'));
let entry: string;
let finished: Finished;
let report: RunReport;

const run = (...args: string[]) =>
  command(['--out', directory, '--erp-delay', '1', '--erp-step', '1', ...args], { entry });

beforeAll(async () => {
  entry = await bundle('run');
  finished = await run('--json');
  report = JSON.parse(finished.stdout) as RunReport;
}, 120_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function documents(): string[] {
  const entries = readdirSync(join(directory, 'documents'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const segmentsOf = (file: string): string[] => {
  const text = readFileSync(file, 'latin1');
  return text.split(text.charAt(105)).map((segment) => segment.trim().replaceAll(text.charAt(3), '*'));
};

describe('the bundled samples', () => {
  it('end with exit code 0 and one JSON document on standard output', () => {
    expect([finished.code, finished.stderr]).toEqual([0, '']);
    for (const order of report.orders)
      expect(Object.keys(order)).toEqual(
        expect.arrayContaining(['order', 'partner', 'channel', 'phase', 'erpOrders', 'documents', 'waitingFor']),
      );
    for (const file of report.files)
      expect(Object.keys(file)).toEqual(expect.arrayContaining(['file', 'acknowledgment', 'issues']));
  });

  it('are carried as far as we can: what is left waits for partners and payments', () => {
    const phases = new Set(report.orders.map(({ phase, channel }) => `${channel} ${phase}`));
    expect(phases).toEqual(new Set(['edi invoiced', 'shop closed']));
    expect(report.orders.length).toBeGreaterThanOrEqual(40);
  });

  it('leave documents that read back without an issue, with right counts and control numbers, and no doubles', () => {
    expect(faultsOf(directory, report)).toEqual([]);
    const issues = documents().flatMap((file) =>
      read(readFileSync(file), { sets }).issues.map(({ message }) => `${file}: ${message}`),
    );
    expect(issues).toEqual([]);
    const types = new Set(documents().map((file) => file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('/') + 4)));
    expect(types).toEqual(
      new Set(['997', '855', '856', '810', 'TA1'].filter((type) => type !== 'TA1' || types.has('TA1'))),
    );
  });

  it('R16 make of one purchase order for six stores six ERP orders, one 855 and six ship notices', () => {
    const order = report.orders.find(({ order }) => order === '5104410');
    const count = (type: string) => order?.documents.filter((document) => document.type === type).length;
    expect([order?.erpOrders.length, count('855'), count('856'), count('810')]).toEqual([6, 1, 6, 6]);
  });

  it('have one order that ships in two parts', () => {
    const shipped = report.orders
      .find(({ order }) => order === 'CP-26-01201')
      ?.documents.filter(({ type }) => type === '856');
    expect(shipped).toHaveLength(2);
  });

  it('have one line that the ERP rejects for its price, and the 855 says so', () => {
    const order = report.orders.find(({ order }) => order === '84200141');
    const file = order?.documents.find(({ type }) => type === '855')?.file ?? '';
    const answers = segmentsOf(join(directory, file)).filter((segment) => segment.startsWith('ACK*'));
    expect(answers.filter((segment) => segment.startsWith('ACK*IR'))).toHaveLength(1);
    expect(answers.length).toBeGreaterThan(4);
  });

  it('R08 are answered to the element: two sets accepted, one rejected with each of its faults', () => {
    const file = report.files.find((row) => row.file.includes('malformed'));
    const acknowledgment = file?.['acknowledgment'] as { file: string };
    const answer = segmentsOf(join(directory, acknowledgment.file)).filter((segment) => /^AK/.test(segment));
    expect(answer).toEqual([
      expect.stringMatching(/^AK1\*PO\*\d+$/),
      'AK2*850*0001',
      'AK5*A',
      'AK2*850*0002',
      'AK3*CUR*3**8',
      'AK4*1*98*1',
      'AK3*DTM*8**8',
      'AK4*2*373*8*20261131',
      'AK3*PO1*16**8',
      'AK4*2*330*6*36O',
      'AK5*R*5',
      'AK2*850*0003',
      'AK5*A',
      'AK9*P*3*3*2',
    ]);
  });

  it('R03 gotcha 1 send nothing twice when they are run again', async () => {
    const before = [documents(), readLedger(join(directory, 'counterparties'))];
    const again = await run('--json');
    expect(again.code).toBe(0);
    expect((JSON.parse(again.stdout) as RunReport).orders).toEqual(report.orders);
    expect([documents(), readLedger(join(directory, 'counterparties'))]).toEqual(before);
  });

  it('R03 print one JSON document and nothing else, by npm too', () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const { stdout } = spawnSync('npm', ['start', '--', '--json', '--out', directory], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect((JSON.parse(stdout) as RunReport).orders).toEqual(report.orders);
  });

  it('are told plainly when nobody looks on: no colour, no progress', async () => {
    const again = await run();
    expect(again.code).toBe(0);
    expect(again.stdout).not.toContain('\u001b');
    expect(again.stdout).toMatch(/order +partner +ERP number +phase +documents sent +waits for/);
  });

  it('are carried anew after --fresh, which leaves alone what is not its own', async () => {
    writeFileSync(join(directory, 'notes.txt'), 'mine');
    // One of them shows it: --fresh empties the folder before any file is looked at.
    const sample = fileURLToPath(new URL('../samples/northfield-850-002-stores.edi', import.meta.url));
    const fresh = await run('--json', '--fresh', sample);
    const report = JSON.parse(fresh.stdout) as RunReport;
    expect(report.files.map(({ status }) => status)).toEqual(['received']);
    expect(report.orders.map(({ order }) => order)).toEqual(['5104410']);
    expect(faultsOf(directory, report)).toEqual([]);
    expect(readFileSync(join(directory, 'notes.txt'), 'utf8')).toBe('mine');
  });
});
