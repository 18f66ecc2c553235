import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RouteDirectory, router } from '@dist/connectors/router';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { customersInShare } from '../src/customers-in-share.ts';
import { cutOver } from '../src/cut-over.ts';
import { madeUpErps } from '../src/made-up-erps.ts';
import { phases } from '../src/phases.ts';
import { sampleOrder } from '../src/sample-order.ts';
import { sqliteRouteDirectory } from '../src/sqlite-route-directory.ts';

const customers = ['C-1', 'C-3', 'C-4', 'C-8'];
const folder = mkdtempSync(join(tmpdir(), 'dist-cut-over-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function played(directory: RouteDirectory): Promise<string> {
  const lines: string[] = [];
  await cutOver({ erps: madeUpErps(customers), directory, customers, print: (line) => lines.push(line) });
  return lines.join('\n');
}

describe('a cut-over', () => {
  it('goes as the README shows it', async () => {
    const text = await played(sqliteRouteDirectory(new Database(':memory:')));
    expect(readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')).toContain(`\`\`\`text\n${text}\n\`\`\``);
  });

  it('without a directory that remembers would make orders in flight twice', async () => {
    const forgets: RouteDirectory = { find: async () => undefined, remember: async (_, system) => system };
    expect(await played(forgets)).toMatch(/again: 6 of 8 [\s\S]*Of 20 orders the legacy ERP has 20, the new one 12/);
  });

  it('leaves an order in flight where it is cancelled', async () => {
    const erps = madeUpErps(customers);
    const directory = sqliteRouteDirectory(new Database(':memory:'));
    const at = (phase: number) => {
      const policy = phases(customers)[phase]?.policy ?? { version: 'none', rules: [] };
      return router({ systems: erps.systems, policy, directory });
    };
    const call = { key: 'r1/submit', externalReference: 'r1' };
    await at(0).orders.submit(sampleOrder('r1', 'C-3'), call);
    expect(await at(3).orders.find('r1')).toMatchObject({ status: 'found', order: { number: 'legacy/501' } });
    const cancellation = { number: 'legacy/501', reason: 'buyer' };
    expect(await at(3).orders.cancel(cancellation, { key: 'r1/cancel' })).toMatchObject({ status: 'cancelled' });
    expect(await erps.orders()).toEqual({ legacy: 1, new: 0 });
  });
});

describe('a share of the customers', () => {
  const many = Array.from({ length: 2000 }, (_, index) => `C-${index}`);
  const shares = [0, 1, 10, 25, 50, 75, 100];

  it.each(shares)('of %d percent is about that many of them', (percent) => {
    const found = (customersInShare(many, percent).length / many.length) * 100;
    expect(Math.abs(found - percent)).toBeLessThan(3);
  });

  it('holds all of a smaller one, whoever else is a customer', () => {
    const sets = shares.map((percent) => customersInShare(many, percent));
    for (const [index, smaller] of sets.entries())
      expect(sets[index + 1] ?? many).toEqual(expect.arrayContaining(smaller));
    expect(customersInShare(many.slice(0, 500), 25)).toEqual(sets[3]?.filter((one) => many.indexOf(one) < 500));
  });
});

describe('the directory', () => {
  it('keeps what was remembered first, for everybody who opens the file', async () => {
    const open = () => sqliteRouteDirectory(new Database(join(folder, 'routes.sqlite')));
    const one = open();
    expect(await one.remember('r1', 'legacy')).toBe('legacy');
    expect(await open().remember('r1', 'new')).toBe('legacy');
    expect(await open().find('r1')).toBe('legacy');
    expect(await open().find('r2')).toBeUndefined();
  });
});
