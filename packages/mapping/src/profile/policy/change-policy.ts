import * as z from 'zod';

/** How a partner changes its orders: X12 860 (R17, gotcha 7). */
export interface ChangePolicy {
  /**
   * Whether the quantities of a change (POC03, with QI and QD) are the new totals or the differences. There is no default:
   * a change of quantity of a partner that leaves it out holds (R17).
   */
  quantities?: 'total' | 'difference' | undefined;
  /** Whether a change tells the whole order again, or only the lines that change (gotcha 7). */
  image?: 'full' | 'changedLines' | undefined;
  /** A change on a number that is not there: parked until the order comes, for so many hours (gotcha 6). */
  parkedHours?: number | undefined;
}

/** The schema of the policy of changes. */
export const ChangePolicy: z.ZodType<ChangePolicy> = z.strictObject({
  quantities: z.enum(['total', 'difference']).optional(),
  image: z.enum(['full', 'changedLines']).optional(),
  parkedHours: z.int().positive().optional(),
});
