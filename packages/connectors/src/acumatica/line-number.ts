import * as z from 'zod';

/** `{ "value": 2 }`: Acumatica's number of a line, as a text; absent and `{}` are undefined. */
export const lineNumber = z
  .object({ value: z.int().nullish() })
  .nullish()
  .transform((field) => (typeof field?.value === 'number' ? String(field.value) : undefined));
