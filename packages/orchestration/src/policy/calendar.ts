import * as z from 'zod';
import { dayMilliseconds } from './wall-clock.ts';

/** The business days of a zone. Deadlines (`sla`) and the hours of lanes (`work`) count by the same calendars. */
export interface Calendar {
  /** IANA name: `America/Chicago`. */
  readonly zone: string;
  /** Business days of the week, 1 is Monday and 7 Sunday; 1 to 5 when absent. */
  readonly weekdays?: readonly number[] | undefined;
  /** Dates (`2026-11-26`) that are none. */
  readonly holidays?: readonly string[] | undefined;
  /** Business days that end early, at a time of day (`12:00`). */
  readonly halfDays?: readonly { readonly date: string; readonly until: string }[] | undefined;
  /** What comes later than this time of day, or on no business day, counts as the next business day's. */
  readonly cutOff?: string | undefined;
  /** Time of day at which a business day begins, for what comes before it or counts as the next day's; `00:00` when absent. */
  readonly opens?: string | undefined;
}

/** Whether a date of the calendar's zone, as a wall clock shows it, is a business day. */
export function isBusinessDay({ weekdays = [1, 2, 3, 4, 5], holidays = [] }: Calendar, clock: number): boolean {
  if (weekdays.length === 0) throw new RangeError('a calendar has at least one business day a week');
  return weekdays.includes(weekdayOf(clock)) && !holidays.includes(dateOf(clock));
}

/** When a business day ends, in milliseconds of the day: at midnight, or earlier on a half day. */
export function endOfDay({ halfDays = [] }: Calendar, clock: number): number {
  const half = halfDays.find(({ date }) => date === dateOf(clock));
  return half === undefined ? dayMilliseconds : timeOfDay(half.until);
}

/** Day of the week that a wall clock shows: 1 is Monday, 7 Sunday. */
export function weekdayOf(clock: number): number {
  return new Date(clock).getUTCDay() || 7;
}

/** Milliseconds of the day of a time `HH:MM`. */
export function timeOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

function dateOf(clock: number): string {
  return new Date(clock).toISOString().slice(0, 10);
}

/** A time of day, `00:00` to `23:59`. */
export const TimeOfDay: z.ZodType<string> = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day HH:MM');

/** Days of the week, 1 is Monday and 7 Sunday. */
export const Weekdays: z.ZodType<readonly number[]> = z.array(z.int().min(1).max(7)).min(1);

/** Whether `Intl` knows a zone. */
function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The fields of a calendar, for schemas that have more beside them. */
export const calendarFields = {
  zone: z.string().refine(isZone, 'the IANA name of a time zone'),
  weekdays: Weekdays.optional(),
  holidays: z.array(z.iso.date()).optional(),
  halfDays: z.array(z.strictObject({ date: z.iso.date(), until: TimeOfDay })).optional(),
  cutOff: TimeOfDay.optional(),
  opens: TimeOfDay.optional(),
};

export const Calendar: z.ZodType<Calendar> = z.strictObject(calendarFields);
