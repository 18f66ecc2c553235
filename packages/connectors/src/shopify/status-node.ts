import * as z from 'zod';
import { optionalText } from '../wire/optional-text.ts';
import { pageInfo } from './page-info.ts';

/** An order as far as it tells how it stands. Words are texts: a new one is no failure. */
export const statusNode = z.object({
  id: z.string(),
  name: z.string(),
  poNumber: optionalText,
  updatedAt: z.string(),
  cancelledAt: optionalText,
  closed: z.boolean(),
  displayFulfillmentStatus: z.string(),
  displayFinancialStatus: optionalText,
  reference: z.object({ value: z.string() }).nullish(),
  fulfillmentOrders: z.object({
    nodes: z.array(
      z.object({
        status: z.string(),
        fulfillmentHolds: z.array(
          z.object({ reason: z.string(), displayReason: z.string().optional(), reasonNotes: optionalText }),
        ),
      }),
    ),
  }),
  lineItems: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        sku: optionalText,
        name: z.string(),
        currentQuantity: z.int(),
        unfulfilledQuantity: z.int(),
      }),
    ),
    pageInfo,
  }),
});

/** An order as {@link statusNode} reads it. */
export type StatusNode = z.output<typeof statusNode>;
