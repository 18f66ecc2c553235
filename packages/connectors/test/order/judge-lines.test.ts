import { describe, expect, it } from 'vitest';
import { jsonNumber } from '../../src/json/json-number.ts';
import { cancelledLines } from '../../src/order/cancelled-lines.ts';
import { revisedLines } from '../../src/order/revised-lines.ts';
import type { ErpOrderStatus } from '../../src/port/orders.ts';
import { keepsQuantity } from '../../src/s4hana/keeps-quantity.ts';

const line = (lineId: string, value: string, shipped = '0') => ({
  lineId,
  item: 'AX-100',
  quantity: { value, unit: 'C62' },
  status: 'accepted' as const,
  shipped: { value: shipped, unit: 'C62' },
});
const order: ErpOrderStatus = {
  number: '1000',
  externalReference: 'northfield.4711',
  status: 'A',
  phase: 'open',
  lines: [line('1', '24', '10'), line('2', '5'), line('3', '5'), line('3', '7'), line('4', '9007199254740993')],
};
const of = (lineId: string, value: string, unit = 'C62') => ({ lineId, quantity: { value, unit } });
const asJson = (quantity: string) => jsonNumber(quantity) !== undefined;

describe('lines of a change and of a cancellation', () => {
  it.each([
    ['another unit than the line’s', [of('1', '2', 'XCS')], 'unit', 'lines[0]: line 1 is in C62'],
    ['a quantity of zero', [of('2', '1'), of('1', '0')], 'quantity', 'lines[1]: line 1: expected'],
    ['a negative quantity', [of('1', '-3')], 'quantity', 'lines[0]: line 1: expected'],
    ['a quantity that is none', [of('1', 'many')], 'quantity', 'found many'],
    ['an exponent', [of('1', '1e3')], 'quantity', 'found 1e3'],
    ['one line twice', [of('1', '2'), of('1', '2')], 'line-repeated', 'lines[1]: line 1 stands at lines[0]'],
    ['a line that is not there', [of('2', '1'), of('9', '2')], 'line-unknown', 'lines[1]: order 1000 has no line 9'],
    ['a line id that two lines have', [of('3', '2')], 'line-ambiguous', 'lines[0]: order 1000 has more than one'],
  ])('with %s are refused, with the place', (_, lines, reason, text) => {
    for (const judge of [revisedLines, cancelledLines]) {
      const judged = judge(order, lines, asJson);
      expect(judged).toMatchObject({ ok: false, reason, message: expect.stringContaining(text) });
    }
  });

  it('of more than was ordered are refused in a cancellation, and a new total in a change', () => {
    const lines = [of('1', '24.001')];
    expect(cancelledLines(order, lines, asJson)).toMatchObject({ reason: 'quantity' });
    expect(revisedLines(order, lines, asJson)).toMatchObject({ ok: true });
  });

  it('cancel what has not left, and say so where that is less than was asked for', () => {
    expect(cancelledLines(order, [of('1', '24')], asJson)).toMatchObject({
      lines: [{ at: 0, cancelled: of('1', '14'), isWhole: true, left: '10' }],
    });
  });

  it('that are not named are all that is open, of two with one line id both', () => {
    const judged = cancelledLines(order, undefined, () => true);
    expect(judged.ok && judged.lines.map(({ at, isWhole }) => [at, isWhole])).toEqual(
      [0, 1, 2, 3, 4].map((at) => [at, true]),
    );
  });

  it('of sixteen digits are exact in decimals, and refused where a number of JSON would be another one', () => {
    const judged = cancelledLines(order, [of('4', '1')], () => true);
    expect(judged).toMatchObject({ lines: [{ left: '9007199254740992' }] });
    expect(revisedLines(order, [of('2', '1'), of('4', '9007199254740993')], asJson)).toMatchObject({
      reason: 'quantity',
      message: expect.stringContaining('lines[1]: 9007199254740993'),
    });
  });

  it.each([
    ['999999999999.999', true],
    ['1000000000000', false],
    ['0.0001', false],
    ['1.5000', true],
  ])('of %s: SAP’s field keeps it: %s', (quantity, isKept) => {
    expect(keepsQuantity(quantity)).toBe(isKept);
  });
});
