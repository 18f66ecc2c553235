import type { Purpose } from '@dist/canonical';
import * as z from 'zod';
import { PurposeAction } from './purpose-action.ts';

/** What tells two orders of a partner apart. The partner itself is always part of it. */
export type OrderIdentityField = 'number' | 'release' | 'date' | 'division';

/** How a partner's orders are known again, and what an order means that came before (R04). */
export interface OrderPolicy {
  /** `['number', 'release']` when absent; `date` or `division` beside them where a partner's numbers recycle (R04). */
  identity?: OrderIdentityField[] | undefined;
  /** What the purposes of BEG01 mean, where it is not what `orderPurposes` says (R04). */
  purposes?: Partial<Record<Purpose, PurposeAction>> | undefined;
  /** Months for which a number is known again; 24 at least (R04). */
  rememberedMonths?: number | undefined;
  /** What cannot be shipped: kept on back-order, or cancelled where the partner forbids that (gotcha 23). */
  shortage?: 'backorder' | 'cancel' | undefined;
  /** Whether another item may stand for the one ordered; `withConsent` asks first (gotcha 34). */
  substitution?: 'allowed' | 'withConsent' | 'forbidden' | undefined;
  /** Price bases (PO105) that a price of zero goes with; of another line of price zero the order holds (gotcha 19). */
  freeOfChargeBases?: string[] | undefined;
}

/** The schema of the policy of orders. */
export const OrderPolicy: z.ZodType<OrderPolicy> = z.strictObject({
  identity: z
    .array(z.enum(['number', 'release', 'date', 'division']))
    .min(1)
    .optional(),
  purposes: z
    .partialRecord(
      z.enum(['original', 'cancellation', 'replace', 'confirmation', 'duplicate', 'informationCopy']),
      PurposeAction,
    )
    .optional(),
  rememberedMonths: z.int().min(24).optional(),
  shortage: z.enum(['backorder', 'cancel']).optional(),
  substitution: z.enum(['allowed', 'withConsent', 'forbidden']).optional(),
  freeOfChargeBases: z.array(z.string().min(1)).optional(),
});
