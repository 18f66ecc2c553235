import * as z from 'zod';

/**
 * What becomes of an order: made, answered again without effect, kept for a person, its open quantities replaced (never
 * below what is shipped), cancelled where it is not yet picked, or only taken note of.
 */
export type OrderAction = 'create' | 'acknowledge' | 'hold' | 'replaceOpen' | 'cancelUnpicked' | 'note';

/** What one purpose of an order (BEG01) means, by what is there already (R04). */
export interface PurposeAction {
  /** There is no order of this identity. */
  whenNew: OrderAction;
  /** There is one, and it says the same. */
  whenEqual: OrderAction;
  /** There is one, and it says something else. */
  whenDifferent: OrderAction;
}

const action = z.enum(['create', 'acknowledge', 'hold', 'replaceOpen', 'cancelUnpicked', 'note']);

/** The schema of what a purpose means. */
export const PurposeAction: z.ZodType<PurposeAction> = z.strictObject({
  whenNew: action,
  whenEqual: action,
  whenDifferent: action,
});
