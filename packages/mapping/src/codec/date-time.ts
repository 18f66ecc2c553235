import { type Codec, refuse } from './codec.ts';
import { date, time } from './date.ts';

const native = 'a date CCYYMMDD and a time HHMM or HHMMSS';
const canonical = 'an instant with its offset';

/**
 * Two values, date and time, ↔ one instant, to the second. X12 says no zone with BSN04 and the like, so the map does:
 * `Z`, an offset `-06:00`, or an IANA name. An hour that the clocks leave out is refused; of one that they repeat,
 * the first is taken. Undefined for an unknown zone.
 */
export function dateTime(zone: string): Codec | undefined {
  const clock = toClock(zone);
  if (clock === undefined) return undefined;
  return {
    native,
    canonical,
    arity: { native: 2, canonical: 1 },
    decode: (value, context) => {
      const [day, hour] = Array.isArray(value) ? value : [];
      if (typeof day !== 'string' || typeof hour !== 'string') return refuse(native);
      const isoDay = date.decode(day, context);
      const isoTime = time.decode(hour, context);
      if (typeof isoDay !== 'string' || typeof isoTime !== 'string') return refuse(native);
      const local = Date.parse(`${isoDay}T${isoTime}Z`);
      const offset = clock.offsetAtLocal(local);
      return offset === undefined ? refuse(`a time that exists in ${zone}`) : format(local, offset, zone);
    },
    encode: (value, context) => {
      if (typeof value !== 'string' || !instants.test(value)) return refuse(canonical);
      // Date.parse takes 30 February for the second of March.
      const isDay = typeof date.decode(value.slice(0, 10).replaceAll('-', ''), context) === 'string';
      const instant = isDay ? Date.parse(value) : Number.NaN;
      if (Number.isNaN(instant)) return refuse(canonical);
      const local = new Date(instant + clock.offsetAt(instant) * minute).toISOString();
      if (!years.test(local)) return refuse('an instant in the years 1000 to 9999');
      const seconds = local.slice(17, 19);
      const hour = local.slice(11, 13) + local.slice(14, 16);
      return [local.slice(0, 10).replaceAll('-', ''), hour + (seconds === '00' ? '' : seconds)];
    },
  };
}

const minute = 60_000;
const day = 1440 * minute;
const years = /^[1-9]\d{3}-/;
// Date reads years below 100 as 19xx, and 24 hours as the next day.
const instants = /^[1-9]\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Offsets from UTC in minutes. */
interface Clock {
  readonly offsetAt: (instant: number) => number;
  readonly offsetAtLocal: (local: number) => number | undefined;
}

function toClock(zone: string): Clock | undefined {
  const fixed = zone === 'Z' ? 0 : toOffset(zone);
  if (fixed !== undefined) return { offsetAt: () => fixed, offsetAtLocal: () => fixed };
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...fields });
    return zoneClock((instant) => offsetIn(format, instant));
  } catch {
    return undefined;
  }
}

const fields = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

function toOffset(zone: string): number | undefined {
  const parts = /^([+-])(0\d|1[0-4]):([0-5]\d)$/.exec(zone);
  if (parts === null) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === '-' ? -minutes : minutes;
}

function offsetIn(format: Intl.DateTimeFormat, instant: number): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(whole)) part[type] = Number(value);
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return Math.round((local - whole) / minute);
}

function zoneClock(offsetAt: (instant: number) => number): Clock {
  return {
    offsetAt,
    offsetAtLocal: (local) => {
      // A change of the clocks lies between the day before and the day after, if there is one at all.
      const candidates = [offsetAt(local - day), offsetAt(local + day)];
      const right = candidates.filter((offset) => offsetAt(local - offset * minute) === offset);
      return right.length === 0 ? undefined : Math.max(...right);
    },
  };
}

function format(local: number, offset: number, zone: string): string {
  const text = new Date(local).toISOString().slice(0, 19);
  if (zone === 'Z') return `${text}Z`;
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
