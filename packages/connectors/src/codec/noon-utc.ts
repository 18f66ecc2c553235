import { type Codec, refuse } from '@dist/mapping';

const native = 'an instant CCYY-MM-DDTHH:MM:SS';
const canonical = 'a calendar date CCYY-MM-DD';

/**
 * A day that a system keeps as an instant: `2026-03-02` is written as noon UTC, `2026-03-02T12:00:00Z`, which is the same day
 * in every zone but those of the islands at the date line. What is read is the day that is written, whatever the zone.
 */
export const noonUtc: Codec = {
  native,
  canonical,
  decode: (value) => {
    const day = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d)T\d\d:\d\d/.exec(value)?.[1] : undefined;
    return day !== undefined && exists(day) ? day : refuse(native);
  },
  encode: (value) => (typeof value === 'string' && exists(value) ? `${value}T12:00:00Z` : refuse(canonical)),
};

function exists(day: string): boolean {
  const instant = /^[1-9]\d{3}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}
