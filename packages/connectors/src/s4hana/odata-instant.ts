/** `datetimeoffset'2026-03-02T08:00:00Z'`, of an instant. */
export function odataInstant(instant: string): string {
  return `datetimeoffset'${new Date(instant).toISOString()}'`;
}
