import * as z from 'zod';

/** `{ "value": "AX-100" }`; absent, `{}` and empty are undefined. Keys of fixed length come with blanks behind. */
export const textValue = z
  .object({ value: z.string().nullish() })
  .nullish()
  .transform((field) => field?.value?.trimEnd() || undefined);
