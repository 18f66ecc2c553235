import * as z from 'zod';
import { DecimalString, Unit } from './value.ts';

/** Length, width and height in one unit (UN/ECE Recommendation 20): `INH` inch, `CMT` centimetre. */
export interface Dimensions {
  length: DecimalString;
  width: DecimalString;
  height: DecimalString;
  unit: string;
}

export const Dimensions: z.ZodType<Dimensions> = z.strictObject({
  length: DecimalString,
  width: DecimalString,
  height: DecimalString,
  unit: Unit,
});
