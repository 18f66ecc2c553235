import { isDecimal, normalize } from '@dist/canonical/arithmetic';
import * as z from 'zod';

/** A decimal that a system sends as a text, in its canonical text: `24.000` is `24`. */
export const decimal: z.ZodType<string, string> = z
  .string()
  .max(64)
  .refine(isDecimal, 'expected a decimal as a text')
  .transform(normalize);
