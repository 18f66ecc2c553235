import * as z from 'zod';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';

/** `{ "value": 24.5 }` that must be there, as its decimal text. */
export const requiredDecimal = z.object({ value: numberOrDecimal }).transform(({ value }) => value);
