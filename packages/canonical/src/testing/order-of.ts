import type { Order } from '../document/order.ts';
import { plainPrice } from './plain-price.ts';
import { dayOf, type StoryPlan } from './story-plan.ts';

/** The order of a story. */
export function orderOf({ number, release, currency, parties, days, lines }: StoryPlan): Order {
  return {
    kind: 'order',
    version: '1',
    purpose: 'original',
    number,
    ...(release === undefined ? {} : { release }),
    channel: 'edi',
    currency,
    dates: { ordered: dayOf(days, 0) },
    parties,
    references: [],
    lines: lines.map(({ lineId, ids, unit, ordered, price, components }) => ({
      lineId,
      ids,
      quantity: { value: String(ordered), unit },
      price: plainPrice(price),
      ...(components.length === 0 ? {} : { components }),
    })),
  };
}
