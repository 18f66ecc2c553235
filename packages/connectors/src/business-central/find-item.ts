import type { Item } from '@dist/canonical';
import * as z from 'zod';
import type { Call } from '../port/call.ts';
import type { ItemKey, LookUp } from '../port/look-up.ts';
import type { Found } from '../port/page.ts';
import { unitOf } from '../unit/unit-of.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { Company } from './company.ts';
import { findOne } from './find-one.ts';

const fields: Readonly<Record<ItemKey, string>> = { id: 'id', sku: 'number', gtin: 'gtin' };
const wire = z.object({
  number: z.string().min(1),
  displayName: optionalText,
  gtin: optionalText,
  blocked: z.boolean().nullish(),
  baseUnitOfMeasureCode: z.string().min(1),
});

/** An item by its id, number or GTIN. */
export async function findItem(company: Company, { by, value }: LookUp<ItemKey>, call?: Call): Promise<Found<Item>> {
  const wanted = { operation: 'items.find', set: 'items', field: fields[by], value, wire } as const;
  const found = await findOne(company, wanted, call);
  if (found.status !== 'found') return found;
  const { number, displayName, gtin, blocked, baseUnitOfMeasureCode: code } = found.value;
  return {
    status: 'found',
    value: {
      sku: number,
      ids: gtin === undefined ? [] : [{ scheme: 'gtin', value: gtin }],
      description: displayName ?? '',
      baseUnit: unitOf(company.units, code),
      conversions: [],
      status: blocked === true ? 'discontinued' : 'active',
    },
  };
}
