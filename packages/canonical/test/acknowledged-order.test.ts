import { acknowledgedOrder, type Order, type OrderAcknowledgment } from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import { at, order as orderSample, acknowledgment as sample } from './sample.ts';

const cases = { baseUnit: 'C62', conversions: [{ unit: 'XCS', baseUnits: '12' }] };
const order: Order = {
  ...orderSample,
  number: '4711',
  release: undefined,
  lines: [
    { lineId: '00A', ids: [], quantity: { value: '6', unit: 'XCS' } },
    { lineId: '2', ids: [], quantity: { value: '3', unit: 'C62' } },
  ],
};
const acknowledgment: OrderAcknowledgment = {
  ...sample,
  orderNumber: '4711',
  orderRelease: undefined,
  purpose: 'original',
  lines: order.lines.map(({ lineId, ids, quantity }) => ({ lineId, ids, quantity, responses: [] })),
};

describe('an acknowledgment beside its order', () => {
  it.each<[string, (string | number)[], unknown, string[]]>([
    ['all lines as ordered', ['purpose'], 'original', []],
    ['gotcha 11 in eaches what was ordered in cases', ['lines', 0, 'quantity'], { value: '72', unit: 'C62' }, []],
    ['fewer than ordered', ['lines', 0, 'quantity', 'value'], '5', ['ordered-quantity-differs']],
    [
      'a unit that the item does not know',
      ['lines', 0, 'quantity'],
      { value: '1', unit: 'XPX' },
      ['ordered-quantity-differs'],
    ],
    ['another order', ['orderNumber'], '4712', ['order-differs']],
    ['gotcha 8 another release', ['orderRelease'], '2', ['order-differs']],
    [
      'gotcha 9 a line id that looks like one of the order',
      ['lines', 1, 'lineId'],
      '02',
      ['line-unknown', 'line-unanswered'],
    ],
    ['a line without an answer', ['lines', 1], acknowledgment.lines[0], ['line-unanswered']],
  ])('%s', (_, path, value, codes) => {
    const issues = acknowledgedOrder(at(acknowledgment, path, value), order, () => cases);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, 'error']));
  });

  it('an answer to a change need not answer every line', () => {
    expect(acknowledgedOrder({ ...acknowledgment, purpose: 'change', lines: [] }, order)).toEqual([]);
  });
});
