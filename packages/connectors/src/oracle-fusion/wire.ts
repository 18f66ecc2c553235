import * as z from 'zod';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';

/** An id that is a number in some releases and a text in others. */
const id = z.union([z.string().min(1), z.number().int()]).transform(String);

/** What is read of an order of `salesOrdersForOrderHub`. */
export const orderWire = z.object({
  HeaderId: id,
  OrderNumber: id,
  // Stands in addresses: half of a pair of UTF-16 cannot.
  OrderKey: z.string().regex(/^\P{Cs}+$/u),
  SourceTransactionId: z.string().min(1),
  SourceTransactionSystem: z.string().min(1),
  StatusCode: z.string().min(1),
  OnHoldFlag: z.boolean().nullish(),
  LastUpdateDate: optionalText,
});

/** What is read of a fulfillment line, child `lines`: a line of which a part has left is two of them. */
export const lineWire = z.object({
  FulfillLineId: id,
  SourceTransactionLineId: z.string().min(1),
  SourceTransactionScheduleId: optionalText,
  ProductNumber: z.string().min(1),
  OrderedQuantity: numberOrDecimal,
  OrderedUOMCode: z.string().min(1),
  ShippedQuantity: numberOrDecimal.nullish(),
  StatusCode: z.string().min(1),
  OnHoldFlag: z.boolean().nullish(),
  BillingTransactionNumber: optionalText,
});

export type OrderWire = z.output<typeof orderWire>;
export type LineWire = z.output<typeof lineWire>;
