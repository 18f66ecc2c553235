import * as z from 'zod';

/** `{ "value": "AX-100" }` that must be there. Keys of fixed length come with blanks behind. */
export const requiredText = z.object({ value: z.string().trim().min(1) }).transform(({ value }) => value);
