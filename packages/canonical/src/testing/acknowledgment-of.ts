import type { LineResponse, OrderAcknowledgment } from '../document/order-acknowledgment.ts';
import { plainPrice } from './plain-price.ts';
import { dayOf, type StoryPlan } from './story-plan.ts';

/** What the seller says of it: accepted as far as it is shipped, backordered, cancelled. */
export function acknowledgmentOf({ number, release, currency, parties, days, lines }: StoryPlan): OrderAcknowledgment {
  const answered = lines.map(({ lineId, ids, unit, ordered, price, shipped, open, cancelled }) => {
    const said = [
      ['accepted', shipped.reduce((total, one) => total + one, 0)],
      ['backordered', open],
      ['cancelled', cancelled],
    ] as const;
    const responses = said.flatMap(([status, count]): LineResponse[] =>
      count === 0 ? [] : [{ status, quantity: { value: String(count), unit } }],
    );
    return { lineId, ids, quantity: { value: String(ordered), unit }, price: plainPrice(price), responses };
  });
  const statuses = new Set(answered.flatMap(({ responses }) => responses.map(({ status }) => status)));
  const all = statuses.size === 1 ? [...statuses][0] : undefined;
  return {
    kind: 'orderAcknowledgment',
    version: '1',
    purpose: 'original',
    status: all === 'accepted' ? 'accepted' : all === 'cancelled' ? 'rejected' : 'acceptedWithChange',
    orderNumber: number,
    ...(release === undefined ? {} : { orderRelease: release }),
    orderDate: dayOf(days, 0),
    acknowledgedOn: dayOf(days, 1),
    sellerOrderNumbers: [`SO-${number}`],
    currency,
    parties,
    references: [],
    lines: answered,
  };
}
