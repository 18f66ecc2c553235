import { instantAt } from './instant-at.ts';
import { dayMilliseconds } from './wall-clock.ts';

const hour = 3_600_000;
const hours: readonly string[] = Array.from({ length: 24 }, (_, index) => String(index).padStart(2, '0'));

/** The instant so many milliseconds after (or before) another, in UTC with milliseconds; where years end, that (`instantAt`). */
export function instantAfter(at: string, milliseconds: number): string {
  return wholeHoursAfter(at, milliseconds / hour) ?? instantAt(Date.parse(at) + milliseconds);
}

/** Minutes and less stay as they are. Undefined where it is not that plain: to read and write an instant takes ten times as long. */
function wholeHoursAfter(at: string, more: number): string | undefined {
  if (!Number.isSafeInteger(more)) return undefined;
  const from = dayOf(at);
  const time = timeOf(at);
  if (from === undefined || time < 0) return undefined;
  const later = Math.floor((time + more) / 24);
  const date = dateOf(from + later);
  return date === undefined ? undefined : `${date}${hours[time + more - later * 24]}${at.slice(13)}`;
}

const [zero, nine, dash, colon, dot, letterT, letterZ] = [48, 57, 45, 58, 46, 84, 90];

/** Hour of the day of `2026-03-02T08:00:00.000Z`; -1 for a time that is written in another way. */
function timeOf(at: string): number {
  const isMarked = at.charCodeAt(13) === colon && at.charCodeAt(16) === colon && at.charCodeAt(19) === dot;
  if (!isMarked || at.length !== 24 || at.charCodeAt(23) !== letterZ) return -1;
  const time = number(at, 11, 13);
  const minute = number(at, 14, 16);
  const second = number(at, 17, 19);
  if (time > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || number(at, 20, 23) < 0) return -1;
  return time;
}

/** The number that digits state; -1 where they are none. */
function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (!(code >= zero && code <= nine)) return -1;
    value = value * 10 + code - zero;
  }
  return value;
}

/** Dates that were asked for last, as numbers (20260302) → days since 1970; and the other way round, as texts (`2026-03-02T`). */
const days = new Map<number, number>();
const dates = new Map<number, string>();
const most = 400;
/** Further away from 1970 there are no dates. */
const mostDays = 1e8;

function dayOf(at: string): number | undefined {
  if (at.charCodeAt(4) !== dash || at.charCodeAt(7) !== dash || at.charCodeAt(10) !== letterT) return undefined;
  const year = number(at, 0, 4);
  const month = number(at, 5, 7);
  const date = number(at, 8, 10);
  if (year < 0 || month < 0 || date < 0) return undefined;
  const name = year * 10_000 + month * 100 + date;
  const known = days.get(name);
  if (known !== undefined) return known;
  const text = at.slice(0, 11);
  const day = Date.parse(`${text}00:00:00.000Z`) / dayMilliseconds;
  // `Date.parse` takes the 31st of a shorter month for the 1st of the next.
  if (Number.isNaN(day) || dateOf(day) !== text) return undefined;
  if (days.size >= most) days.clear();
  days.set(name, day);
  return day;
}

/** Undefined for a year that is not written in four digits. */
function dateOf(day: number): string | undefined {
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (Math.abs(day) > mostDays) return undefined;
  const text = new Date(day * dayMilliseconds).toISOString().slice(0, -13);
  if (text.length !== 11) return undefined;
  if (dates.size >= most) dates.clear();
  dates.set(day, text);
  return text;
}
