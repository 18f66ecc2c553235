import { DecimalString } from '@dist/canonical';
import * as z from 'zod';

/** What becomes of an ordered price that is not the one agreed (gotcha 18). */
export interface PricePolicy {
  /** Percent by which the price may differ; 0 when absent. A price within one of the two bounds is taken. */
  percent?: DecimalString | undefined;
  /** Amount by which the price may differ, for each unit of the price; 0 when absent. */
  amount?: DecimalString | undefined;
  /** A lower price beyond the bounds: the order holds, the line is answered with our price (IP), or rejected (R1). */
  whenLower: 'hold' | 'answerPrice' | 'reject';
  /** A higher price beyond the bounds; `accept` takes it. */
  whenHigher: 'accept' | 'hold' | 'answerPrice' | 'reject';
}

/** The schema of the policy of prices. */
export const PricePolicy: z.ZodType<PricePolicy> = z.strictObject({
  percent: DecimalString.optional(),
  amount: DecimalString.optional(),
  whenLower: z.enum(['hold', 'answerPrice', 'reject']),
  whenHigher: z.enum(['accept', 'hold', 'answerPrice', 'reject']),
});
