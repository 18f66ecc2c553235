import { type AvailabilityType, type InventoryAvailability, validate } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import { unitOf } from '../unit/unit-of.ts';
import { decimal } from '../wire/decimal.ts';
import { odataResults } from './odata-results.ts';
import { odataText } from './odata-text.ts';
import type { UnitTable } from './unit-table.ts';

const path = '/API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod';
/** So many items fit in one address. */
const mostItems = 40;

const stock = z.object({
  Material: z.string().min(1),
  Plant: z.string(),
  InventoryStockType: z.string(),
  MaterialBaseUnit: z.string(),
  MatlWrhsStkQtyInMatlBaseUnit: decimal,
});

type Stock = z.output<typeof stock>;

/**
 * What each stock type is (domain of `InventoryStockType`): 01 unrestricted use, 02 in quality inspection, 07 blocked. It is
 * what lies there: what orders have been promised is still in it, and only SAP's own check at the order knows the rest.
 */
const types: Readonly<Record<string, AvailabilityType>> = { '01': 'onHand', '02': 'unsalable', '07': 'unsalable' };

/** Stock by item and plant, of the seller's own (no consignment or project stock). */
export async function findAvailability(
  client: VendorClient,
  units: UnitTable,
  { items, locations }: AvailabilityQuery,
  { now, ...call }: Call & { readonly now: string },
): Promise<AvailabilityOutcome> {
  const rows: Stock[] = [];
  for (let from = 0; from < items.length; from += mostItems) {
    const anyItem = items.slice(from, from + mostItems).map((item) => `Material eq ${odataText(item)}`);
    const anyPlant = (locations ?? []).map((plant) => `Plant eq ${odataText(plant)}`);
    const all = [anyItem, anyPlant].filter((some) => some.length > 0).map((some) => `(${some.join(' or ')})`);
    const query = { $filter: [...all, "InventorySpecialStockType eq ''"].join(' and '), $format: 'json' };
    const answer = await client.call('read', { method: 'GET', path, query, operation: 'inventory.availability' }, call);
    const read = odataResults(client, answer);
    if (!read.ok) return { status: 'failed', failure: read.failure };
    const some = validate(z.array(stock), read.value);
    if (!some.ok) {
      const text = `the answer cannot be read: ${some.issues[0]?.message ?? 'it has another shape'}`;
      return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    rows.push(...some.value);
  }
  const known = rows.filter(({ Material }) => items.includes(Material));
  if (known.length === 0) return { status: 'notFound' };
  const told = new Set(known.map(({ Material }) => Material));
  const availability = availabilityOf(known, units, now);
  return { status: 'found', availability, missing: items.filter((item) => !told.has(item)) };
}

function availabilityOf(rows: readonly Stock[], units: UnitTable, asOf: string): InventoryAvailability {
  const places = groups(rows, ({ Material, Plant }) => JSON.stringify([Material, Plant]));
  return {
    kind: 'inventoryAvailability',
    version: '1',
    purpose: 'original',
    number: `s4hana-${asOf}`,
    extent: 'partial',
    asOf,
    parties: {},
    references: [],
    items: [...places.values()].map((place) => {
      const [{ Material, Plant, MaterialBaseUnit } = { Material: '', Plant: '', MaterialBaseUnit: '' }] = place;
      const unit = unitOf(units, MaterialBaseUnit);
      const byType = groups(place, ({ InventoryStockType }) => types[InventoryStockType] ?? 'unsalable');
      return {
        ids: [{ scheme: 'seller' as const, value: Material }],
        location: { scheme: 'erp' as const, value: Plant },
        quantities: [...byType].map(([type, some]) => ({
          type,
          quantity: { value: sum(some.map((row) => row.MatlWrhsStkQtyInMatlBaseUnit)), unit },
        })),
      };
    }),
  };
}

function groups<Key>(rows: readonly Stock[], keyOf: (row: Stock) => Key): ReadonlyMap<Key, readonly Stock[]> {
  const found = new Map<Key, Stock[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const some = found.get(key);
    if (some === undefined) found.set(key, [row]);
    else some.push(row);
  }
  return found;
}
