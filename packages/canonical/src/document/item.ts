import * as z from 'zod';
import { DecimalString, Identifier, Unit } from '../value/value.ts';

/** How many base units one unit holds: `{ unit: 'XCS', baseUnits: '12' }`. */
export interface UnitConversion {
  unit: string;
  baseUnits: DecimalString;
}

export const UnitConversion: z.ZodType<UnitConversion> = z.strictObject({ unit: Unit, baseUnits: DecimalString });

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
}

export const Item: z.ZodType<Item> = z.strictObject({
  sku: z.string().min(1),
  ids: z.array(Identifier),
  description: z.string(),
  baseUnit: Unit,
  conversions: z.array(UnitConversion),
  price: DecimalString.optional(),
  status: z.enum(['active', 'discontinued']).optional(),
});
