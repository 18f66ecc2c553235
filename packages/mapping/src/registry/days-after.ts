/** The calendar day so many days after another, `CCYY-MM-DD`; before it where negative. No clock and no zone is asked. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
