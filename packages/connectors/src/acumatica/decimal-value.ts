import * as z from 'zod';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';

/** `{ "value": 24.5 }` as its decimal text; absent and `{}` are undefined. */
export const decimalValue = z
  .object({ value: numberOrDecimal.nullish() })
  .nullish()
  .transform((field) => field?.value ?? undefined);
