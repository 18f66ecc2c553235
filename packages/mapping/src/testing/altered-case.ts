import * as z from 'zod';
import type { Direction, Scalar } from '../map/rule.ts';

/** A change of a golden pair, and what must come of it: an issue, a value that is kept unread, another value. */
export interface AlteredCase {
  /** Which of the two is changed: the native document, which is read, or the canonical one, which is written. */
  direction: Direction;
  /** The place, in the notation of maps, from the document: `PO1[2]/PO103`, `HL[03=I]/SN102`, `lines[0].quantity.unit`. */
  path: string;
  /** What stands there instead, a value or a whole part; nothing when absent. */
  value?: unknown;
  /** Code of the issue that must follow. */
  code?: string | undefined;
  /** The rule that must say so. */
  rule?: string | undefined;
  /** Of the issue; `error` when absent. */
  severity?: 'error' | 'warning' | 'information' | undefined;
  /** Place that no rule reads then, and that is kept; without an error. */
  lost?: string | undefined;
  /** What stands in the document that is made, at a path of it: nothing, when `value` is absent. */
  gives?: { path: string; value?: Scalar | undefined } | undefined;
  /** Why, for people. */
  note?: string | undefined;
}

const scalar: z.ZodType<Scalar> = z.union([z.string(), z.number(), z.boolean()]);

/** The schema of a row of a file `golden/<case>.altered.json`. */
export const AlteredCase: z.ZodType<AlteredCase> = z
  .strictObject({
    direction: z.enum(['read', 'write']),
    path: z.string().min(1).max(500),
    value: z.json().optional(),
    code: z.string().min(1).optional(),
    rule: z.string().min(1).optional(),
    severity: z.enum(['error', 'warning', 'information']).optional(),
    lost: z.string().min(1).optional(),
    gives: z.strictObject({ path: z.string().min(1).max(500), value: scalar.optional() }).optional(),
    note: z.string().optional(),
  })
  .refine(
    ({ code, lost, gives }) => [code, lost, gives].filter((one) => one !== undefined).length === 1,
    'expected one of code, lost and gives',
  );
