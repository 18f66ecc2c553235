import { type Calendar, endOfDay, isBusinessDay, timeOfDay, weekdayOf } from '../policy/calendar.ts';
import { dayMilliseconds, wallClock } from '../policy/wall-clock.ts';
import type { LaneHours, LaneRule, WorkRules } from '../policy/work-rules.ts';
import type { LaneLimit } from './journal.ts';
import { type Breaker, breakerAt } from './lanes/breaker.ts';
import { limitOf } from './lanes/limit-of.ts';
import { noSwitches, type PartnerState, partnerState, type Switches } from './lanes/switches.ts';

/** What bears on the lanes besides the policy. */
export interface LaneConditions {
  readonly switches?: Switches | undefined;
  /** By lane. */
  readonly breakers?: Readonly<Record<string, Breaker>> | undefined;
  /** Lane → instant until which its other side has asked us to wait (`Retry-After`). */
  readonly waits?: Readonly<Record<string, string>> | undefined;
  /** Whether this is the real world: in `production` only live partners are sent to, in `test` also those that test. */
  readonly usage?: 'production' | 'test' | undefined;
}

/** Effects that begin something new at the other side; an ERP or lane that is drained takes none of them. */
const beginnings = ['order.enrich', 'erp.submit', 'warehouse.release'];

/**
 * The limits of all lanes at an instant, for a journal's claim: those of the policy by its calendars, and what operators
 * and circuit breakers make of them. Pure. It stops starts alone: deadlines run on (R29).
 */
export function laneLimits(
  { work }: { readonly work: WorkRules },
  now: string,
  { switches = noSwitches, breakers = {}, waits = {}, usage = 'production' }: LaneConditions = {},
): readonly LaneLimit[] {
  const rules = work.lanes.map((rule) => limitAt(rule, work.calendars, Date.parse(now)));
  const limits = new Map(unknownPartners(rules, work, usage).map((limit) => [limit.lane, limit]));
  for (const [partner, state] of Object.entries(switches.partners))
    for (const lane of lanesOf(partner)) {
      const own = { ...limitOf(rules, lane), lane };
      limits.set(lane, maySend(state, usage) ? own : { ...own, paused: true });
    }
  const tighten = (lane: string, change: Omit<LaneLimit, 'lane'>): void => {
    limits.set(lane, tighter({ ...limitOf([...limits.values()], lane), lane }, change));
  };
  for (const [name, flow] of Object.entries(switches.flows)) {
    if (flow === 'paused') for (const lane of lanesNamed(name)) tighten(lane, { paused: true });
    // A partner is drained by its intake (`takesOrders`).
    if (flow === 'draining' && !name.startsWith('partner/'))
      for (const lane of lanesNamed(name)) tighten(lane, { withheld: beginnings });
  }
  for (const [lane, breaker] of Object.entries(breakers)) {
    const { state } = breakerAt(breaker, now);
    if (state === 'open') tighten(lane, { paused: true });
    if (state === 'halfOpen') tighten(lane, { concurrency: 1 });
  }
  for (const [lane, until] of Object.entries(waits)) if (now < until) tighten(lane, { paused: true });
  return [...limits.values()];
}

function limitAt(rule: LaneRule, calendars: WorkRules['calendars'], now: number): LaneLimit {
  const { lane, ageSeconds, hours = [], ...base } = rule;
  const row = hours.find((row) => isWithin(row, calendars, now));
  return {
    lane,
    ageSeconds,
    paused: row?.paused ?? base.paused,
    concurrency: row?.concurrency ?? base.concurrency,
    rate: row?.rate ?? base.rate,
    shares: row?.shares ?? base.shares,
  };
}

/** Whether the clocks of a row's zone are within it: hours that end after midnight belong to the day they began. */
function isWithin(row: LaneHours, calendars: WorkRules['calendars'], now: number): boolean {
  const calendar = calendars[row.calendar];
  if (calendar === undefined) throw new RangeError(`no calendar is called ${row.calendar}`);
  const clock = wallClock(now, calendar.zone);
  const time = clock % dayMilliseconds;
  const date = clock - time;
  const from = timeOfDay(row.from ?? '00:00');
  const to = row.to === undefined ? dayMilliseconds : timeOfDay(row.to);
  const ends = row.on === 'businessDays' ? Math.min(to, endOfDay(calendar, date)) : to;
  if (from <= to) return from <= time && time < ends && isOn(row, calendar, date);
  return (time >= from && isOn(row, calendar, date)) || (time < to && isOn(row, calendar, date - dayMilliseconds));
}

function isOn({ on, weekdays }: LaneHours, calendar: Calendar, date: number): boolean {
  if (weekdays !== undefined && !weekdays.includes(weekdayOf(date))) return false;
  return on === undefined || isBusinessDay(calendar, date) === (on === 'businessDays');
}

type Usage = NonNullable<LaneConditions['usage']>;

/** Where an unknown partner is a draft, all lanes to partners are paused; those that may be sent to get rows of their own. */
function unknownPartners(rules: readonly LaneLimit[], work: WorkRules, usage: Usage): readonly LaneLimit[] {
  if (maySend(partnerState(noSwitches, '', work), usage)) return rules;
  const stopped = rules.map((rule) => (/^(?:partner|shop):/.test(rule.lane) ? { ...rule, paused: true } : rule));
  const all = ['partner:*', 'shop:*'].filter((lane) => !rules.some((rule) => rule.lane === lane));
  return [...stopped, ...all.map((lane) => ({ ...limitOf(rules, lane), lane, paused: true }))];
}

function maySend(state: PartnerState, usage: Usage): boolean {
  if (state === 'live') return true;
  return usage === 'test' && (state === 'testing' || state === 'certified');
}

function lanesOf(partner: string): readonly string[] {
  return [`partner:${partner}`, `shop:${partner}`];
}

/** The lanes that a switch is for: `partner/<id>`, `erp/<id>`, `lane/<lane>`. */
function lanesNamed(name: string): readonly string[] {
  const [what = '', ...rest] = name.split('/');
  const id = rest.join('/');
  if (what === 'partner') return lanesOf(id);
  return [what === 'erp' ? `erp:${id}` : id];
}

function tighter(limit: LaneLimit, change: Omit<LaneLimit, 'lane'>): LaneLimit {
  const concurrency = Math.min(
    limit.concurrency ?? Number.POSITIVE_INFINITY,
    change.concurrency ?? Number.POSITIVE_INFINITY,
  );
  return {
    ...limit,
    paused: limit.paused === true || change.paused === true,
    withheld: [...(limit.withheld ?? []), ...(change.withheld ?? [])],
    concurrency: Number.isFinite(concurrency) ? concurrency : undefined,
  };
}
