import { readFileSync } from 'node:fs';
import type { FakeCatalog } from '@dist/connectors/fakes';
import type { MasterData } from '@dist/orchestration';

/** The seller's items and customers as an ERP with these units has them. */
export function fakeCatalog(masterFile: string, units: Readonly<Record<string, string>>): FakeCatalog {
  const { items, customers } = JSON.parse(readFileSync(masterFile, 'utf8')) as MasterData;
  const codes = new Map(Object.entries(units).map(([code, unit]) => [unit, code]));
  return {
    items: items.map(({ sku, description, baseUnit }) => ({ sku, description, unit: codes.get(baseUnit) ?? baseUnit })),
    customers: customers.map(({ customerNumber, name }) => ({ number: customerNumber, name: name ?? customerNumber })),
  };
}
