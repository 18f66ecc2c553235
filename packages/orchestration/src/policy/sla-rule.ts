import * as z from 'zod';
import { type Calendar, calendarFields } from './calendar.ts';

/** Documents with a deadline; `997` is the one that the partner owes us. */
export type SlaDocument = '855' | '856' | '810' | '865' | '997';

/** So many business days of a calendar: one of the policy's by its name (`work.calendars`), or one written out. */
export type BusinessDays = { readonly days: number } & (Calendar | { readonly calendar: string });

/** When a document is due (R26), in elapsed hours or in business days of a calendar. */
export interface SlaRule {
  /**
   * `received` is transport time, never parse time. `departed` is when the goods left, where that is known apart from
   * `shipped`. `beforeArrival` counts back from the arrival that was announced: its hours or days are not positive.
   */
  readonly startsAt: 'received' | 'shipped' | 'departed' | 'beforeArrival' | 'invoicePosted' | 'transmitted';
  readonly hours?: number | undefined;
  /** Whole business days: due at the same time of day in the zone. */
  readonly businessDays?: BusinessDays | undefined;
  /** What ends the clock: the sending (when absent), the transport's receipt, or the partner's acknowledgment. */
  readonly satisfiedBy?: 'transmitted' | 'mdn' | 'acknowledged' | undefined;
  /** What a breach costs, in the order's currency, for those who rank work by it. */
  readonly breachCost?: string | undefined;
  /** Whose breach it is; the integration team when absent. */
  readonly owner?: string | undefined;
}

const text = z.string().min(1);
const days = z.int();

export const SlaRule: z.ZodType<SlaRule> = z
  .strictObject({
    startsAt: z.enum(['received', 'shipped', 'departed', 'beforeArrival', 'invoicePosted', 'transmitted']),
    hours: z.number().optional(),
    businessDays: z
      .union([z.strictObject({ days, calendar: text }), z.strictObject({ days, ...calendarFields })])
      .optional(),
    satisfiedBy: z.enum(['transmitted', 'mdn', 'acknowledged']).optional(),
    breachCost: z
      .string()
      .regex(/^\d+(\.\d+)?$/, 'a decimal that is not negative')
      .optional(),
    owner: text.optional(),
  })
  .refine((rule) => (rule.hours === undefined) !== (rule.businessDays === undefined), 'either hours or businessDays')
  .refine(isOnItsSide, 'hours and days are negative before the arrival, and only there');

function isOnItsSide({ startsAt, hours, businessDays }: SlaRule): boolean {
  const offset = hours ?? businessDays?.days ?? 0;
  return startsAt === 'beforeArrival' ? offset <= 0 : offset >= 0;
}
