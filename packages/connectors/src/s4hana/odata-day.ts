/** `datetime'2026-03-02T00:00:00'`, of a calendar date. */
export function odataDay(date: string): string {
  return `datetime'${date}T00:00:00'`;
}
