import * as fc from 'fast-check';
import type { ChangedLine, LineAction, OrderChange } from '../document/order-change.ts';
import {
  calendarDate,
  code,
  currency,
  itemIds,
  lineId,
  linesOf,
  parties,
  price,
  quantity,
  references,
  terms,
  text,
} from './values.ts';

const ofQuantity: readonly LineAction[] = ['add', 'increaseQuantity', 'decreaseQuantity', 'changePriceAndQuantity'];
const ofPrice: readonly LineAction[] = ['changePrice', 'changePriceAndQuantity'];
const others: readonly LineAction[] = ['change', 'cancel', 'changeDates', 'replaceItem', 'noChange'];

/** A valid OrderChange: a delta of any actions, or a full image whose lines are the order afterwards. */
export function orderChange(): fc.Arbitrary<OrderChange> {
  return fc
    .record(
      {
        kind: fc.constant('orderChange'),
        version: fc.constant('1'),
        isFullImage: fc.boolean(),
        quantities: fc.constantFrom('total', 'difference'),
        orderNumber: code(),
        orderRelease: code(5),
        orderDate: calendarDate(),
        changeNumber: fc.integer({ min: 1, max: 99 }).map(String),
        changedOn: calendarDate(),
        currency,
        dates: fc.record({ deliverBy: calendarDate() }, { requiredKeys: [] }),
        parties: parties(),
        terms: terms(),
        references: references(),
        lines: linesOf(changedLine(), 0),
        notes: fc.array(text(60), { minLength: 1, maxLength: 2 }),
      },
      {
        requiredKeys: [
          ...(['kind', 'version', 'isFullImage', 'quantities', 'orderNumber', 'orderDate', 'changeNumber'] as const),
          ...(['dates', 'parties', 'references', 'lines'] as const),
        ],
      },
    )
    .map(({ isFullImage, ...change }): OrderChange => {
      const [purpose, mode] = isFullImage ? (['replace', 'fullImage'] as const) : (['change', 'delta'] as const);
      return { ...change, purpose, mode };
    });
}

function changedLine(): fc.Arbitrary<ChangedLine> {
  return fc
    .record(
      {
        lineId,
        action: fc.constantFrom(...new Set([...ofQuantity, ...ofPrice, ...others])),
        ids: itemIds(),
        description: text(40),
        quantity: quantity(),
        price: price(),
        states: fc.boolean(),
      },
      { requiredKeys: ['lineId', 'action', 'ids', 'quantity', 'price', 'states'] },
    )
    .map(({ quantity: stated, price: wanted, states, ...line }) => ({
      ...line,
      ...(states || ofQuantity.includes(line.action) ? { quantity: stated } : {}),
      ...(ofPrice.includes(line.action) ? { price: wanted } : {}),
    }));
}
