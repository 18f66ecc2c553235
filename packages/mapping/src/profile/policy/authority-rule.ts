import * as z from 'zod';

/** Which system owns a group of fields, and what another's word does (R20). */
export interface AuthorityRule {
  fields: 'price' | 'shipTo' | 'lineQuantity' | 'tracking' | 'tax';
  /** Whose word counts. */
  owner: 'buyer' | 'shop' | 'erp' | 'warehouse';
  /** A report of another system that says something else is ignored, held for a person, or adopted (R20). */
  conflict: 'ignore' | 'hold' | 'adopt';
}

/** The schema of a row of the table of authority. */
export const AuthorityRule: z.ZodType<AuthorityRule> = z.strictObject({
  fields: z.enum(['price', 'shipTo', 'lineQuantity', 'tracking', 'tax']),
  owner: z.enum(['buyer', 'shop', 'erp', 'warehouse']),
  conflict: z.enum(['ignore', 'hold', 'adopt']),
});
