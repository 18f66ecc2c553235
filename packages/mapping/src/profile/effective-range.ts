import * as z from 'zod';

/** First and last calendar day of something, `CCYY-MM-DD`, both included; without end where one is absent. */
export interface EffectiveRange {
  from?: string | undefined;
  until?: string | undefined;
}

/** The schema of a range of days. */
export const EffectiveRange: z.ZodType<EffectiveRange> = z
  .strictObject({ from: z.iso.date().optional(), until: z.iso.date().optional() })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, 'it ends before it begins');
