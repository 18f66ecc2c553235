import type { Context } from './context.ts';
import { type Destination, firstRank, goesThere } from './destination.ts';
import { type Finding, failed, found } from './finding.ts';

/**
 * Where an item ships from: the warehouse that the buyer names by our number, else the table's row of the lowest rank.
 * Undefined where the table has none and the policy does not ask for one.
 */
export function chooseWarehouse(
  { order, tables, policy }: Context,
  destination: Destination,
  { sku, lineId }: { readonly sku: string; readonly lineId: string },
): Finding<string | undefined> {
  const asked = order.parties.shipFrom?.ids.find(({ scheme }) => scheme === 'seller')?.value;
  if (asked !== undefined) return found(asked);
  const rows = tables.rows('warehouses').filter((row) => (row.sku ?? sku) === sku && goesThere(row, destination));
  const best = [...firstRank(rows)].sort((a, b) => (a.warehouse < b.warehouse ? -1 : 1));
  const names = [...new Set(best.map(({ warehouse }) => warehouse))];
  const [name] = names;
  const where = `item ${sku} to ${destination.customerNumber}/${destination.shipToNumber}`;
  if (names.length > 1) {
    const message = `line ${lineId}: ${names.join(' and ')} have the same rank for ${where}, expected one warehouse`;
    return failed({ class: 'configuration', code: 'warehouse-ambiguous', message, lineId });
  }
  if (name !== undefined)
    return found(
      name,
      best.slice(0, 1).map((row) => tables.use('warehouse', `${name} ${where}`, row)),
    );
  if (policy.enrichment.warehouse === 'optional') return found(undefined);
  const message = `line ${lineId}: no warehouse for ${where}`;
  return failed({ class: 'configuration', code: 'no-warehouse', message, lineId });
}
