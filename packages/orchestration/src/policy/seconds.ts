import * as z from 'zod';

/** A wait in seconds, a year at most: what is longer was meant in another unit, and would stop every order of its policy. */
export const Seconds: z.ZodType<number> = z
  .number()
  .min(0)
  .max(31_536_000, 'at most 31536000 seconds, a year: is it in milliseconds?');
