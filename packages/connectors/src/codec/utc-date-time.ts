import { type Codec, refuse } from '@dist/mapping';

const native = 'a date and time CCYY-MM-DD HH:MM:SS';
const canonical = 'an instant in UTC, to the second';

/** `2026-03-02 14:15:16`, which says no zone and means UTC (Adobe Commerce) ↔ `2026-03-02T14:15:16Z`. */
export const utcDateTime: Codec = {
  native,
  canonical,
  decode: (value) => {
    const parts = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(value) : null;
    const text = `${parts?.[1]}T${parts?.[2]}Z`;
    return exists(text) ? text : refuse(native);
  },
  encode: (value) =>
    typeof value === 'string' && exists(value) ? value.slice(0, -1).replace('T', ' ') : refuse(canonical),
};

function exists(text: string): boolean {
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString() === text.replace('Z', '.000Z');
}
