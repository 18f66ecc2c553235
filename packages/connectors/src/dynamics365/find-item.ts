import type { Item } from '@dist/canonical';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { unitOf } from '../unit/unit-of.ts';
import type { LegalEntity } from './legal-entity.ts';
import { readItems } from './read-items.ts';

/** An item by its number. */
export async function findItem(entity: LegalEntity, { value }: LookUp<'sku'>, call?: Call): Promise<Found<Item>> {
  const read = await readItems(entity, [value], 'items.find', call);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const [item] = read.value;
  if (item === undefined) return { status: 'notFound' };
  const baseUnit = unitOf(entity.units, item.InventoryUnitSymbol);
  const description = item.SearchName ?? '';
  return {
    status: 'found',
    value: { sku: item.ItemNumber, ids: [], description, baseUnit, conversions: [], status: 'active' },
  };
}
