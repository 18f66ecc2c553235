/** The day of a date that Acumatica keeps without a zone and sends as an instant: as it is written. */
export function dayOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(text)?.[1];
}
