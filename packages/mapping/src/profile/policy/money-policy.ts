import { DecimalString } from '@dist/canonical';
import * as z from 'zod';

/** How a partner's amounts are made and compared (R23, gotchas 15 to 17). */
export interface MoneyPolicy {
  /** Where amounts are rounded: `line` when absent; `allowanceCharge` rounds each SAC alone, `document` the total once (R23). */
  roundedAt?: 'line' | 'allowanceCharge' | 'document' | undefined;
  /** What becomes of a half cent; `halfUp` when absent (R23). */
  rounding?: 'halfUp' | 'halfEven' | undefined;
  /** How far a stated total may lie from the one computed, in units of the currency; 0 when absent (gotcha 17). */
  tolerance?: DecimalString | undefined;
  /** Codes of allowances and charges (SAC02) that are agreed; an invoice with another is not sent (R23). Any when absent. */
  allowanceChargeCodes?: string[] | undefined;
  /** Sign of the amounts of a credit (BIG07); `positive` when absent: the type says that it is a credit (R23). */
  creditSign?: 'positive' | 'negative' | undefined;
  /** Whether tax is summed from the lines or computed on the total; the difference goes to a line of its own (gotcha 16). */
  taxOn?: 'line' | 'total' | undefined;
}

/** The schema of the policy of money. */
export const MoneyPolicy: z.ZodType<MoneyPolicy> = z.strictObject({
  roundedAt: z.enum(['line', 'allowanceCharge', 'document']).optional(),
  rounding: z.enum(['halfUp', 'halfEven']).optional(),
  tolerance: DecimalString.optional(),
  allowanceChargeCodes: z.array(z.string().min(1)).optional(),
  creditSign: z.enum(['positive', 'negative']).optional(),
  taxOn: z.enum(['line', 'total']).optional(),
});
