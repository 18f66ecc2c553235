import { DecimalString } from '@dist/canonical';
import * as z from 'zod';

/** How a partner's payments are taken: X12 820 (R24). An advice is not cash: paid needs the word of a bank or ERP. */
export interface RemittancePolicy {
  /** How far the amount paid (BPR02) may lie from the sum of its lines; 0 when absent: beyond it holds (R24). */
  tolerance?: DecimalString | undefined;
  /** Less than the invoice asks for: a deduction record, or held (R24). */
  underpaid?: 'deduction' | 'hold' | undefined;
  /** More than the invoice asks for: kept on account, or held (R24). */
  overpaid?: 'onAccount' | 'hold' | undefined;
  /** Days in which a deduction can be disputed (R24). */
  disputeDays?: number | undefined;
}

/** The schema of the policy of remittances. */
export const RemittancePolicy: z.ZodType<RemittancePolicy> = z.strictObject({
  tolerance: DecimalString.optional(),
  underpaid: z.enum(['deduction', 'hold']).optional(),
  overpaid: z.enum(['onAccount', 'hold']).optional(),
  disputeDays: z.int().positive().optional(),
});
