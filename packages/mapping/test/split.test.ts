import {
  check,
  type Identifier,
  type Invoice,
  type PackedItem,
  type Shipment,
  type ShipmentUnit,
} from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import * as documents from '@dist/canonical/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergeInvoices,
  mergeShipments,
  type Per,
  type StoreQuantity,
  splitInvoice,
  splitShipment,
} from '../src/split.ts';
import { codesOf, mustHave } from './compiled.ts';

const store = (value: string): Identifier => ({ scheme: 'buyer', value });
const item = (orderNumber: string, lineId: string, unitId?: string, location?: string): PackedItem => ({
  orderNumber,
  lineId,
  ...(unitId === undefined ? {} : { unitId }),
  ...(location === undefined ? {} : { location: store(location) }),
  ids: [{ scheme: 'seller', value: `AX-${lineId}` }],
  quantity: { value: '2', unit: 'C62' },
});
const kilograms = (value: string) => ({ value, unit: 'KGM' });
const unit = (unitId: string, type: ShipmentUnit['type'], sscc: string, parentId?: string): ShipmentUnit => ({
  unitId,
  type,
  sscc,
  weight: kilograms('5'),
  ...(parentId === undefined ? {} : { parentId }),
});

/** Two orders on one pallet, for three stores, and a carton without pallet. */
const load: Shipment = {
  kind: 'shipment',
  version: '1',
  purpose: 'original',
  shipmentId: 'BOL-1',
  createdAt: '2026-03-01T08:00:00Z',
  shippedOn: '2026-03-01',
  carrier: { scac: 'UPSN' },
  parties: {},
  references: [],
  packageCount: 3,
  grossWeight: kilograms('10'),
  units: [
    unit('p', 'pallet', '106141412345678908'),
    unit('c1', 'carton', '106141412345678915', 'p'),
    unit('c2', 'carton', '106141412345678922', 'p'),
    unit('c3', 'carton', '106141412345678939'),
  ],
  items: [
    item('PO-1', '1', 'c1', '0012'),
    item('PO-1', '1', 'c1', '0012'),
    item('PO-1', '2', 'c2', '0014'),
    item('PO-2', '1', 'c2', '0012'),
    item('PO-2', '1', 'c3', '0012'),
  ],
};

describe('R14 one shipment as several documents', () => {
  it.each<[Per, string[]]>([
    ['shipment', ['BOL-1: c1 c1 c2 c2 c3, units p c1 c2 c3']],
    ['truck', ['BOL-1: c1 c1 c2 c2 c3, units p c1 c2 c3']],
    ['order', ['BOL-1-1: c1 c1 c2, units c1 p c2', 'BOL-1-2: c2 c3, units c2 p c3']],
    ['orderAndStore', ['BOL-1-1: c1 c1, units c1 p', 'BOL-1-2: c2, units c2 p', 'BOL-1-3: c2 c3, units c2 p c3']],
    ['carton', ['BOL-1-1: c1 c1, units c1 p', 'BOL-1-2: c2 c2, units c2 p', 'BOL-1-3: c3, units c3']],
    ['pallet', ['BOL-1-1: c1 c1 c2 c2, units c1 p c2', 'BOL-1-2: c3, units c3']],
  ])('per %s', (per, expected) => {
    const { parts } = mustHave(splitShipment(load, { per }));
    const shown = parts.map(({ document: { shipmentId, items, units } }) => {
      return `${shipmentId}: ${items.map(({ unitId }) => unitId).join(' ')}, units ${units.map(({ unitId }) => unitId).join(' ')}`;
    });
    expect(shown).toEqual(expected);
    for (const { document } of parts) expect(check(document)).toEqual([]);
  });

  it('a pallet of two orders keeps its SSCC in the notices of both, and each weighs what its outermost units weigh', () => {
    const { parts } = mustHave(splitShipment(load, { per: 'order' }));
    expect(parts.map(({ document }) => document.units.find(({ type }) => type === 'pallet')?.sscc)).toEqual(
      Array.from({ length: 2 }, () => '106141412345678908'),
    );
    expect(parts.map(({ document }) => document.grossWeight)).toEqual([kilograms('5'), kilograms('10')]);
    expect(parts.map(({ document }) => document.packageCount)).toEqual([undefined, undefined]);
  });

  it.each([
    ['{order}', 'order', ['PO-1', 'PO-2']],
    ['{number}/{store}-{index}', 'orderAndStore', ['BOL-1/0012-1', 'BOL-1/0014-2', 'BOL-1/0012-3']],
    ['{sscc}', 'carton', ['106141412345678915', '106141412345678922', '106141412345678939']],
  ] as const)('numbers by the rule %s', (number, per, expected) => {
    const { parts } = mustHave(splitShipment(load, { per, number }));
    expect(parts.map(({ document }) => document.shipmentId)).toEqual(expected);
  });

  it.each([
    ['an unknown place', { per: 'order', number: '{nmber}' }, load, ['split-number-malformed']],
    ['one number twice', { per: 'order', number: 'N' }, load, ['split-number-repeated']],
    [
      'a unit that lies in itself',
      { per: 'carton' },
      { ...load, units: [unit('c1', 'carton', '1', 'c1')] },
      ['split-unit-malformed'],
    ],
    ['a unit id twice', { per: 'order' }, { ...load, units: [...load.units, ...load.units] }, ['split-unit-malformed']],
    [
      'the same of what stays whole',
      { per: 'truck' },
      { ...load, units: [...load.units, ...load.units] },
      ['split-unit-malformed'],
    ],
    ['a shipment of nothing', { per: 'order' }, { ...load, items: [] }, ['too-small']],
    ['what is no shipment', { per: 'truck' }, { ...load, items: null }, ['type-wrong']],
    ['nothing at all', { per: 'order' }, null, ['type-wrong']],
    ['a carton on no pallet', { per: 'pallet' }, load, ['split-unit-missing']],
  ] as const)('%s is said', (_, settings, shipment, expected) => {
    expect(codesOf(splitShipment(shipment as never, settings))).toEqual(expected);
  });

  const pers: Per[] = ['order', 'orderAndStore', 'carton', 'pallet', 'shipment', 'truck'];
  it('what was split, merged, is exactly the shipment again, in whichever order the parts come back', () =>
    fc.assert(
      fc.property(
        fc.oneof(documents.shipment(), fc.constant(load)).chain(shuffled),
        fc.constantFrom(...pers),
        fc.boolean(),
        (shipment, per, backwards) => {
          const { parts, rest } = mustHave(splitShipment(shipment, { per }));
          const made = parts.map(({ document }) => document);
          expect(mergeShipments(backwards ? made.reverse() : made, JSON.parse(JSON.stringify(rest)))).toEqual(shipment);
        },
      ),
      { numRuns: 150 },
    ));

  it('parts that are missing or have grown are merged as they are, and nothing is lost', () => {
    const { parts, rest } = mustHave(splitShipment(load, { per: 'order' }));
    const [first, second] = parts.map(({ document }) => document);
    if (first === undefined || second === undefined) throw new Error('two orders are two parts');
    expect(mergeShipments([second], rest).items).toEqual(load.items.slice(3));
    const grown = { ...first, items: [...first.items, item('PO-1', '9')] };
    expect(mergeShipments([grown, second], rest).items).toEqual([...load.items, item('PO-1', '9')]);
  });

  it('whatever stands in one place of a shipment, it is divided or refused', () => {
    const parts = ['abc', null, 5, [], [null], {}, '9'.repeat(99), undefined];
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(load)),
        fc.constantFrom(...Object.keys(load.items[0] ?? {})),
        fc.constantFrom(...parts),
        fc.constantFrom(...pers),
        (key, field, part, per) => {
          const items = [...load.items.slice(1), { ...load.items[0], [field]: part }];
          for (const document of [
            { ...load, [key]: part },
            { ...load, items },
          ]) {
            const { ok, issues } = splitShipment(document as never, { per });
            expect(ok || issues.length > 0).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('notices that came one by one: ids hold inside each, one SSCC is one unit', () => {
    const notice = (id: string, orderNumber: string): Shipment => ({
      ...load,
      shipmentId: id,
      units: [unit('1', 'pallet', '106141412345678908'), unit('2', 'carton', `10614141234567${id}`, '1')],
      items: [item(orderNumber, '1', '2')],
    });
    const { units, items, shipmentId } = mergeShipments([notice('8915', 'PO-1'), notice('8922', 'PO-2')]);
    expect(units.map(({ unitId, parentId }) => [unitId, parentId])).toEqual([
      ['1', undefined],
      ['2', '1'],
      ['2/2', '1'],
    ]);
    expect(items.map(({ unitId }) => unitId)).toEqual(['2', '2/2']);
    expect(shipmentId).toBe('8915');
    expect(() => mergeShipments([])).toThrow(RangeError);
  });

  it('work grows with the shipment: 20,000 items in as many cartons', () => {
    const units = Array.from({ length: 20_000 }, (_, at) => unit(`c${at}`, 'carton', `${at}`, 'p'));
    const many = {
      ...load,
      units: [unit('p', 'pallet', 'p'), ...units],
      items: units.map(({ unitId }) => item('PO', '1', unitId)),
    };
    expect(mustHave(splitShipment(many, { per: 'carton' })).parts.length).toBe(20_000);
  });
});

/** The same, its items and units in another order. */
function shuffled(shipment: Shipment): fc.Arbitrary<Shipment> {
  const { items, units } = shipment;
  const order = <One>(list: One[]) => fc.shuffledSubarray(list, { minLength: list.length });
  return fc.tuple(order(items), order(units)).map(([first, second]) => ({ ...shipment, items: first, units: second }));
}

/** How much of each line went to each of some stores. */
function storesOf(invoice: Invoice, count: number): StoreQuantity[] {
  return invoice.lines.flatMap(({ lineId, quantity }, index) => {
    const first = { lineId, location: store(count === 3 ? String(index % 2) : '1'), quantity };
    if (count === 3) return [first];
    if (count === 1 || !/^\d+$/.test(quantity.value) || BigInt(quantity.value) < 2n) return [first];
    const rest = (BigInt(quantity.value) - 1n).toString();
    return [
      { lineId, location: store('1'), quantity: { ...quantity, value: rest } },
      { lineId, location: store('2'), quantity: { ...quantity, value: '1' } },
    ];
  });
}

describe('R14 one invoice for each order and store', () => {
  it('every cent of the parts adds up to the whole, and merged they are the invoice', () =>
    fc.assert(
      fc.property(documents.invoice(), fc.constantFrom(1, 2, 3), (invoice, count) => {
        const { parts, rest } = mustHave(
          splitInvoice(invoice, { per: 'orderAndStore', stores: storesOf(invoice, count), number: '{number}-{index}' }),
        );
        const made = parts.map(({ document }) => document);
        expect(mergeInvoices(made, JSON.parse(JSON.stringify(rest)))).toEqual(invoice);
        const nets = (all: readonly Invoice[]) => sum(all.flatMap(({ lines }) => lines.map(({ net }) => net)));
        expect(nets(made)).toBe(nets([invoice]));
        expect(sum(made.map(({ total }) => total))).toBe(invoice.total);
      }),
      { numRuns: 100 },
    ));

  const line = (lineId: string, value: string, net: string): Invoice['lines'][number] => ({
    lineId,
    ids: [],
    quantity: { value, unit: 'C62' },
    price: { amount: '3.335' },
    net,
  });
  const invoice: Invoice = {
    kind: 'invoice',
    version: '1',
    number: 'INV-7',
    type: 'invoice',
    date: '2026-03-02',
    orderNumber: 'PO-1',
    shipmentIds: [],
    currency: 'USD',
    parties: {},
    references: [],
    lines: [line('1', '3', '10.01')],
    allowancesCharges: [{ kind: 'charge', code: 'D240', amount: '1' }],
    total: '11.01',
  };
  const stores = ['12', '14', '12'].map((value) => ({
    lineId: '1',
    location: store(value),
    quantity: { value: '1', unit: 'C62' },
  }));

  it('a store that stands twice is one part, and the odd cent goes to one of them', () => {
    const { parts } = mustHave(
      splitInvoice(invoice, { per: 'orderAndStore', stores, number: '{number}-{store}', party: 'shipTo' }),
    );
    expect(
      parts.map(({ document: { number, lines, total, parties } }) => [number, lines[0]?.net, total, parties.shipTo]),
    ).toEqual([
      ['INV-7-12', '6.67', '7.34', { ids: [store('12')] }],
      ['INV-7-14', '3.34', '3.67', { ids: [store('14')] }],
    ]);
  });

  it.each([
    ['fewer than the line', stores.slice(1)],
    ['none', []],
    ['in another unit', stores.map((one) => ({ ...one, quantity: { value: '1', unit: 'XCS' } }))],
  ])('stores that got %s are an issue, not a guess', (_, given) => {
    expect(codesOf(splitInvoice(invoice, { per: 'orderAndStore', stores: given }))).toEqual(['split-quantity-differs']);
  });

  it('lines that went to stores by turns are merged as they stood', () => {
    const lines = ['1', '2', '3'].map((lineId) => line(lineId, '3', '10.01'));
    const several = { ...invoice, lines, total: '31.03' };
    const turns = lines.map(({ lineId, quantity }, at) => ({ lineId, location: store(`${at % 2}`), quantity }));
    const { parts, rest } = mustHave(splitInvoice(several, { per: 'orderAndStore', stores: turns }));
    expect(parts.map(({ document }) => document.lines.map(({ lineId }) => lineId))).toEqual([['1', '3'], ['2']]);
    expect(
      mergeInvoices(
        parts.map(({ document }) => document),
        rest,
      ),
    ).toEqual(several);
  });

  const store12 = stores[0] as StoreQuantity;
  it.each<[string, unknown, unknown, string[]]>([
    ['no lines', { ...invoice, lines: [] }, stores, ['too-small']],
    ['a line id twice', { ...invoice, lines: [...invoice.lines, ...invoice.lines] }, stores, ['split-line-repeated']],
    ['an amount that is none', { ...invoice, total: 'abc' }, stores, ['format-wrong']],
    ['no invoice', null, stores, ['type-wrong']],
    ['a store that got no number', invoice, [{ ...store12, quantity: { value: 'abc' } }], ['split-store-malformed']],
    ['a store that is nothing', invoice, [null], ['split-store-malformed']],
    ['stores that are no list', invoice, 5, ['split-store-malformed']],
  ])('%s: said, and nothing divided', (_, document, given, expected) => {
    const settings = { per: 'orderAndStore', stores: given as StoreQuantity[] } as const;
    expect(codesOf(splitInvoice(document as Invoice, settings))).toEqual(expected);
  });

  it('per order it stays one', () => {
    const twice = { ...invoice, lines: [...invoice.lines, line('2', '1', '1'), ...invoice.lines] };
    for (const one of [invoice, twice]) {
      const { parts, rest } = mustHave(splitInvoice(one, { per: 'order' }));
      const made = parts.map(({ document }) => document);
      expect([made, mergeInvoices(made, rest)]).toEqual([[one], one]);
    }
  });
});
