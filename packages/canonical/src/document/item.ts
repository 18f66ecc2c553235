import * as z from 'zod';
import {
  CalendarDate,
  Country,
  DecimalString,
  Extensions,
  Identifier,
  IdentifierScheme,
  Quantity,
  Unit,
} from '../value/value.ts';

/** How many base units one unit holds: `{ unit: 'XCS', baseUnits: '12' }`. */
export interface UnitConversion {
  unit: string;
  baseUnits: DecimalString;
}

export const UnitConversion: z.ZodType<UnitConversion> = z.strictObject({ unit: Unit, baseUnits: DecimalString });

/** The number that a trading partner knows an item by, and when. Unique by partner, scheme, value and dates. */
export interface CrossReference {
  /** Our name for the partner. */
  partner: string;
  scheme: IdentifierScheme;
  value: string;
  /** The first day it holds; always until `until` when absent. */
  from?: CalendarDate | undefined;
  /** The last day it holds; from `from` on when absent. */
  until?: CalendarDate | undefined;
}

export const CrossReference: z.ZodType<CrossReference> = z.strictObject({
  partner: z.string().min(1),
  scheme: IdentifierScheme,
  value: z.string().min(1),
  from: CalendarDate.optional(),
  until: CalendarDate.optional(),
});

/** A level of the pack hierarchy: a unit with a GTIN of its own, and what it contains of the level below. */
export interface Pack {
  unit: string;
  gtin?: string | undefined;
  contains: Quantity;
}

export const Pack: z.ZodType<Pack> = z.strictObject({
  unit: Unit,
  gtin: z.string().min(1).optional(),
  contains: Quantity,
});

/** What a kit is made of: so much of another item in each base unit. */
export interface KitComponent {
  /** The seller's own number of that item. */
  sku: string;
  quantity: Quantity;
}

export const KitComponent: z.ZodType<KitComponent> = z.strictObject({ sku: z.string().min(1), quantity: Quantity });

/** An item of the seller, with the numbers it is known by and its units. */
export interface Item {
  /** The seller's own number. */
  sku: string;
  ids: Identifier[];
  description: string;
  /** The unit that stock and conversions count in. */
  baseUnit: string;
  conversions: UnitConversion[];
  /** Price per base unit, the price that the seller has agreed. */
  price?: DecimalString | undefined;
  status?: 'active' | 'discontinued' | undefined;
  crossReferences?: CrossReference[] | undefined;
  /** From the smallest pack to the largest. */
  packs?: Pack[] | undefined;
  kitComponents?: KitComponent[] | undefined;
  lotControlled?: boolean | undefined;
  serialControlled?: boolean | undefined;
  /** Counted when ordered, priced by what is weighed when shipped. */
  catchWeight?: boolean | undefined;
  /** ISO 3166-1, two letters. */
  countryOfOrigin?: string | undefined;
  ext?: Extensions | undefined;
}

export const Item: z.ZodType<Item> = z.strictObject({
  sku: z.string().min(1),
  ids: z.array(Identifier),
  description: z.string(),
  baseUnit: Unit,
  conversions: z.array(UnitConversion),
  price: DecimalString.optional(),
  status: z.enum(['active', 'discontinued']).optional(),
  crossReferences: z.array(CrossReference).optional(),
  packs: z.array(Pack).optional(),
  kitComponents: z.array(KitComponent).optional(),
  lotControlled: z.boolean().optional(),
  serialControlled: z.boolean().optional(),
  catchWeight: z.boolean().optional(),
  countryOfOrigin: Country.optional(),
  ext: Extensions.optional(),
});
