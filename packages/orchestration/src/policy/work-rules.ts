import * as z from 'zod';
import type { EffectType, WorkClass } from '../word/effect.ts';
import { Calendar, TimeOfDay, Weekdays } from './calendar.ts';
import { Seconds } from './seconds.ts';
import type { SlaDocument } from './sla-rule.ts';

/** How bad it is when a piece of work does not happen. */
export type Criticality = 'critical' | 'important' | 'routine';

/** What one type of effect is worth, and how soon it is wanted. */
export interface WorkProfile {
  readonly criticality: Criticality;
  readonly withinSeconds: number;
}

/** Types of effects, those of an order and deliveries of stored bytes. */
export type WorkType = EffectType | 'document.deliver';

/** A type of effect; one document may have a row of its own beside that of `document.send`. */
export type WorkName = WorkType | `document.send/${SlaDocument}`;

/** A row of the table that gives work its class: what it leaves out fits all. First row that fits wins. */
export interface ClassRule {
  readonly criticality?: Criticality | undefined;
  /** Wanted within so many seconds, or sooner. */
  readonly withinSeconds?: number | undefined;
  readonly class: WorkClass;
}

/** How much of a lane may be at work, and how fast. What is left out is not limited. */
export interface LaneCapacity {
  /** Effects at work at once, all workers of a journal together. */
  readonly concurrency?: number | undefined;
  /** Starts: at most `burst` at once, and `perSecond` in the long run. */
  readonly rate?: { readonly perSecond: number; readonly burst: number } | undefined;
  /** Relative share of the starts while several classes wait; more than 0, so that none starves. Even when absent. */
  readonly shares?: Readonly<Record<WorkClass, number>> | undefined;
  /** Nothing starts; what is due stays due. */
  readonly paused?: boolean | undefined;
}

/** When a row of a lane counts; what it says takes the place of what the lane says otherwise. */
export interface LaneHours extends LaneCapacity {
  /** Name of one of the policy's calendars. */
  readonly calendar: string;
  /** Business days of the calendar, or all others; every day when absent. */
  readonly on?: 'businessDays' | 'otherDays' | undefined;
  /** Days of the week, 1 is Monday and 7 Sunday; all when absent. */
  readonly weekdays?: readonly number[] | undefined;
  /** Time of day in the calendar's zone from which on it counts; from midnight when absent. */
  readonly from?: string | undefined;
  /** Time of day at which it ends. Before `from`, it is that of the next day. Midnight when absent; half days end earlier. */
  readonly to?: string | undefined;
}

/** The limits of a lane. */
export interface LaneRule extends LaneCapacity {
  /** `erp:<id>`, `warehouse:<id>`, `partner:<id>`, `shop:<id>`, `local`; `partner:*` for each partner's by itself. */
  readonly lane: string;
  /** So many seconds of waiting count as one step of priority; waiting counts for nothing when absent. */
  readonly ageSeconds?: number | undefined;
  /** Peak and off-peak: the first row that fits wins. */
  readonly hours?: readonly LaneHours[] | undefined;
}

/** When calls to an endpoint are stopped because they fail, and when they are tried again. */
export interface BreakerRule {
  /** Seconds over which failures are counted. */
  readonly windowSeconds: number;
  /** Fewer calls than that in the window say nothing. */
  readonly minimumCalls: number;
  /** Share of calls that failed, 0 to 1, from which on it opens. */
  readonly failureRatio: number;
  /** How long nothing is called; then one call at a time is tried. */
  readonly openSeconds: number;
  /** So many calls in a row must succeed until all may go again. */
  readonly trialCalls: number;
}

/** How work is ranked and throttled: by what it is worth, by lane, by the time of day. */
export interface WorkRules {
  /** By name; deadlines may refer to them too (`sla`). */
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly effects: Readonly<Record<WorkType, WorkProfile>> &
    Readonly<Partial<Record<WorkName, WorkProfile | undefined>>>;
  readonly classes: readonly ClassRule[];
  readonly lanes: readonly LaneRule[];
  /** For each lane to the outside; none when absent. */
  readonly breaker?: BreakerRule | undefined;
  /** What a partner is that no operator has given a state: `live`, or a `draft` that nothing is sent to. */
  readonly unknownPartner: 'live' | 'draft';
}

/** The name under which the table of effects knows a body: `document.send/856` before `document.send`. */
export function workName(body: { readonly type: WorkType; readonly document?: string | undefined }): WorkName {
  return body.type === 'document.send' ? `document.send/${body.document as SlaDocument}` : body.type;
}

/** The class of a type of effect: what it is worth and how soon it is wanted, by the table. `nearRealTime` where no row fits. */
export function classOf(name: WorkName, { work }: { readonly work: WorkRules }): WorkClass {
  const type = name.startsWith('document.send/') ? 'document.send' : (name as WorkType);
  const { criticality, withinSeconds } = work.effects[name] ?? work.effects[type];
  const row = work.classes.find(
    (rule) =>
      (rule.criticality ?? criticality) === criticality &&
      withinSeconds <= (rule.withinSeconds ?? Number.POSITIVE_INFINITY),
  );
  return row?.class ?? 'nearRealTime';
}

const text = z.string().min(1);
const workClass = z.enum(['realTime', 'nearRealTime', 'batch']);
const criticality = z.enum(['critical', 'important', 'routine']);
const share = z.number().positive();
const positiveSeconds = Seconds.refine((seconds) => seconds > 0, 'seconds that are more than 0');
const profile = z.strictObject({ criticality, withinSeconds: Seconds });
const capacity = {
  concurrency: z.int().min(1).optional(),
  rate: z.strictObject({ perSecond: z.number().positive(), burst: z.int().min(1) }).optional(),
  shares: z.strictObject({ realTime: share, nearRealTime: share, batch: share }).optional(),
  paused: z.boolean().optional(),
};
const hours = z.strictObject({
  ...capacity,
  calendar: text,
  on: z.enum(['businessDays', 'otherDays']).optional(),
  weekdays: Weekdays.optional(),
  from: TimeOfDay.optional(),
  to: TimeOfDay.optional(),
});
const effects = z.strictObject({
  'order.enrich': profile,
  'order.tell': profile,
  'credit.check': profile,
  'erp.submit': profile,
  'erp.find': profile,
  'erp.cancel': profile,
  'erp.change': profile,
  'erp.shipment': profile,
  'erp.invoice': profile,
  'erp.credit': profile,
  'erp.cash': profile,
  'warehouse.release': profile,
  'warehouse.cancel': profile,
  'document.send': profile,
  'document.send/855': profile.optional(),
  'document.send/856': profile.optional(),
  'document.send/810': profile.optional(),
  'document.send/865': profile.optional(),
  'document.send/997': profile.optional(),
  'document.deliver': profile,
  'shop.fulfillment': profile,
  'shop.invoice': profile,
  'shop.cancel': profile,
  'shop.refund': profile,
});
const breaker = z.strictObject({
  windowSeconds: positiveSeconds,
  minimumCalls: z.int().min(1),
  failureRatio: z.number().positive().max(1),
  openSeconds: positiveSeconds,
  trialCalls: z.int().min(1),
});

export const WorkRules: z.ZodType<WorkRules> = z
  .strictObject({
    calendars: z.record(text, Calendar),
    effects,
    classes: z.array(
      z.strictObject({
        criticality: criticality.optional(),
        withinSeconds: Seconds.optional(),
        class: workClass,
      }),
    ),
    lanes: z.array(
      z.strictObject({
        ...capacity,
        lane: text,
        ageSeconds: positiveSeconds.optional(),
        hours: z.array(hours).optional(),
      }),
    ),
    breaker: breaker.optional(),
    unknownPartner: z.enum(['live', 'draft']),
  })
  .superRefine(({ lanes, calendars }, context) => {
    lanes.forEach(({ hours: rows = [] }, lane) => {
      rows.forEach(({ calendar }, row) => {
        const path = ['lanes', lane, 'hours', row, 'calendar'];
        // `toString` is no calendar.
        if (!Object.hasOwn(calendars, calendar))
          context.addIssue({ code: 'custom', message: 'a calendar of `calendars`', path });
      });
    });
  });
