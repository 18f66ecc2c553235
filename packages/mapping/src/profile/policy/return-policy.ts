import * as z from 'zod';

/** How a partner's returns are taken and credited (R25). */
export interface ReturnPolicy {
  /** The document of a credit: an 810 with BIG07 or an 812 (R25). */
  credit?: '810' | '812' | undefined;
  /** Whether goods come back only with our number (RMA). */
  needsAuthorization?: boolean | undefined;
  /** Dispositions after inspection that are credited: `restock`, `repair`, `scrap` (R25). All when absent. */
  creditedDispositions?: string[] | undefined;
  /** Whether fewer than announced may come back, and be credited as inspected (R25). */
  partial?: boolean | undefined;
}

/** The schema of the policy of returns. */
export const ReturnPolicy: z.ZodType<ReturnPolicy> = z.strictObject({
  credit: z.enum(['810', '812']).optional(),
  needsAuthorization: z.boolean().optional(),
  creditedDispositions: z.array(z.string().min(1)).optional(),
  partial: z.boolean().optional(),
});
