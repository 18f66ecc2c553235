import * as z from 'zod';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';

const reference = z.object({ id: z.string(), refName: optionalText });

/** What is read of a line of a sales order; fields of the tenant's own stay beside it. */
export const salesOrderLineWire = z.looseObject({
  line: z.number().int(),
  item: reference,
  quantity: numberOrDecimal,
  quantityFulfilled: numberOrDecimal.nullish(),
  quantityBilled: numberOrDecimal.nullish(),
  units: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
  isClosed: z.boolean().nullish(),
});

/** What is read of a sales order, with `expandSubResources=true`. */
export const salesOrderWire = z.object({
  id: z.string().min(1),
  externalId: optionalText,
  orderStatus: z.object({ id: z.string(), refName: optionalText }).nullish(),
  lastModifiedDate: optionalText,
  item: z.object({ items: z.array(salesOrderLineWire), hasMore: z.boolean().nullish() }),
});

export type SalesOrderLineWire = z.output<typeof salesOrderLineWire>;
