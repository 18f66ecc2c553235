/** Offsets of zones are multiples of a quarter of an hour, from -12:00 to +14:00. */
const quarter = 15 * 60_000;
const least = -12 * 60;
const most = 14 * 60;

/**
 * The instant of an event with the offset of its place. ShipEngine gives the instant in UTC (`occurred_at`) and the time
 * on the carrier's clock without a zone (`carrier_occurred_at`): their difference is the offset. UTC where it can be none;
 * undefined where there is no instant, for instance a time without a zone: that is never guessed.
 */
export function carrierInstant(utc: string | undefined, local?: string | undefined): string | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|[+-]\d\d:\d\d)$/.exec(utc ?? '');
  const instant = match === null ? Number.NaN : Date.parse(match[0]);
  if (Number.isNaN(instant)) return undefined;
  const clock = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?$/.test(local ?? '')
    ? Date.parse(`${local?.replace(/Z$/, '')}Z`)
    : Number.NaN;
  const difference = clock - instant;
  const minutes = difference / 60_000;
  if (Number.isNaN(difference) || difference % quarter !== 0 || minutes < least || minutes > most || minutes === 0)
    return match?.[0];
  const sign = minutes < 0 ? '-' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${new Date(clock).toISOString().slice(0, 19)}${sign}${two(hours)}:${two(rest)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
