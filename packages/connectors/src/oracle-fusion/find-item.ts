import type { Item } from '@dist/canonical';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { unitOf } from '../unit/unit-of.ts';
import type { BusinessUnit } from './business-unit.ts';
import { readItem } from './read-item.ts';

/** An item by its number. It is the same item in each organization: the first of them tells of it. */
export async function findItem(
  { unit, unitNames }: { readonly unit: BusinessUnit; readonly unitNames: Readonly<Record<string, string>> },
  { value }: LookUp<'sku'>,
  call?: Call,
): Promise<Found<Item>> {
  const read = await readItem(unit, value, 'items.find', call);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const [item] = read.value;
  if (item === undefined) return { status: 'notFound' };
  const { ItemDescription, PrimaryUOMValue: name, ItemStatusValue } = item;
  return {
    status: 'found',
    value: {
      sku: item.ItemNumber,
      ids: [],
      description: ItemDescription ?? '',
      baseUnit: unitOf(unitNames, name),
      conversions: [],
      status: ItemStatusValue === 'Active' || ItemStatusValue === undefined ? 'active' : 'discontinued',
    },
  };
}
