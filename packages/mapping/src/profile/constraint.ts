import type { Severity } from '@dist/canonical';
import * as z from 'zod';
import type { Condition } from '../map/rule.ts';
import { conditionSchema } from '../map/rule-schema.ts';
import { ValueTest } from './value-test.ts';

/** What a partner asks of a document beyond its map, over the canonical document: when `if` holds, `then` must. */
export interface Constraint {
  /** Unique in the document of the profile; the rule of its issues. */
  id: string;
  /** Path of a list, `lines[]`: the constraint is asked of each item, and its paths start there; `/` starts at the document. */
  at?: string | undefined;
  /** When it is asked; always when absent. `is` holds where one of the values at its path is. */
  if?: Condition | undefined;
  /** What must hold then: a test of values, or a condition. */
  then: Condition | ValueTest;
  /** `error` when absent: the document is not sent, or holds. */
  severity?: Severity | undefined;
  /** What to tell a person; made of the constraint when absent. */
  message?: string | undefined;
  /** Where the partner says so, for people. */
  source?: string | undefined;
}

/** The schema of a constraint. */
export const Constraint: z.ZodType<Constraint> = z.strictObject({
  id: z.string().min(1).max(100),
  at: z.string().min(1).max(500).optional(),
  if: conditionSchema.optional(),
  then: z.union([conditionSchema, ValueTest]),
  severity: z.enum(['error', 'warning', 'information']).optional(),
  message: z.string().min(1).optional(),
  source: z.string().optional(),
});
