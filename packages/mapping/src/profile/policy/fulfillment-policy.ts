import { DecimalString } from '@dist/canonical';
import * as z from 'zod';

/** Who says what was shipped, and how a ship notice is put right (R21, R22). */
export interface FulfillmentPolicy {
  /** Whose word a shipment is: the ERP's posting or the warehouse's confirmation, 945 (R21). */
  source?: 'erp' | 'warehouse' | undefined;
  /** Whether the 856 may leave before the ERP has posted (R21). */
  noticeBeforePosting?: boolean | undefined;
  /** A warehouse that confirms less than requested: the rest is cancelled, or stays open (R21). */
  shortConfirmation?: 'shipShort' | 'backorder' | undefined;
  /** Percent that may be shipped above the quantity ordered; 0 when absent (gotcha 22). */
  overShipPercent?: DecimalString | undefined;
  /** How an 856 that was sent is corrected (R22). */
  correction?: 'replace' | 'cancelAndNew' | 'portal' | 'notAllowed' | undefined;
  /** Months in which the number of a carton or pallet (SSCC) is not used again; 12 at least (gotcha 30). */
  ssccMonths?: number | undefined;
  /** Whether kits and prepacks are told by their components on 856 and 810 (gotcha 33). */
  kits?: 'asOrdered' | 'exploded' | undefined;
}

/** The schema of the policy of fulfillment. */
export const FulfillmentPolicy: z.ZodType<FulfillmentPolicy> = z.strictObject({
  source: z.enum(['erp', 'warehouse']).optional(),
  noticeBeforePosting: z.boolean().optional(),
  shortConfirmation: z.enum(['shipShort', 'backorder']).optional(),
  overShipPercent: DecimalString.optional(),
  correction: z.enum(['replace', 'cancelAndNew', 'portal', 'notAllowed']).optional(),
  ssccMonths: z.int().min(12).optional(),
  kits: z.enum(['asOrdered', 'exploded']).optional(),
});
