import type { Item } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { unitOf } from '../unit/unit-of.ts';
import { optionalText } from '../wire/optional-text.ts';
import { findOne } from './find-one.ts';
import { suiteText } from './suite-text.ts';

const itemRows = z.array(
  z.object({
    id: z.string(),
    itemid: z.string(),
    displayname: optionalText,
    upccode: optionalText,
    stockunit: optionalText,
    isinactive: optionalText,
  }),
);

const itemFields = { id: 'id', sku: 'itemid', gtin: 'upccode' } as const;

/** An item by its internal id, its number or its UPC code. */
export async function findItem(
  client: VendorClient,
  units: Readonly<Record<string, string>>,
  { by, value }: LookUp<keyof typeof itemFields>,
  call?: Call,
): Promise<Found<Item>> {
  const field = itemFields[by];
  const q = `SELECT item.id AS id, item.itemid AS itemid, item.displayname AS displayname, item.upccode AS upccode, item.stockunit AS stockunit, item.isinactive AS isinactive FROM item WHERE item.${field} = ${suiteText(value)} ORDER BY item.id`;
  const found = await findOne(
    client,
    { q, operation: 'items.find', what: `items have the ${by} ${value}` },
    itemRows,
    call,
  );
  if (found.status !== 'found') return found;
  const { id, itemid, displayname, upccode, stockunit, isinactive } = found.value;
  return {
    status: 'found',
    value: {
      sku: itemid,
      ids: [
        { scheme: 'erp', value: id },
        ...(upccode === undefined ? [] : [{ scheme: 'gtin' as const, value: upccode }]),
      ],
      description: displayname ?? itemid,
      baseUnit: stockunit === undefined ? 'C62' : unitOf(units, stockunit),
      conversions: [],
      status: isinactive === 'T' ? 'discontinued' : 'active',
    },
  };
}
