import type { Money } from '@dist/canonical';
import * as z from 'zod';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';

/** `{ currency: "usd", amount: 12.5 }`: ShipEngine writes currencies in small letters. */
export const money: z.ZodType<Money, { currency: string; amount: string | number }> = z
  .object({ currency: z.string().regex(/^[A-Za-z]{3}$/), amount: numberOrDecimal })
  .transform(({ currency, amount }) => ({ currency: currency.toUpperCase(), amount }));
