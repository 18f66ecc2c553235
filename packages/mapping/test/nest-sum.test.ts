import { makeSscc, type PackedItem, type Shipment, Shipment as ShipmentSchema, validate } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import { encode } from '@dist/x12';
import { type ShipNotice856, shipNotice856 } from '@dist/x12/004010';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, mustHave } from './compiled.ts';
import { smallShipment } from './small-shipment.ts';
import { x12Document } from './x12-documents.ts';

const levels = (order: string, more: Record<string, unknown> = {}) =>
  smallShipment({
    levels: order.split('-'),
    lossy: ['S', 'O', 'T', 'P', 'I'].filter((level) => !order.includes(level)),
    structure: { codes: { [order]: '0004' } },
    ...more,
  });
const each = levels('S-O-I');
const summed = levels('S-O-I', { sum: ['quantity.value'] });

const upc = { scheme: 'gtin', value: '00036000291452' } as const;
const vendor = { scheme: 'seller', value: 'AX-100' } as const;

function item(order: string, line: string, value: string, more: Partial<PackedItem> = {}): PackedItem {
  return { orderNumber: order, lineId: line, ids: [upc], quantity: { value, unit: 'EA' }, ...more };
}

function shipment(items: PackedItem[], units: Shipment['units'] = []): Shipment {
  return {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: 'S1',
    createdAt: '2026-03-01T08:15:00Z',
    shippedOn: '2026-03-01',
    carrier: { scac: 'UPSN', mode: 'U' },
    parties: {},
    references: [],
    units,
    items,
  };
}

/** So many cartons, with an item each. */
function inCartons(items: PackedItem[]): Shipment {
  const units = items.map((_, at) => ({
    ...{ unitId: `c${at}`, type: 'carton' as const, sscc: makeSscc('0614141', 0, at + 1) },
  }));
  return shipment(
    items.map((one, at) => ({ ...one, unitId: `c${at}` })),
    units,
  );
}

/** The item levels of a notice in their order: order, line, quantity and unit. */
function itemsOf({ HLLoop = [] }: ShipNotice856): string[] {
  return HLLoop.flatMap(({ children: orders = [] }) => orders).flatMap(({ PRF, children = [] }) =>
    children.map(({ LIN, SN1 }) =>
      [PRF?.purchaseOrderNumber, LIN?.assignedIdentification, SN1?.unitsShipped, SN1?.unitOfMeasure].join(' '),
    ),
  );
}

const rulesOfItem = (quantity: string, unit: string) => ({
  define: {
    I: {
      rules: [
        { id: 'line', canonical: 'lineId', native: 'LIN01' },
        { id: 'ids', op: 'pairs', canonical: 'ids', native: 'LIN', from: 2, codes: { UP: { scheme: 'gtin' } } },
        { id: 'quantity', canonical: 'quantity.value', native: 'SN102', as: quantity },
        { id: 'unit', canonical: 'quantity.unit', native: 'SN103', as: unit },
      ],
    },
  },
});

describe('sum: equal items of an order are one level', () => {
  it.each([
    ['one line in several cartons', [item('A', '1', '5'), item('A', '1', '7')], ['A 1 12 EA']],
    ['exact sums', [item('A', '1', '0.1'), item('A', '1', '0.2')], ['A 1 0.3 EA']],
    ['another line', [item('A', '1', '5'), item('A', '2', '7')], ['A 1 5 EA', 'A 2 7 EA']],
    ['another order', [item('A', '1', '5'), item('B', '1', '7')], ['A 1 5 EA', 'B 1 7 EA']],
    [
      'another unit',
      [item('A', '1', '5'), item('A', '1', '7', { quantity: { value: '7', unit: 'CA' } })],
      ['A 1 5 EA', 'A 1 7 CA'],
    ],
    ['another identifier', [item('A', '1', '5'), item('A', '1', '7', { ids: [vendor] })], ['A 1 5 EA', 'A 1 7 EA']],
    [
      'the same identifiers in another order',
      [item('A', '1', '5', { ids: [upc, vendor] }), item('A', '1', '7', { ids: [vendor, upc] })],
      ['A 1 12 EA'],
    ],
    ['what no rule reads', [item('A', '1', '5', { lot: 'X' }), item('A', '1', '7', { lot: 'Y' })], ['A 1 12 EA']],
    [
      'the order in which they come first',
      [item('A', '2', '1'), item('B', '1', '2'), item('A', '1', '3'), item('A', '2', '4'), item('B', '1', '5')],
      ['A 2 5 EA', 'A 1 3 EA', 'B 1 7 EA'],
    ],
  ])('%s', (_, items, expected) => {
    const result = summed.write(inCartons(items));
    expect(result.issues).toEqual([]);
    const notice = mustHave(result);
    expect(itemsOf(notice)).toEqual(expected);
    const encoded = encode(shipNotice856, notice);
    expect(encoded.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('R22 CTT01 counts the levels that are written', () => {
    const notice = mustHave(summed.write(inCartons([item('A', '1', '5'), item('A', '1', '7'), item('A', '2', '1')])));
    expect(notice.CTT?.lineCount).toBe('4');
  });

  it('without it the same item twice stays two levels', () => {
    const given = shipment([item('A', '1', '5'), item('A', '1', '5')]);
    expect(itemsOf(mustHave(each.write(given)))).toEqual(['A 1 5 EA', 'A 1 5 EA']);
    expect(itemsOf(mustHave(summed.write(given)))).toEqual(['A 1 10 EA']);
  });

  it('packing is lost as it is without it, and nothing else', () => {
    const given = inCartons([item('A', '1', '5'), item('A', '1', '7'), item('A', '1', '5', { lot: 'X' })]);
    const [before, after] = [each.write(given), summed.write(given)];
    expect(after.loss).toEqual(before.loss);
    expect(after.loss.map(({ at }) => at)).toEqual([
      ...[0, 1, 2].flatMap((at) => [`units[${at}].unitId`, `units[${at}].type`, `units[${at}].sscc`]),
      ...['items[0].unitId', 'items[1].unitId', 'items[2].lot', 'items[2].unitId'],
    ]);
  });

  it('the trace says what went into a sum', () => {
    const given = inCartons([item('A', '2', '1'), item('A', '1', '5'), item('A', '1', '7')]);
    const { trace } = summed.write(given, { trace: true });
    const steps = trace?.steps.filter(({ rule }) => rule === 'hl' || rule === 'quantity');
    expect(steps?.map(({ from, to, found, value }) => [from, to, found, value])).toEqual([
      ['items[0].quantity.value', 'HL[0]/HL[0]/HL[0]/SN102', '1', '1'],
      ['items[1].quantity.value', 'HL[0]/HL[0]/HL[1]/SN102', '12', '12'],
      ['items[1].quantity.value', 'HL[0]/HL[0]/HL[1]', '5', '12'],
      ['items[2].quantity.value', 'HL[0]/HL[0]/HL[1]', '7', '12'],
      [undefined, 'BSN05', undefined, '0004'],
    ]);
  });

  it('what was written reads back as the summed items, with what was kept of the items too', () => {
    const given = inCartons([item('A', '1', '5.0'), item('A', '1', '7.0'), item('A', '2', '1')]);
    const { value, complement } = summed.write(given);
    if (value === undefined) throw new Error('not written');
    const items = [item('A', '1', '12'), item('A', '2', '1')];
    expect(mustHave(summed.read(value)).items).toEqual(items);
    const back = summed.read(value, { complement });
    expect(back.value?.items).toEqual(items);
    expect(back.value?.units).toEqual(given.units);
    expect(codesOf(back)).toEqual(
      codesOf(each.read(mustHave(each.write(given)), { complement: each.write(given).complement })),
    );
  });

  it('reading does not sum; what was kept of a level that is gone is said to have no place', () => {
    const document = x12Document('856', [
      ...['BSN*00*S1*20260301*0815*0004', 'HL*1**S*1', 'TD5**2*UPSN*U', 'DTM*011*20260301', 'HL*2*1*O*1', 'PRF*A'],
      ...['HL*3*2*I*0', 'LIN*1*UP*036000291452', 'SN1**5.0*EA', 'PID*F****first'],
      ...['HL*4*2*I*0', 'LIN*1*UP*036000291452', 'SN1**7*EA', 'PID*F****second', 'CTT*4'],
    ]);
    const { value, complement } = summed.read(document);
    if (value === undefined) throw new Error('not read');
    expect(value.items.map(({ quantity }) => quantity.value)).toEqual(['5', '7']);
    const again = summed.write(value, { complement });
    expect(codesOf(again)).toEqual(['complement-unplaced']);
    expect(itemsOf(mustHave(again))).toEqual(['A 1 12 EA']);
    expect(JSON.stringify(again.value)).toMatch(/first/);
  });

  it('units that are written alike are not equal: their numbers are not added', () => {
    const upper = levels('S-O-I', { sum: ['quantity.value'], ...rulesOfItem('decimal', 'upper') });
    const given = shipment([item('A', '1', '5'), item('A', '1', '7', { quantity: { value: '7', unit: 'ea' } })]);
    expect(itemsOf(mustHave(upper.write(given)))).toEqual(['A 1 5 EA', 'A 1 7 EA']);
  });

  it('a sum is written where a part of it could not be', () => {
    const whole = levels('S-O-I', { sum: ['quantity.value'], ...rulesOfItem('implied:0', 'text') });
    const result = whole.write(shipment([item('A', '1', '1.5'), item('A', '1', '2.5')]));
    expect([result.issues, result.loss]).toEqual([[], []]);
    expect(itemsOf(mustHave(result))).toEqual(['A 1 4 EA']);
    expect(codesOf(whole.write(shipment([item('A', '1', '1.5'), item('A', '1', '2')])))).toEqual(['value-unmappable']);
  });

  it.each([
    ['a quantity that is no decimal', '5x'],
    ['a quantity of too many digits', '9'.repeat(65)],
  ])('%s stands alone', (_, quantity) => {
    const items = [quantity, quantity, '5', '7'].map((value) => item('A', '1', value));
    const result = summed.write(shipment(items));
    expect(codesOf(result)).toEqual(['value-unmappable', 'value-unmappable']);
    const written = (result.ok ? result.value : result.partial) as ShipNotice856;
    expect(itemsOf(written)).toEqual(['A 1  EA', 'A 1  EA', 'A 1 12 EA']);
  });

  it('what is wrong with equal items is said once; what is wrong with another is another level', () => {
    const refusing = levels('S-O-I', { sum: ['quantity.value'], ...rulesOfItem('decimal', 'boolean') });
    const other = item('A', '1', '1', { quantity: { value: '1', unit: 'XCS' } });
    const result = refusing.write(shipment([item('A', '1', '5'), other, item('A', '1', '7')]));
    expect(result.issues.map(({ path, found }) => [path, found])).toEqual([
      [['items', 0, 'quantity', 'unit'], 'EA'],
      [['items', 1, 'quantity', 'unit'], 'XCS'],
    ]);
    expect(result.loss.map(({ at }) => at)).toEqual([0, 1, 2].map((at) => `items[${at}].quantity.unit`));
    const written = (result.ok ? result.value : result.partial) as ShipNotice856;
    expect(itemsOf(written)).toEqual(['A 1 12 ', 'A 1 1 ']);
  });

  it('several values are summed each; one that is there in some items only is a difference', () => {
    const both = levels('S-O-I', {
      sum: ['quantity.value', 'ordered.value'],
      define: {
        I: {
          rules: [
            { id: 'line', canonical: 'lineId', native: 'LIN01' },
            { id: 'ids', op: 'pairs', canonical: 'ids', native: 'LIN', from: 2, codes: { UP: { scheme: 'gtin' } } },
            { id: 'quantity', canonical: 'quantity.value', native: 'SN102' },
            { id: 'unit', canonical: 'quantity.unit', native: 'SN103' },
            { id: 'ordered', canonical: 'ordered.value', native: 'SN105' },
            { id: 'ordered-unit', canonical: 'ordered.unit', native: 'SN106' },
          ],
        },
      },
    });
    const ordered = { value: '10', unit: 'EA' };
    const items = [item('A', '1', '5', { ordered }), item('A', '1', '7', { ordered }), item('A', '1', '1')];
    const back = mustHave(both.read(mustHave(both.write(shipment(items)))));
    expect(back.items.map((one) => [one.quantity.value, one.ordered?.value])).toEqual([
      ['12', '20'],
      ['1', undefined],
    ]);
  });
});

describe('sum: compiling', () => {
  it.each([
    [
      'a unit above the item',
      'S-O-P-I',
      ['quantity.value'],
      'what lies in a unit of level P is a bag, and must stay one',
    ],
    [
      'a unit below the item',
      'S-O-I-P',
      ['quantity.value'],
      'what lies in a unit of level P is a bag, and must stay one',
    ],
    ['an order below the item', 'S-I-O', ['quantity.value'], 'the item to be the innermost one'],
    ['no such place', 'S-O-I', ['quantity.count'], 'quantity.count: there is no count'],
    ['an object', 'S-O-I', ['quantity'], 'takes paths of decimals'],
    ['an item of a list', 'S-O-I', ['ids[scheme=gtin].value'], 'takes paths of decimals'],
    ['the place itself', 'S-O-I', ['.'], 'takes paths of decimals'],
    ['a value of the document', 'S-O-I', ['/grossWeight.value'], 'takes paths of decimals'],
    ['no path at all', 'S-O-I', [], 'Too small'],
    ['a text in place of a list', 'S-O-I', 'quantity.value', 'expected array'],
  ])('%s is refused', (_, order, paths, message) => {
    expect(() => levels(order, { sum: paths })).toThrow(message);
  });
});

describe('laws of sum', () => {
  const facts = fc.array(
    fc.record({
      order: fc.constantFrom('A', 'B'),
      line: fc.constantFrom('1', '2', '3'),
      unit: fc.constantFrom('EA', 'XCS'),
      hundredths: fc.integer({ min: 1, max: 9999 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('the sums of each line, order and unit are those of the items, and each has one level', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const given = inCartons(
          all.map(({ order, line, unit, hundredths }) =>
            item(order, line, '0', {
              quantity: { value: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`, unit },
            }),
          ),
        );
        const [plain, short] = [mustHave(each.write(given)), mustHave(summed.write(given))];
        expect(totals(itemsOf(short))).toEqual(totals(itemsOf(plain)));
        expect(itemsOf(plain).length).toBe(all.length);
        expect(itemsOf(short).length).toBe(new Set(all.map(({ order, line, unit }) => order + line + unit)).size);
        const back = mustHave(summed.read(short));
        expect(validate(ShipmentSchema, back).issues).toEqual([]);
        expect(mustHave(summed.write(back))).toEqual(short);
      }),
      { numRuns: 25 },
    );
  });

  /** The quantities of each order, line and unit in the order of first appearance. */
  function totals(texts: readonly string[]): Record<string, string> {
    const made: Record<string, string> = {};
    for (const text of texts) {
      const [order, line, quantity = '', unit] = text.split(' ');
      const name = `${order} ${line} ${unit}`;
      made[name] = sum([made[name] ?? '0', quantity]);
    }
    return made;
  }
});

it('the work of summing grows with the items, not with their square', () => {
  const work = (count: number, line: (at: number) => string) => {
    let looks = 0;
    const counted = <T extends object>(object: T): T =>
      new Proxy(object, {
        get: (target, key, receiver) => {
          looks++;
          return Reflect.get(target, key, receiver);
        },
      });
    const items = Array.from({ length: count }, (_, at) => counted(item('A', line(at), '1')));
    mustHave(summed.write(shipment(counted(items))));
    return looks;
  };
  for (const line of [() => '1', String]) expect(work(400, line)).toBeLessThan(work(100, line) * 5);
});
