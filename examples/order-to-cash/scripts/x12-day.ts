/** `CCYY-MM-DD` as X12 writes it. */
export function x12Day(day: string): string {
  return day.replaceAll('-', '');
}
