import { convert } from '../arithmetic/convert.ts';
import { normalize } from '../arithmetic/normalize.ts';
import type { Item } from '../document/item.ts';
import { Order } from '../document/order.ts';
import type { Issue } from '../issue.ts';
import type { DecimalString } from '../value/value.ts';
import { orSchemaIssues } from './or-schema-issues.ts';

/**
 * An error `pack-size-differs` for each order line whose pack size (X12 PO401) is not what the item says of the ordered unit:
 * one of them is wrong, and taking either silently ships the wrong number. Lines without a pack size, and lines of which the item
 * is not known or has no conversion for the unit, say nothing here. Of an order that is not of its type the issues are those of its schema.
 */
export function packSizes(
  order: Order,
  itemOf: (lineId: string) => Pick<Item, 'baseUnit' | 'conversions'> | undefined,
): readonly Issue[] {
  return orSchemaIssues<readonly Issue[]>(
    [{ schema: Order, value: order }],
    () => otherSizes(order, itemOf),
    (issues) => issues,
  );
}

function otherSizes(
  { lines }: Order,
  itemOf: (lineId: string) => Pick<Item, 'baseUnit' | 'conversions'> | undefined,
): Issue[] {
  return lines.flatMap(({ lineId, packSize: stated, quantity }, index): Issue[] => {
    const item = itemOf(lineId);
    const known = item && convert({ value: '1', unit: quantity.unit }, item.baseUnit, item)?.value;
    if (stated === undefined || item === undefined || known === undefined || normalize(stated) === known) return [];
    const message = `Line ${lineId} is in packs of ${stated}, the item says that one ${quantity.unit} is ${known} ${item.baseUnit}`;
    const path = ['lines', index, 'packSize'];
    return [{ code: 'pack-size-differs', severity: 'error', message, path, expected: known, found: stated }];
  });
}

/** Of each pack that has a conversion: what it contains in base units, as the pack and as the conversion say. */
export function packsOfMaster(
  item: Item,
): { index: number; unit: string; stated: DecimalString; converted: DecimalString }[] {
  return (item.packs ?? []).flatMap(({ unit, contains }, index) => {
    const stated = convert(contains, item.baseUnit, item)?.value;
    const converted = convert({ value: '1', unit }, item.baseUnit, item)?.value;
    return stated === undefined || converted === undefined ? [] : [{ index, unit, stated, converted }];
  });
}
