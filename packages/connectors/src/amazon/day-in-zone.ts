/**
 * The calendar day of an instant by the clocks of a zone. Amazon says days as the instant of their midnight at the
 * warehouse. Throws a RangeError for a zone that there is not, and for a text that is no instant.
 */
export function dayInZone(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instant) => {
    const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}
