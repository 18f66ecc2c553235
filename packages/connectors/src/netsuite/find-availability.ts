import { type AvailabilityType, type InventoryAvailability, validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { AvailabilityOutcome, AvailabilityQuery } from '../port/inventory.ts';
import { unitOf } from '../unit/unit-of.ts';
import { decimal } from '../wire/decimal.ts';
import { optionalText } from '../wire/optional-text.ts';
import { allRows } from './all-rows.ts';
import { suiteText } from './suite-text.ts';

const quantity = decimal.nullish();
const rows = z.array(
  z.object({
    itemid: z.string(),
    location: z.string(),
    unit: optionalText,
    onhand: quantity,
    available: quantity,
    committed: quantity,
    onorder: quantity,
    backordered: quantity,
  }),
);

type Row = z.output<typeof rows>[number];

/** What NetSuite's numbers are: available is on hand less what orders have been committed. */
const types: readonly (readonly [keyof Row, AvailabilityType])[] = [
  ['onhand', 'onHand'],
  ['available', 'salable'],
  ['committed', 'allocated'],
  ['onorder', 'onOrder'],
  ['backordered', 'backordered'],
];

/** Stock by item and location, in the item's base unit. */
export async function findAvailability(
  client: VendorClient,
  units: Readonly<Record<string, string>>,
  { items, locations }: AvailabilityQuery,
  { now, ...call }: Call & { readonly now: string },
): Promise<AvailabilityOutcome> {
  const some = `item.itemid IN (${items.map(suiteText).join(', ')})`;
  const places = locations === undefined ? '' : ` AND stock.location IN (${locations.map(suiteText).join(', ')})`;
  const q = `SELECT item.itemid AS itemid, stock.location AS location, item.stockunit AS unit, stock.quantityonhand AS onhand, stock.quantityavailable AS available, stock.quantitycommitted AS committed, stock.quantityonorder AS onorder, stock.quantitybackordered AS backordered FROM aggregateitemlocation stock JOIN item ON item.id = stock.item WHERE ${some}${places} ORDER BY item.itemid, stock.location`;
  const answer = await allRows(client, { q, operation: 'inventory.availability' }, call);
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const read = validate(rows, answer.rows);
  if (!read.ok) {
    const text = `the answer cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`;
    return { status: 'failed', failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const told = new Set(read.value.map(({ itemid }) => itemid));
  if (told.size === 0) return { status: 'notFound' };
  const missing = items.filter((item) => !told.has(item));
  return { status: 'found', availability: availabilityOf(read.value, units, now), missing };
}

function availabilityOf(
  found: readonly Row[],
  units: Readonly<Record<string, string>>,
  asOf: string,
): InventoryAvailability {
  return {
    kind: 'inventoryAvailability',
    version: '1',
    purpose: 'original',
    number: `netsuite-${asOf}`,
    extent: 'partial',
    asOf,
    parties: {},
    references: [],
    items: found.map((row) => ({
      ids: [{ scheme: 'seller', value: row.itemid }],
      location: { scheme: 'erp', value: row.location },
      quantities: types.map(([field, type]) => ({
        type,
        // What NetSuite leaves out is nothing.
        quantity: { value: row[field] ?? '0', unit: row.unit === undefined ? 'C62' : unitOf(units, row.unit) },
      })),
    })),
  };
}
