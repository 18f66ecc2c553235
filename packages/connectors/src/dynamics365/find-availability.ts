import { type InventoryAvailability, validate } from '@dist/canonical';
import * as z from 'zod';
import { odataText } from '../odata/odata-text.ts';
import type { Call } from '../port/call.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import { unitOf } from '../unit/unit-of.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { type LegalEntity, readSet } from './legal-entity.ts';
import { readItems } from './read-items.ts';

/** So many items fit in one address. */
const mostItems = 40;
const wire = z.array(
  z.object({
    ItemNumber: z.string().min(1),
    InventoryWarehouseId: z.string(),
    OnHandQuantity: numberOrDecimal,
    AvailableOnHandQuantity: numberOrDecimal,
    ReservedOnHandQuantity: numberOrDecimal,
  }),
);

/**
 * Stock by warehouse: `WarehousesOnHandV2`. On hand, of which is reserved and the rest is salable. A row is told for each set
 * of product dimensions (color, size). The set says no unit: quantities are in the inventory unit of the item, which is read too.
 */
export async function findAvailability(
  entity: LegalEntity,
  { items, locations }: AvailabilityQuery,
  { now, ...call }: Call & { readonly now: string },
): Promise<AvailabilityOutcome> {
  const rows: z.output<typeof wire> = [];
  const unitsByItem = new Map<string, string>();
  for (let from = 0; from < items.length; from += mostItems) {
    const some = items.slice(from, from + mostItems).map((item) => `ItemNumber eq ${odataText(item)}`);
    const places = (locations ?? []).map((place) => `InventoryWarehouseId eq ${odataText(place)}`);
    const filter = [some, places].filter((any) => any.length > 0).map((any) => `(${any.join(' or ')})`);
    const question = { filter: filter.join(' and '), operation: 'inventory.availability' };
    const read = await readSet(entity, 'WarehousesOnHandV2', question, call);
    if (!read.ok) return { status: 'failed', failure: read.failure };
    const stock = validate(wire, read.value);
    if (!stock.ok) {
      const text = `the answer cannot be read: ${stock.issues[0]?.message ?? 'it has another shape'}`;
      return { status: 'failed', failure: entity.client.fail('contract-drift', text, { safeToReplay: true }) };
    }
    rows.push(...stock.value);
    const master = await readItems(entity, items.slice(from, from + mostItems), 'inventory.availability', call);
    if (!master.ok) return { status: 'failed', failure: master.failure };
    for (const { ItemNumber, InventoryUnitSymbol: symbol } of master.value) {
      unitsByItem.set(ItemNumber, unitOf(entity.units, symbol));
    }
  }
  const known = rows.filter(({ ItemNumber }) => unitsByItem.has(ItemNumber));
  if (known.length === 0) return { status: 'notFound' };
  const told = new Set(known.map(({ ItemNumber }) => ItemNumber));
  const availability = availabilityOf(known, unitsByItem, now);
  return { status: 'found', availability, missing: items.filter((item) => !told.has(item)) };
}

function availabilityOf(
  rows: z.output<typeof wire>,
  unitsByItem: ReadonlyMap<string, string>,
  asOf: string,
): InventoryAvailability {
  return {
    kind: 'inventoryAvailability',
    version: '1',
    purpose: 'original',
    number: `dynamics365-${asOf}`,
    extent: 'partial',
    asOf,
    parties: {},
    references: [],
    items: rows.map((row) => {
      const unit = unitsByItem.get(row.ItemNumber) ?? '';
      return {
        ids: [{ scheme: 'seller', value: row.ItemNumber }],
        location: { scheme: 'erp', value: row.InventoryWarehouseId },
        quantities: [
          { type: 'onHand', quantity: { value: row.OnHandQuantity, unit } },
          { type: 'salable', quantity: { value: row.AvailableOnHandQuantity, unit } },
          { type: 'reserved', quantity: { value: row.ReservedOnHandQuantity, unit } },
        ],
      };
    }),
  };
}
