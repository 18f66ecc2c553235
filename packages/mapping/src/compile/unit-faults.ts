import { unitOfX12 } from '@dist/canonical';
import { isLossy } from '../codec/table.ts';
import type { MappingIssue } from '../issue.ts';
import type { PartnerMap } from '../map/partner-map.ts';

/** Units that count pieces: one stands for another without a change of the quantity. */
const pieces: ReadonlySet<string> = new Set(['C62', 'EA', 'H87']);

/**
 * Codes of X12 element 355 that a table of units takes for another unit than they name: `CA` for pieces turns 5 cases into 5
 * pieces. Units convert through an item, which a map does not have. A lossy table says that it is meant.
 */
export function unitFaults({ tables, native }: PartnerMap, unitTables: ReadonlySet<string>): MappingIssue[] {
  if (!native.startsWith('x12/')) return [];
  const issues: MappingIssue[] = [];
  for (const name of unitTables) {
    const table = tables?.[name];
    if (table === undefined || isLossy(table)) continue;
    for (const [code, unit] of Object.entries(table)) {
      const expected = unitOfX12(code);
      if (expected === undefined || expected === unit || (pieces.has(expected) && pieces.has(unit))) continue;
      const message = `Table ${name}: ${code} is ${expected}; read as ${unit} its quantity would be another one, and only an item says which`;
      issues.push({ code: 'unit-converted', severity: 'error', message, path: [], expected, found: unit });
    }
  }
  return issues;
}
