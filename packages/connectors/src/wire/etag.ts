import * as z from 'zod';

/** The version of a record (RFC 9110 §8.8.3), which goes back in a header: what no header can carry is none. */
export const etag: z.ZodType<string, string> = z
  .string()
  .max(1000)
  .regex(/^[\x21\x23-\x7e"]+$/, 'expected is an entity tag');
