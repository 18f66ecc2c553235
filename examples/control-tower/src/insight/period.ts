/** How many days a page looks back, the day that it is now included. */
export const periods = ['7', '30', '90'] as const;

/** The days of a period, in UTC, the first one first: `2026-11-28`. */
export function daysOf(now: string, days: number): readonly string[] {
  const today = Date.parse(`${now.slice(0, 10)}T00:00:00.000Z`);
  return Array.from({ length: days }, (_, index) =>
    new Date(today - (days - 1 - index) * 24 * 3_600_000).toISOString().slice(0, 10),
  );
}
