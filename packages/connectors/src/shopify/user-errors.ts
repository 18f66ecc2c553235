import * as z from 'zod';

/** What a mutation refuses, as its field `userErrors` says it. */
export const userErrors = z.array(
  z.object({ field: z.array(z.string()).nullish(), message: z.string(), code: z.string().nullish() }),
);

export type UserErrors = z.output<typeof userErrors>;
