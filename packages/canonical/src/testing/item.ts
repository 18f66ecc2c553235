import * as fc from 'fast-check';
import type { Item } from '../document/item.ts';
import { code, decimal, itemIds, text } from './values.ts';

/** A valid Item, counted in pieces, with a case of 2 to 48 of them and perhaps a pallet, and now and then a kit. */
export function item(): fc.Arbitrary<Item> {
  return fc
    .record(
      {
        sku: code(),
        ids: itemIds(),
        description: text(40),
        perCase: fc.integer({ min: 2, max: 48 }),
        cases: fc.integer({ min: 2, max: 60 }),
        price: decimal({ max: 500 }),
        status: fc.constantFrom('active', 'discontinued'),
        parts: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: ['sku', 'ids', 'description', 'perCase'] },
    )
    .map(({ perCase, cases, parts, ...fields }): Item => {
      const pallet = cases === undefined ? [] : [{ unit: 'XPX', baseUnits: String(perCase * cases) }];
      const kit = Array.from({ length: parts ?? 0 }, (_, index) => ({
        sku: `${fields.sku}/${index + 1}`,
        quantity: { value: String(index + 1), unit: 'C62' },
      }));
      return {
        ...fields,
        baseUnit: 'C62',
        conversions: [{ unit: 'XCS', baseUnits: String(perCase) }, ...pallet],
        packs: [{ unit: 'XCS', contains: { value: String(perCase), unit: 'C62' } }],
        ...(kit.length === 0 ? {} : { kitComponents: kit }),
      };
    });
}
