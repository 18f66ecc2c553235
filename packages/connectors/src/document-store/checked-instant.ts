/**
 * An instant as it stands in records, where texts compare as instants do. Throws a RangeError for anything but an ISO instant in
 * UTC with milliseconds: `2026-11-02T09:00:00.000Z`.
 */
export function checkedInstant(name: string, text: string): string {
  const isOne = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && isReal(text);
  if (isOne) return text;
  throw new RangeError(
    `${name} is an instant in UTC with milliseconds, as toISOString() of a Date gives it: ${JSON.stringify(text)?.slice(0, 40)} is none`,
  );
}

/** Whether there is such a day and time; Date takes the 30th of February for the 2nd of March. */
function isReal(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
