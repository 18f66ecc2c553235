/** Milliseconds of a day of 24 hours. */
export const dayMilliseconds = 86_400_000;

const minute = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Zone → how far its clocks are from UTC, in the minute that was asked for last: asking `Intl` costs a hundred times more. */
const offsets = new Map<string, { readonly minute: number; readonly offset: number }>();

/** What the clocks of a zone show at an instant, as if they showed UTC. Throws a RangeError for an unknown zone. */
export function wallClock(instant: number, zone: string): number {
  // Since 1973 clocks are changed on the full minute only.
  const from = Math.floor(instant / minute) * minute;
  const known = offsets.get(zone);
  if (known?.minute === from) return instant + known.offset;
  const offset = shownAt(from, zone) - from;
  offsets.set(zone, { minute: from, offset });
  return instant + offset;
}

function shownAt(instant: number, zone: string): number {
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
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instant at which the clocks of a zone show a time: the first one where they show it twice, and where they jump over
 * it as long after the jump as it is after the last time before (02:30 is then 03:30), as calendars of people do it.
 */
export function instantOfClock(clock: number, zone: string): number {
  const before = clock - offsetAt(clock - dayMilliseconds, zone);
  if (wallClock(before, zone) === clock) return before;
  const after = clock - offsetAt(clock + dayMilliseconds, zone);
  return wallClock(after, zone) === clock ? after : before;
}

function offsetAt(instant: number, zone: string): number {
  return wallClock(instant, zone) - instant;
}
