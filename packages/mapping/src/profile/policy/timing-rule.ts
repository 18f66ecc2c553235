import * as z from 'zod';

/** When a document is due (R26). */
export interface TimingRule {
  /** The set that is owed: `997`, `855`, `856`, `810`. */
  document: string;
  /** What starts the clock. `received` is transport time, never parse time; `beforeArrival` counts back from the arrival planned (R26). */
  startsAt: 'received' | 'shipped' | 'departed' | 'beforeArrival' | 'invoicePosted';
  /** How long after it, or before an arrival: an ISO 8601 duration of days or of hours and minutes, `P1D`, `PT24H`, `PT90M`. */
  offset: string;
  /** Whether days and hours are those of the clock or the partner's business days; `elapsed` when absent (R26, gotcha 32). */
  calendar?: 'elapsed' | 'businessDays' | undefined;
  /** What ends the obligation (R26). */
  satisfiedBy: 'transmitted' | 'mdn' | 'acknowledged';
  /** What the partner charges or says when it is late, for people. */
  note?: string | undefined;
}

/** The schema of a time rule. */
export const TimingRule: z.ZodType<TimingRule> = z.strictObject({
  document: z.string().min(1),
  startsAt: z.enum(['received', 'shipped', 'departed', 'beforeArrival', 'invoicePosted']),
  offset: z
    .string()
    .regex(/^P(?:\d{1,3}D|T\d{1,4}H|T(?:\d{1,4}H)?\d{1,5}M)$/, 'expected a duration P1D, PT24H or PT90M'),
  calendar: z.enum(['elapsed', 'businessDays']).optional(),
  satisfiedBy: z.enum(['transmitted', 'mdn', 'acknowledged']),
  note: z.string().optional(),
});
