/** The quarter of an hour that an instant is in, counted from 1970. */
export function quarterOf(instant: string): number {
  return Math.floor(Date.parse(instant) / (15 * 60 * 1000));
}
