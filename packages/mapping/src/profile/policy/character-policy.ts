import * as z from 'zod';

/** What characters the partner reads (gotcha 36). */
export interface CharacterPolicy {
  /** The sets of X12.6: basic (capital letters) or extended (small ones too). */
  set: 'basic' | 'extended';
  /** A character outside of it: refused when absent, or replaced by a near one with an issue (gotcha 36). */
  outside?: 'refuse' | 'transliterate' | undefined;
}

/** The schema of the policy of characters. */
export const CharacterPolicy: z.ZodType<CharacterPolicy> = z.strictObject({
  set: z.enum(['basic', 'extended']),
  outside: z.enum(['refuse', 'transliterate']).optional(),
});
