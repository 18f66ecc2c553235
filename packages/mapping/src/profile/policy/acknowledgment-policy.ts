import * as z from 'zod';

/** How a partner's documents are acknowledged, and what a breach of its guide does (R09, R10). */
export interface AcknowledgmentPolicy {
  /** `997` when absent, in the release received; 999 on request only (R09). */
  form?: '997' | '999' | undefined;
  /** TA1: when ISA14 asks for it (when absent), always, or never. */
  interchange?: 'requested' | 'always' | 'never' | undefined;
  /**
   * Code of an issue → what it does; `guide-*` stands for those of the guide that are not named. Data that the standard
   * allows and only the guide forbids does not reject when nothing is said (R10). The words are those of a guide of
   * `@dist/x12/guide`, whose own table comes first.
   */
  violations?: Record<string, 'reject' | 'accept-with-errors' | 'silent'> | undefined;
  /** What a document becomes that only the guide faults: an 824 to the partner, or held here (R10). */
  guideFault?: '824' | 'hold' | undefined;
}

/** The schema of the policy of acknowledgments. */
export const AcknowledgmentPolicy: z.ZodType<AcknowledgmentPolicy> = z.strictObject({
  form: z.enum(['997', '999']).optional(),
  interchange: z.enum(['requested', 'always', 'never']).optional(),
  violations: z.record(z.string().min(1), z.enum(['reject', 'accept-with-errors', 'silent'])).optional(),
  guideFault: z.enum(['824', 'hold']).optional(),
});
