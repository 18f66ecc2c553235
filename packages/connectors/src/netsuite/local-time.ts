/**
 * Tells an instant as the clocks of a zone show it, `2026-03-02T03:00:00`. In the hour that a zone repeats in autumn two
 * instants have one time. Throws a RangeError for a zone that there is not.
 */
export function localTime(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    const [date, time] = [['year', 'month', 'day'] as const, ['hour', 'minute', 'second'] as const].map((names) =>
      names.map((name) => parts.get(name)),
    );
    return `${date?.join('-')}T${time?.join(':')}`;
  };
}
