import * as z from 'zod';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';

const id = z.number().int().positive();
const quantity = numberOrDecimal.nullish();

/** What is read of an item of an order. */
export const orderItemWire = z.object({
  item_id: id,
  parent_item_id: z.number().int().nullish(),
  sku: z.string().min(1),
  qty_ordered: numberOrDecimal,
  qty_shipped: quantity,
  qty_invoiced: quantity,
  qty_canceled: quantity,
});

/** What is read of an order (OpenAPI 2.4.8, sales-data-order-interface). */
export const orderWire = z.object({
  entity_id: id,
  increment_id: optionalText,
  ext_order_id: optionalText,
  state: optionalText,
  status: optionalText,
  updated_at: optionalText,
  items: z.array(orderItemWire),
});

/** An order of a list: it goes to the map as it came. */
export const listedOrder = z.looseObject({ entity_id: id, updated_at: z.string().min(19) });

export type OrderItemWire = z.output<typeof orderItemWire>;
export type OrderWire = z.output<typeof orderWire>;
