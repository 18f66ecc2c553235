import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLedger } from '../src/counterparties/read-ledger.ts';
import type { RunReport } from '../src/report.ts';
import { envelopeArithmetic } from './envelope-arithmetic.ts';

/** What a world holds in the end, without the numbers that chance decides: the same for every way that leads there. */
export interface Outcome {
  /** Partner, purchase order, phase, ERP orders, documents: one line for each order. */
  readonly orders: readonly string[];
  readonly erpOrders: readonly string[];
  readonly fulfillments: number;
  readonly shopInvoices: number;
  readonly acknowledgments: readonly string[];
}

/** The outcome, from the report of the last run. */
export function outcomeOf(directory: string, report: RunReport): Outcome {
  const ledger = readLedger(join(directory, 'counterparties'));
  return {
    orders: report.orders
      .map(({ id, phase, erpOrders, documents }) => {
        const types = documents.map(({ type }) => type).sort();
        return `${id} ${phase} ${erpOrders.length} [${types.join(' ')}]`;
      })
      .sort(),
    erpOrders: ledger.orders.map(({ externalReference, status }) => `${externalReference} ${status}`).sort(),
    fulfillments: ledger.fulfillments.length,
    shopInvoices: ledger.shopInvoices.length,
    acknowledgments: documentNames(directory)
      .filter((name) => /\/(997|TA1)-/.test(name))
      .map((name) => name.replace(/\d{9}/, ''))
      .sort(),
  };
}

/** Everything that is wrong with a world, whatever its outcome: doubles, files without an order, bad arithmetic. */
export function faultsOf(directory: string, report: RunReport): string[] {
  return [...ledgerFaults(directory), ...documentFaults(directory, report)];
}

function ledgerFaults(directory: string): string[] {
  const { orders, shipments, invoices, fulfillments } = readLedger(join(directory, 'counterparties'));
  return [
    ...repeated(
      orders.map((order) => order.externalReference),
      'ERP order for',
    ),
    ...repeated(
      orders.map((order) => order.idempotencyKey),
      'ERP order with key',
    ),
    ...repeated(
      shipments.map((shipment) => shipment.id),
      'shipment',
    ),
    ...repeated(
      shipments.flatMap((shipment) => shipment.units.map((unit) => unit.sscc)),
      'SSCC',
    ),
    ...repeated(
      invoices.map((invoice) => invoice.number),
      'invoice',
    ),
    ...fulfillments.filter(({ created }) => created > 1).map(({ id }) => `fulfillment ${id} was made more than once`),
  ];
}

function documentFaults(directory: string, report: RunReport): string[] {
  const names = documentNames(directory);
  const told = report.orders.flatMap(({ documents }) => documents.flatMap(({ file }) => file ?? []));
  const answers = names.filter((name) => /\/(997|TA1)-/.test(name));
  const orphans = names.filter((name) => !told.includes(name) && !answers.includes(name));
  const missing = told.filter((name) => !names.includes(name));
  return [
    ...repeated(told, 'document'),
    ...repeated(
      names.flatMap((name) => (name.includes('-again-') ? [] : [numberOf(name)])),
      'control number',
    ),
    ...orphans.map((name) => `${name} belongs to no order`),
    ...missing.map((name) => `${name} is told of and not there`),
    ...names.flatMap((name) =>
      envelopeArithmetic(readFileSync(join(directory, name))).map((fault) => `${name}: ${fault}`),
    ),
  ];
}

/** Partner and ISA13: numbers are unique for each partner. */
function numberOf(name: string): string {
  const [, partner, , number] = /documents\/(.+)\/(\w+)-(\d{9})/.exec(name) ?? [];
  return `${partner} ${number}`;
}

function documentNames(directory: string): string[] {
  const root = join(directory, 'documents');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
}

function repeated(values: readonly string[], what: string): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([value, count]) => `${what} ${value} is there ${count} times`);
}
