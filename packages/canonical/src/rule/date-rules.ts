import type { OrderDates } from '../document/order.ts';
import type { CalendarDate } from '../value/value.ts';
import type { Finding, Rule } from './rule.ts';

const earlierThenLater: readonly (readonly [keyof OrderDates, keyof OrderDates])[] = [
  ['shipNotBefore', 'shipNotAfter'],
  ['shipNotBefore', 'cancelAfter'],
];

/** The dates of a document and of its lines, as far as they have their own. */
export const datesAreInOrder: Rule<{
  dates: OrderDates;
  lines: readonly { lineId: string; dates?: OrderDates | undefined }[];
}> = {
  code: 'dates-out-of-order',
  severity: 'error',
  meaning: 'an earlier date does not lie after a later one',
  *find({ dates, lines }) {
    yield* datesOutOfOrder(dates, earlierThenLater, ['dates']);
    for (const [index, line] of lines.entries()) {
      if (line.dates) yield* datesOutOfOrder(line.dates, earlierThenLater, ['lines', index, 'dates']);
    }
  },
};

/** A finding for each pair of fields of which the first lies after the second. */
export function* datesOutOfOrder<Key extends string>(
  dates: Readonly<Partial<Record<Key, CalendarDate | undefined>>>,
  pairs: readonly (readonly [Key, Key])[],
  path: Finding['path'],
): Iterable<Finding> {
  for (const [earlier, later] of pairs) {
    const first = dates[earlier];
    const last = dates[later];
    // Calendar dates of four-digit years compare as text.
    if (first === undefined || last === undefined || first <= last) continue;
    yield {
      message: `${earlier} ${first} lies after ${later} ${last}`,
      path: [...path, later],
      expected: `${first} or later`,
      found: last,
    };
  }
}
