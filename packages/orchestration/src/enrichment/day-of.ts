const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant where a zone's clocks show it: `CCYY-MM-DD`. Throws a RangeError for an unknown zone. */
export function dayOf(instant: string, zone: string): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...numbers });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}`;
}

const numbers = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
