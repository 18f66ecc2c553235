import {
  type Invoice,
  invoiceRelease,
  type Order,
  type OrderFacts,
  orderBalance,
  type PackedItem,
  type Shipment,
} from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import { invoice, shipment as notice, order as sample } from './sample.ts';

const cases = { baseUnit: 'C62', conversions: [{ unit: 'XCS', baseUnits: '12' }] };
const pieces = (value: string) => ({ value, unit: 'C62' });

const order: Order = {
  ...sample,
  number: '4711',
  release: undefined,
  lines: [
    { lineId: '00A', ids: [], quantity: { value: '6', unit: 'XCS' }, price: { amount: '41.4' } },
    {
      lineId: '2',
      ids: [{ scheme: 'seller', value: 'KIT' }],
      quantity: pieces('3'),
      components: [
        { ids: [{ scheme: 'seller', value: 'A' }], quantity: pieces('2') },
        { ids: [{ scheme: 'seller', value: 'B' }], quantity: pieces('1') },
      ],
    },
  ],
};

const row = (lineId: string, value: string, unit = 'C62', more: Partial<PackedItem> = {}): PackedItem => ({
  orderNumber: '4711',
  lineId,
  ids: [],
  quantity: { value, unit },
  ...more,
});

const part = (component: string, value: string): PackedItem =>
  row('2', value, 'C62', {
    ids: [{ scheme: 'seller', value: component }],
    kitIds: [{ scheme: 'seller', value: 'KIT' }],
  });

const shipped = (shipmentId: string, items: PackedItem[], purpose: Shipment['purpose'] = 'original'): Shipment => ({
  ...notice,
  shipmentId,
  purpose,
  units: [],
  items,
});

const facts = (shipments: Shipment[], more: OrderFacts = {}): OrderFacts => ({
  shipments,
  itemOf: () => cases,
  ...more,
});

describe('the balance of an order', () => {
  it.each<[string, OrderFacts, [string, string, string, string]]>([
    ['nothing has happened', facts([]), ['0', '0', '6', '0']],
    [
      'gotcha 21 two shipments, one in cases and one in eaches',
      facts([shipped('S1', [row('00A', '2', 'XCS')]), shipped('S2', [row('00A', '24')])]),
      ['4', '0', '2', '0'],
    ],
    [
      'gotcha 27 the same item twice in one carton',
      facts([shipped('S1', [row('00A', '12'), row('00A', '12')])]),
      ['2', '0', '4', '0'],
    ],
    [
      'the rest is cancelled',
      facts([shipped('S1', [row('00A', '5', 'XCS')])], { cancellations: [{ lineId: '00A', quantity: pieces('12') }] }),
      ['5', '1', '0', '0'],
    ],
    [
      'a notice that is sent again counts once',
      facts([shipped('S1', [row('00A', '2', 'XCS')]), shipped('S1', [row('00A', '3', 'XCS')], 'replace')]),
      ['3', '0', '3', '0'],
    ],
    [
      'a notice that is cancelled does not count',
      facts([shipped('S1', [row('00A', '2', 'XCS')]), shipped('S1', [row('00A', '2', 'XCS')], 'cancellation')]),
      ['0', '0', '6', '0'],
    ],
    [
      'gotcha 28 rows of other orders do not count',
      facts([shipped('S1', [row('00A', '2', 'XCS', { orderNumber: '4712' })])]),
      ['0', '0', '6', '0'],
    ],
    [
      'gotcha 8 nor those of another release',
      facts([shipped('S1', [row('00A', '2', 'XCS', { orderRelease: '2' })])]),
      ['0', '0', '6', '0'],
    ],
    [
      'gotcha 22 more than ordered, within the policy',
      facts([shipped('S1', [row('00A', '7', 'XCS')])], { overShipPercent: '17' }),
      ['7', '0', '0', '1'],
    ],
    [
      'R18 catch weight balances in cases, whatever was weighed',
      facts([shipped('S1', [row('00A', '6', 'XCS', { weight: { value: '203.45', unit: 'LBR' } })])]),
      ['6', '0', '0', '0'],
    ],
  ])('%s', (_, known, [sent, cancelled, open, over]) => {
    const result = orderBalance(order, known);
    expect(result.issues).toEqual([]);
    expect(result.ok && result.value[0]).toEqual({
      lineId: '00A',
      unit: 'XCS',
      ordered: '6',
      shipped: sent,
      cancelled,
      open,
      over,
    });
  });

  it.each<[string, OrderFacts, string, (string | number)[]]>([
    ['gotcha 22 more than ordered', facts([shipped('S1', [row('00A', '7', 'XCS')])]), 'over-shipped', ['lines', 0]],
    [
      'gotcha 22 more than the policy allows',
      facts([shipped('S1', [row('00A', '7', 'XCS')])], { overShipPercent: '16' }),
      'over-shipped',
      ['lines', 0],
    ],
    [
      'more cancelled than is open',
      facts([shipped('S1', [row('00A', '6', 'XCS')])], { cancellations: [{ lineId: '00A', quantity: pieces('1.2') }] }),
      'over-cancelled',
      ['lines', 0],
    ],
    ['a line that was not ordered', facts([shipped('S1', [row('9', '1')])]), 'line-unknown', ['items', 0, 'lineId']],
    [
      'a cancellation of a line that was not ordered',
      facts([], { cancellations: [{ lineId: '9', quantity: pieces('1') }] }),
      'line-unknown',
      ['cancellations', 0, 'lineId'],
    ],
    [
      'R16 gotcha 11 a unit that nobody converts',
      { shipments: [shipped('S1', [row('00A', '12')])] },
      'unit-unconvertible',
      ['lines', 0],
    ],
    [
      'a piece that is no decimal of a case',
      facts([shipped('S1', [row('00A', '1')])]),
      'unit-unconvertible',
      ['lines', 0],
    ],
  ])('%s is an error', (_, known, code, path) => {
    const result = orderBalance(order, known);
    expect([result.ok, result.issues.map((issue) => [issue.code, issue.path])]).toEqual([false, [[code, path]]]);
  });

  it.each<[string, PackedItem[], string, string[]]>([
    ['two kits', [part('A', '4'), part('B', '2')], '2', []],
    ['components in several cartons', [part('A', '2'), part('B', '2'), part('A', '2')], '2', []],
    ['one kit and parts of another', [part('A', '4'), part('B', '1')], '1', ['kit-incomplete']],
    ['a component that the kit has not', [part('A', '2'), part('B', '1'), part('C', '1')], '1', ['kit-incomplete']],
    ['kits that were not taken apart', [row('2', '3')], '3', []],
    ['parts alone make no kit', [part('A', '6')], '0', ['kit-incomplete']],
  ])('gotcha 33 a kit that is packed by component counts when it is whole: %s', (_, items, kits, codes) => {
    const result = orderBalance(order, facts([shipped('S1', items)]));
    expect([result.ok && result.value[1]?.shipped, result.issues.map(({ code }) => code)]).toEqual([kits, codes]);
  });
});

describe('R23 before an invoice goes out', () => {
  const shipments = [shipped('S1', [row('00A', '4', 'XCS')])];
  const result = orderBalance(order, facts(shipments));
  const balance = result.ok ? result.value : [];
  const bill = (number: string, value: string, more: Partial<Invoice['lines'][number]> = {}): Invoice => ({
    ...invoice,
    number,
    allowancesCharges: [{ kind: 'charge', code: 'D240', amount: '1' }],
    lines: [{ lineId: '00A', ids: [], quantity: { value, unit: 'XCS' }, price: { amount: '41.4' }, net: '0', ...more }],
  });

  it.each<[string, Invoice, Invoice[], string[]]>([
    ['what was shipped, at the price that was agreed', bill('I1', '4'), [], []],
    ['the rest of what was shipped', bill('I2', '3'), [bill('I1', '1')], []],
    ['more than was shipped', bill('I1', '4.5'), [], ['invoiced-exceeds-shipped']],
    [
      'gotcha 40 more than was shipped, with what was billed before',
      bill('I2', '3'),
      [bill('I1', '2')],
      ['invoiced-exceeds-shipped'],
    ],
    ['billed anew after a credit', bill('I2', '4'), [bill('I1', '4'), { ...bill('C1', '4'), type: 'creditMemo' }], []],
    ['in another unit than ordered', bill('I1', '4', { quantity: pieces('48') }), [], ['invoice-unit-differs']],
    ['at another price', bill('I1', '4', { price: { amount: '41.5' } }), [], ['invoice-price-differs']],
    ['at the same price on another basis', bill('I1', '4', { price: { amount: '3.45', unit: 'C62' } }), [], []],
    ['a line that was not ordered', bill('I1', '4', { lineId: '9' }), [], ['line-unknown']],
    ['a number that was used before', bill('I1', '1'), [bill('I1', '1')], ['invoice-number-used']],
    [
      'a charge that nobody agreed to',
      bill('I1', '4', { allowancesCharges: [{ kind: 'charge', code: 'F800', amount: '1' }] }),
      [],
      ['charge-not-agreed'],
    ],
    ['a credit is of what was billed, not of what was shipped', { ...bill('C1', '9'), type: 'creditMemo' }, [], []],
  ])('%s', (_, candidate, invoices, codes) => {
    const issues = invoiceRelease(candidate, {
      order,
      balance,
      invoices,
      agreedCharges: ['D240'],
      itemOf: () => cases,
    });
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, 'error']));
  });

  it('of a line without an account nothing was shipped', () => {
    const issues = invoiceRelease(bill('I1', '1'), { order, balance: [] });
    expect(issues.map(({ code }) => code)).toEqual(['invoiced-exceeds-shipped']);
  });

  it('gotcha 18 the price that was acknowledged counts, within the tolerance', () => {
    const agreedPrice = () => ({ amount: '42' });
    const candidate = bill('I1', '4', { price: { amount: '41.6' } });
    expect(invoiceRelease(candidate, { order, balance, agreedPrice })).toHaveLength(1);
    expect(invoiceRelease(candidate, { order, balance, agreedPrice, priceTolerance: { percent: '1' } })).toEqual([]);
  });
});
