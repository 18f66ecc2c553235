import * as fc from 'fast-check';
import type { OrderAcknowledgment } from '../document/order-acknowledgment.ts';
import type { LineAction } from '../document/order-change.ts';
import { orderAcknowledgment } from './documents.ts';
import { calendarDate } from './values.ts';

const actions = fc.constantFrom<LineAction>('add', 'cancel', 'increaseQuantity', 'decreaseQuantity', 'changePrice');

/** A valid OrderAcknowledgment that answers a change (X12 865). */
export function changeAcknowledgment(): fc.Arbitrary<OrderAcknowledgment> {
  return fc
    .record({
      answer: orderAcknowledgment(),
      orderDate: calendarDate(),
      changedOn: calendarDate(),
      changeNumber: fc.integer({ min: 1, max: 99 }).map(String),
      action: fc.infiniteStream(actions),
    })
    .map(({ answer, action, ...change }) => ({
      ...answer,
      ...change,
      purpose: 'change',
      lines: answer.lines.map((line) => ({ ...line, action: action.next().value as LineAction })),
    }));
}
