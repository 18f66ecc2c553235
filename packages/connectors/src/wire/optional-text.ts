import * as z from 'zod';

/** A text that may be absent, null or empty: all three are undefined. */
export const optionalText: z.ZodType<string | undefined, string | null | undefined> = z
  .string()
  .nullish()
  .transform((value) => (value === null || value === '' ? undefined : value));
