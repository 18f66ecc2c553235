import * as z from 'zod';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';

const id = z.number().int().nonnegative();

/** What is read of an order of V2; the rest stays beside it for the map. */
export const orderWire = z.looseObject({
  id,
  status_id: z.number().int(),
  status: optionalText,
  date_modified: optionalText,
  external_order_id: optionalText,
});

/** What is read of a product of an order. */
export const productWire = z.looseObject({
  id,
  order_address_id: z.number().int().nullish(),
  sku: optionalText,
  name: optionalText,
  quantity: numberOrDecimal,
  quantity_shipped: numberOrDecimal.nullish(),
  applied_discounts: z.array(z.unknown()).nullish(),
});

/** An order of a list, and a product or address of it: they go to the map as they came. */
export const listedOrder = z.looseObject({ id, date_modified: z.string().nullish() });
export const partOfOrder = z.looseObject({ id });

export type ListedOrder = z.output<typeof listedOrder>;
export type ProductWire = z.output<typeof productWire>;
