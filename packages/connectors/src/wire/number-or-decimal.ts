import { normalize } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { decimal } from './decimal.ts';

/**
 * A decimal that a system sends as a JSON number, or as a text, in its canonical text. A number is read by its shortest
 * text, and refused beyond the 15 digits that a binary number is sure to keep: its sender's digits are lost by then.
 */
export const numberOrDecimal: z.ZodType<string, string | number> = z.union([
  decimal,
  z
    .number()
    .refine((value) => /^-?\d+(\.\d+)?$/.test(String(value)) && digitsOf(value) <= 15, 'expected at most 15 digits')
    .transform((value) => normalize(String(value))),
]);

function digitsOf(value: number): number {
  return String(value).replace(/[-.]/g, '').replace(/^0+/, '').length;
}
