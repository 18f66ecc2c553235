import type { SlaRule } from './policy.ts';

/** When a document is due that starts at an instant: after elapsed hours, or business days later at the same time of day. */
export function dueAt(rule: SlaRule, startsAt: string): string {
  if (rule.businessDays === undefined)
    return new Date(Date.parse(startsAt) + (rule.hours ?? 0) * 3_600_000).toISOString();
  const { days, zone, holidays = [] } = rule.businessDays;
  const start = wallClock(Date.parse(startsAt), zone);
  let date = start - (start % dayMs);
  for (let left = days; left > 0; ) {
    date += dayMs;
    if (isBusinessDay(date, holidays)) left--;
  }
  while (!isBusinessDay(date, holidays)) date += dayMs;
  return new Date(instantOf(date + (start % dayMs), zone)).toISOString();
}

const dayMs = 86_400_000;

function isBusinessDay(date: number, holidays: readonly string[]): boolean {
  const day = new Date(date);
  return day.getUTCDay() % 6 !== 0 && !holidays.includes(day.toISOString().slice(0, 10));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at an instant, as if they showed UTC. Throws a RangeError for an unknown zone. */
function wallClock(instant: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000);
}

/** The instant at which the clocks of a zone show a time; the later one where they are put back, the next where they jump. */
function instantOf(clock: number, zone: string): number {
  // Two corrections reach the right offset even when the first guess lies on the other side of a clock change.
  let instant = clock;
  for (let i = 0; i < 2; i++) instant += clock - wallClock(instant, zone);
  return instant;
}
