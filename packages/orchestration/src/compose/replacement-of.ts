import type { ChangedLine, Order, OrderChange } from '@dist/canonical';
import { defined } from './merge.ts';

/** A purchase order that replaces another, as the change that it means: a full image, all quantities totals. */
export function replacementOf(order: Order, known: Order): OrderChange {
  const before = new Set(known.lines.map(({ lineId }) => lineId));
  const { number, release, currency, dates, parties, terms, references } = order;
  return defined<OrderChange>({
    kind: 'orderChange',
    version: '1',
    purpose: 'replace',
    mode: 'fullImage',
    quantities: 'total',
    orderNumber: number,
    orderRelease: release,
    orderDate: dates.ordered,
    currency,
    dates,
    parties,
    terms,
    references,
    lines: order.lines.map(({ lineId, ids, description, quantity, price }) =>
      defined<ChangedLine>({
        lineId,
        action: before.has(lineId) ? 'changePriceAndQuantity' : 'add',
        ids,
        description,
        quantity,
        price,
      }),
    ),
  });
}
