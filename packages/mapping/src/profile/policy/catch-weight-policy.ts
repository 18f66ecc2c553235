import { DecimalString } from '@dist/canonical';
import * as z from 'zod';

/** Items ordered in one unit and priced by weight (R18). The ledger balances in the ordering unit. */
export interface CatchWeightPolicy {
  /** Unit of the weight, UN/ECE Recommendation 20: `LBR`, `KGM`. */
  unit: string;
  /** Percent by which the weight may differ from the nominal one; any when absent. */
  percent?: DecimalString | undefined;
}

/** The schema of the policy of catch weight. */
export const CatchWeightPolicy: z.ZodType<CatchWeightPolicy> = z.strictObject({
  unit: z.string().regex(/^[A-Z0-9]{2,3}$/, 'expected a unit code of UN/ECE Recommendation 20'),
  percent: DecimalString.optional(),
});
