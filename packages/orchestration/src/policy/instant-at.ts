const first = Date.parse('0000-01-01T00:00:00.000Z');
const last = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The instant of so many milliseconds since 1970, in UTC with milliseconds. Instants are compared as text, so that years
 * outside of 0000 to 9999, which would be written with a sign, end there. What is no number comes last: it is never due.
 */
export function instantAt(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return new Date(last).toISOString();
  return new Date(Math.min(Math.max(milliseconds, first), last)).toISOString();
}
