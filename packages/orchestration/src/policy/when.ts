import * as z from 'zod';

/** Which orders (or parts of orders) a row of a table is for. An empty condition fits all. */
export interface When {
  readonly partner?: string | undefined;
  readonly channel?: 'edi' | 'shop' | undefined;
  /** A number of the order's ship-from party. */
  readonly warehouse?: string | undefined;
  /** A reference of the order of type `businessUnit`, or the number of its vendor party. */
  readonly businessUnit?: string | undefined;
  /** Percent of orders, 0 to 100, chosen by a hash of partner and order number: the same order always falls the same way. */
  readonly share?: number | undefined;
}

const text = z.string().min(1);

export const When: z.ZodType<When> = z.strictObject({
  partner: text.optional(),
  channel: z.enum(['edi', 'shop']).optional(),
  warehouse: text.optional(),
  businessUnit: text.optional(),
  share: z.number().min(0).max(100).optional(),
});
