import { type Calendar, endOfDay, isBusinessDay, timeOfDay } from './calendar.ts';
import { instantAfter } from './instant-after.ts';
import { instantAt } from './instant-at.ts';
import type { SlaRule } from './policy.ts';
import { dayMilliseconds, instantOfClock, wallClock } from './wall-clock.ts';

/**
 * When a document is due that starts at an instant: after elapsed hours, or business days later at the same time of day
 * (on a half day when that ends, at the latest). A rule that starts `beforeArrival` counts back from the arrival.
 * A start that is a date (`2026-03-10`) is midnight in the zone of the calendar; where hours are counted, in UTC.
 * `calendars` are those of the policy (`work.calendars`), for a rule that names one.
 *
 * @throws RangeError for the name of a calendar that is not among them, and for an unknown zone.
 */
export function dueAt(rule: SlaRule, startsAt: string, calendars: Readonly<Record<string, Calendar>> = {}): string {
  if (rule.businessDays === undefined) return instantAfter(startsAt, (rule.hours ?? 0) * 3_600_000);
  const start = Date.parse(startsAt);
  if (Number.isNaN(start)) return instantAt(start);
  const calendar = calendarOf(rule.businessDays, calendars);
  const back = rule.startsAt === 'beforeArrival';
  // Clocks are read as if they showed UTC, and so is a date.
  const shown = isDate.test(startsAt) ? start : wallClock(start, calendar.zone);
  const counted = back ? shown : countsAs(calendar, shown);
  const time = counted % dayMilliseconds;
  const day = businessDay(calendar, counted - time, Math.abs(rule.businessDays.days), back ? -1 : 1);
  const due = day + Math.min(time, endOfDay(calendar, day));
  return instantAt(instantOfClock(due, calendar.zone));
}

const isDate = /^\d{4}-\d\d-\d\d$/;

function calendarOf(
  businessDays: NonNullable<SlaRule['businessDays']>,
  calendars: Readonly<Record<string, Calendar>>,
): Calendar {
  if (!('calendar' in businessDays)) return businessDays;
  const calendar = calendars[businessDays.calendar];
  if (calendar === undefined) throw new RangeError(`no calendar is called ${businessDays.calendar}`);
  return calendar;
}

/** The time that counts where something comes too late for its day, too early, or on no business day. */
function countsAs(calendar: Calendar, clock: number): number {
  const time = clock % dayMilliseconds;
  const date = clock - time;
  const opens = timeOfDay(calendar.opens ?? '00:00');
  if (isBusinessDay(calendar, date)) {
    const cutOff = calendar.cutOff === undefined ? dayMilliseconds : timeOfDay(calendar.cutOff);
    if (time <= Math.min(cutOff, endOfDay(calendar, date))) return date + Math.max(time, opens);
  } else if (calendar.cutOff === undefined) return clock;
  return businessDay(calendar, date, 1, 1) + opens;
}

/** So many business days away from a date; a business day in any case. */
function businessDay(calendar: Calendar, from: number, days: number, step: 1 | -1): number {
  let date = from;
  for (let left = days; left > 0; ) {
    date += step * dayMilliseconds;
    if (isBusinessDay(calendar, date)) left--;
  }
  while (!isBusinessDay(calendar, date)) date += step * dayMilliseconds;
  return date;
}
