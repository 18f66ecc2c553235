import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunReport } from '../src/report.ts';
import { bundle } from './bundle.ts';
import { command } from './command.ts';

const directory = mkdtempSync(join(tmpdir(), 'order-to-cash-estate-'));
const sample = (name: string) => fileURLToPath(new URL(`../samples/${name}`, import.meta.url));
let entry: string;

/** All of them in the gate `whole`, which sets DIST_WHOLE; elsewhere one ERP, one shop, and one of each together. */
const whole = process.env['DIST_WHOLE'] !== undefined;
const erps = ['netsuite', 's4hana', 'business-central', 'dynamics365', 'acumatica', 'oracle-fusion'];
const shops: readonly [what: string, chosen: string[], numbers: string[], file: string][] = [
  ['the sample shop', ['--shop', 'shopify'], ['#2041'], 'shop-order-2041.json'],
  ['BigCommerce', ['--shop', 'bigcommerce'], ['2008', '2009'], 'northfield-850-003-two-groups.edi'],
  ['Adobe Commerce', ['--shop', 'adobe-commerce'], ['000000908', '000000909'], 'northfield-850-003-two-groups.edi'],
  [
    'BigCommerce before NetSuite',
    ['--shop', 'bigcommerce', '--erp', 'netsuite'],
    ['2008', '2009'],
    'northfield-850-003-two-groups.edi',
  ],
];

beforeAll(async () => {
  entry = await bundle('estate');
}, 120_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Orders whose answers the ERP loses: every second one is kept, and its request never answered. */
async function report(chosen: readonly string[], ...files: string[]): Promise<RunReport> {
  const quick = ['--erp-delay', '1', '--erp-step', '5', '--erp-silence', '2', '--erp-timeout', '700'];
  const finished = await command(['--out', directory, '--json', ...chosen, ...quick, ...files.map(sample)], {
    entry,
  });
  expect([finished.code, finished.stderr]).toEqual([0, '']);
  return JSON.parse(finished.stdout) as RunReport;
}

describe('the reference ERP replaced by configuration', () => {
  it.concurrent.each(whole ? erps : ['s4hana'])(
    'by %s: every order is made once, acknowledged, shipped and invoiced',
    async (erp) => {
      const { orders } = await report(['--erp', erp], 'northfield-850-001.edi');
      expect(orders).toHaveLength(5);
      for (const order of orders) {
        expect(order).toMatchObject({ phase: 'invoiced', erpOrders: [{ erp }] });
        expect(order.documents.map(({ type }) => type).sort()).toEqual(['810', '855', '856']);
      }
      expect(new Set(orders.map(({ erpOrders }) => erpOrders[0]?.number)).size).toBe(5);
    },
  );

  it.concurrent.each(shops.filter(([what]) => whole || /^Adobe| before /.test(what)))(
    'the orders of %s are made once, and the shop is told of shipment and invoice',
    async (_, chosen, numbers, file) => {
      const { orders } = await report([...chosen, '--fresh'], file);
      const ofShop = orders.filter(({ channel }) => channel === 'shop');
      expect(ofShop.map(({ order }) => order)).toEqual(numbers);
      for (const order of ofShop) {
        expect(order.erpOrders).toHaveLength(1);
        expect(order.documents.map(({ type }) => type).sort()).toEqual(['fulfillment', 'invoice']);
      }
    },
  );

  it('by a name that is none: wrong usage, and the names that there are', async () => {
    const { code, stdout, stderr } = await command(['--out', directory, '--erp', 'nosuch'], { entry });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no ERP nosuch; there are reference, netsuite, s4hana,');
  });
});
