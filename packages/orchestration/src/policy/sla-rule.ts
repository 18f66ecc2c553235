import * as z from 'zod';
import { type Calendar, calendarFields } from './calendar.ts';
import { Days } from './days.ts';
import { Hours } from './hours.ts';

/** Documents with a deadline; `997` is the one that the partner owes us. */
export type SlaDocument = '855' | '856' | '810' | '865' | '997';

/** So many business days of a calendar: one of the policy's by its name (`work.calendars`), or one written out. */
export type BusinessDays = { readonly days: number } & (Calendar | { readonly calendar: string });

/** When a document is due (R26), in elapsed hours or in business days of a calendar. */
export interface SlaRule {
  /**
   * `received` is transport time, never parse time. `departed` is when the goods left, where the shipment says it apart from
   * its report. `beforeArrival` counts back from the arrival that was announced: its hours or days are not positive. Which of
   * them a document can have, the schema of a policy checks.
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

/** Where the clock of each document may start. A policy that says another place is refused: nothing would honour it. */
const slaStarts: Readonly<Record<SlaDocument, readonly SlaRule['startsAt'][]>> = {
  '855': ['received'],
  '856': ['shipped', 'departed', 'beforeArrival'],
  '810': ['invoicePosted', 'shipped', 'departed'],
  '865': ['received'],
  '997': ['transmitted'],
};

/** What a rule says that its document can not have, by the name of the field. */
export function slaFaults(
  document: SlaDocument,
  rule: SlaRule | undefined,
): readonly { readonly name: string; readonly message: string }[] {
  if (rule === undefined) return [];
  const starts = slaStarts[document];
  const wrongStart = starts.includes(rule.startsAt)
    ? []
    : [
        {
          name: 'startsAt',
          message: `the clock of ${document} starts at ${starts.join(', ')}, not at ${rule.startsAt}`,
        },
      ];
  const isOurs = document !== '997' || rule.satisfiedBy === undefined;
  return isOurs
    ? wrongStart
    : [...wrongStart, { name: 'satisfiedBy', message: 'a 997 is what is awaited: nothing else satisfies it' }];
}

const text = z.string().min(1);
// How many there may be is told of the rule: a union says only that it does not fit.
const days = z.int();

export const SlaRule: z.ZodType<SlaRule> = z
  .strictObject({
    startsAt: z.enum(['received', 'shipped', 'departed', 'beforeArrival', 'invoicePosted', 'transmitted']),
    hours: Hours.optional(),
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
  .superRefine(({ businessDays }, context) => {
    for (const { message } of Days.safeParse(businessDays?.days ?? 0).error?.issues ?? [])
      context.addIssue({ code: 'custom', message, path: ['businessDays', 'days'] });
  })
  .refine(isOnItsSide, 'hours and days are negative before the arrival, and only there');

function isOnItsSide({ startsAt, hours, businessDays }: SlaRule): boolean {
  const offset = hours ?? businessDays?.days ?? 0;
  return startsAt === 'beforeArrival' ? offset <= 0 : offset >= 0;
}
