import { makeSscc, type PackedItem, type Shipment, Shipment as ShipmentSchema, validate } from '@dist/canonical';
import { encode } from '@dist/x12';
import { type ShipNotice856, shipNotice856 } from '@dist/x12/004010';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, mustHave } from './compiled.ts';
import { smallShipment } from './small-shipment.ts';
import { x12Document } from './x12-documents.ts';

const [pallet, carton, otherCarton] = [1, 2, 3].map((serial) => makeSscc('0614141', 0, serial)) as [
  string,
  string,
  string,
];
const upc = { scheme: 'gtin', value: '00036000291452' } as const;
const vendor = { scheme: 'seller', value: 'AX-100' } as const;

const levels = (order: string, code: string, more: Record<string, unknown> = {}) =>
  smallShipment({
    levels: order.split('-'),
    lossy: ['S', 'O', 'T', 'P', 'I'].filter((level) => !order.includes(level)),
    structure: { codes: { [order]: code } },
    ...more,
  });

const map = smallShipment();
const maps = {
  'S-O-P-I': map,
  'S-O-T-P-I': levels('S-O-T-P-I', '0001'),
  'S-O-I': levels('S-O-I', '0004'),
  'S-T-P-O-I': levels('S-T-P-O-I', '0003'),
  'S-O-I-P': levels('S-O-I-P', '0002'),
};

function item(order: string, line: string, quantity: string, unitId?: string): PackedItem {
  return {
    orderNumber: order,
    lineId: line,
    ids: [upc],
    quantity: { value: quantity, unit: 'EA' },
    ...(unitId ? { unitId } : {}),
  };
}

function shipment(units: Shipment['units'], items: PackedItem[]): Shipment {
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

/** The levels of a written notice from the top, one text each: HL01, HL02, HL03, HL04. */
function levelsOf({ HLLoop }: ShipNotice856): string[] {
  const texts: string[] = [];
  const walk = (levels: typeof HLLoop = []) => {
    for (const { HL, children } of levels) {
      texts.push([HL.levelId, HL.parentLevelId, HL.level, HL.hasChildren].map((value) => value ?? '').join('*'));
      walk(children);
    }
  };
  walk(HLLoop);
  return texts.map((text) => text.replace(/\*$/, ''));
}

const head = (structure: string) => [`BSN*00*S1*20260301*0815*${structure}`];
const shipmentLevel = ['HL*1**S*1', 'TD5**2*UPSN*U', 'DTM*011*20260301'];
const lin = (line: string, quantity: string) => [`LIN*${line}*UP*036000291452`, `SN1**${quantity}*EA`];

describe('R22 the levels of an 856', () => {
  it('S-O-P-I: the same item twice in one carton, and one carton in two orders', () => {
    const segments = [
      ...head('0001'),
      ...shipmentLevel,
      'HL*2*1*O*1',
      'PRF*PO1',
      'HL*3*2*P*1',
      `MAN*GM*00${carton}`,
      'HL*4*3*I*0',
      ...lin('1', '5'),
      'HL*5*3*I*0',
      ...lin('1', '7'),
      'HL*6*1*O*1',
      'PRF*PO2',
      'HL*7*6*P*1',
      `MAN*GM*00${carton}`,
      'HL*8*7*I*0',
      ...lin('1', '1'),
      'CTT*8',
    ];
    const document = x12Document('856', segments);
    const result = map.read(document);
    expect(result.issues).toEqual([]);
    expect(result.loss).toEqual([]);
    expect(result.value).toEqual(
      shipment(
        [{ unitId: '3', type: 'carton', sscc: carton }],
        [item('PO1', '1', '5', '3'), item('PO1', '1', '7', '3'), item('PO2', '1', '1', '3')],
      ),
    );
    expect(mustHave(map.write(mustHave(result)))).toEqual(document);
  });

  it('S-O-T-P-I: cartons lie on pallets', () => {
    const segments = [
      ...head('0001'),
      ...shipmentLevel,
      'HL*2*1*O*1',
      'PRF*PO1',
      'HL*3*2*T*1',
      `MAN*GM*00${pallet}`,
      'HL*4*3*P*1',
      `MAN*GM*00${carton}`,
      'HL*5*4*I*0',
      ...lin('1', '5'),
      'HL*6*3*P*1',
      `MAN*GM*00${otherCarton}`,
      'HL*7*6*I*0',
      ...lin('2', '6'),
      'CTT*7',
    ];
    const document = x12Document('856', segments);
    const tare = maps['S-O-T-P-I'];
    const value = mustHave(tare.read(document));
    expect(value.units).toEqual([
      { unitId: '3', type: 'pallet', sscc: pallet },
      { unitId: '4', type: 'carton', sscc: carton, parentId: '3' },
      { unitId: '6', type: 'carton', sscc: otherCarton, parentId: '3' },
    ]);
    expect(value.items.map(({ unitId }) => unitId)).toEqual(['4', '6']);
    expect(mustHave(tare.write(value))).toEqual(document);
  });

  it('S-O-I: items without units', () => {
    const segments = [
      ...head('0004'),
      ...shipmentLevel,
      'HL*2*1*O*1',
      'PRF*PO1',
      'HL*3*2*I*0',
      ...lin('1', '5'),
      'HL*4*2*I*0',
      ...lin('2', '6'),
      'HL*5*1*O*1',
      'PRF*PO2',
      'HL*6*5*I*0',
      ...lin('1', '1'),
      'CTT*6',
    ];
    const document = x12Document('856', segments);
    const plain = maps['S-O-I'];
    const value = mustHave(plain.read(document));
    expect(value).toEqual(shipment([], [item('PO1', '1', '5'), item('PO1', '2', '6'), item('PO2', '1', '1')]));
    expect(mustHave(plain.write(value))).toEqual(document);
  });

  it.each([
    ['S-O-P-I', ['1**S*1', '2*1*O*1', '3*2*P*1', '4*3*I*0', '5*2*I*0']],
    ['S-O-T-P-I', ['1**S*1', '2*1*O*1', '3*2*T*1', '4*3*P*1', '5*4*I*0', '6*2*I*0']],
    ['S-O-I', ['1**S*1', '2*1*O*1', '3*2*I*0', '4*2*I*0']],
    ['S-T-P-O-I', ['1**S*1', '2*1*T*1', '3*2*P*1', '4*3*O*1', '5*4*I*0', '6*1*O*1', '7*6*I*0']],
    ['S-O-I-P', ['1**S*1', '2*1*O*1', '3*2*I*1', '4*3*P*0', '5*2*I*0']],
  ] as const)('one shipment in the order %s; an item without unit stands under the level above', (order, expected) => {
    const units: Shipment['units'] = [
      { unitId: 'p', type: 'pallet', sscc: pallet },
      { unitId: 'c', type: 'carton', sscc: carton, parentId: 'p' },
    ];
    const written = mustHave(maps[order].write(shipment(units, [item('PO1', '1', '5', 'c'), item('PO1', '2', '6')])));
    expect(levelsOf(written)).toEqual(expected);
    expect(encode(shipNotice856, written).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('levels left out on purpose are a loss', () => {
    const units: Shipment['units'] = [
      { unitId: 'p', type: 'pallet', sscc: pallet },
      { unitId: 'c', type: 'carton', sscc: carton, parentId: 'p' },
    ];
    const { loss, issues } = map.write(shipment(units, [item('PO1', '1', '5', 'c')]));
    expect(issues).toEqual([]);
    expect(loss.map(({ at }) => at)).toEqual([
      'units[0].unitId',
      'units[0].type',
      'units[0].sscc',
      'units[1].parentId',
    ]);
  });

  it('any order of levels is read, with a warning when BSN05 says another one', () => {
    const segments = [
      ...head('0001'),
      ...shipmentLevel,
      'HL*2*1*P*1',
      `MAN*GM*00${carton}`,
      'HL*3*2*O*1',
      'PRF*PO1',
      'HL*4*3*I*0',
      ...lin('1', '5'),
      'CTT*4',
    ];
    const document = x12Document('856', segments);
    const result = map.read(document);
    expect(result.issues).toMatchObject([
      { code: 'structure-differs', severity: 'warning', expected: '0003', found: '0001' },
    ]);
    expect(mustHave(result).items).toEqual([item('PO1', '1', '5', '2')]);
  });

  it('an item above its one unit lies in it; above several it is an error', () => {
    const segments = (units: string[]) => [
      ...head('0002'),
      ...shipmentLevel,
      'HL*2*1*O*1',
      'PRF*PO1',
      'HL*3*2*I*1',
      ...lin('1', '5'),
      ...units,
    ];
    const one = segments(['HL*4*3*P*0', `MAN*GM*00${carton}`, 'CTT*4']);
    const several = segments(['HL*4*3*P*0', `MAN*GM*00${carton}`, 'HL*5*3*P*0', `MAN*GM*00${otherCarton}`, 'CTT*5']);
    expect(mustHave(map.read(x12Document('856', one))).items).toEqual([item('PO1', '1', '5', '4')]);
    expect(codesOf(map.read(x12Document('856', several)))).toEqual(['unit-ambiguous']);
  });

  it('an unknown level is an error, and stays in the complement with all below it', () => {
    const segments = [
      ...head('0004'),
      ...shipmentLevel,
      'HL*2*1*O*1',
      'PRF*PO1',
      'HL*3*2*I*0',
      ...lin('1', '5'),
      'HL*4*2*Q*0',
      'MAN*GM*X',
      'CTT*4',
    ];
    const result = map.read(x12Document('856', segments));
    expect(result.issues).toMatchObject([{ code: 'level-unmapped', found: 'Q' }]);
    expect(result.loss.map(({ at }) => at)).toContain('HL[0]/HL[0]/HL[1]/MAN[0].02');
  });

  it('what is wrong with an order is said once, not for each of its items', () => {
    const document = x12Document('856', [
      ...head('0004'),
      ...shipmentLevel,
      'HL*2*1*O*1',
      'HL*3*2*I*0',
      ...lin('1', '5'),
      'HL*4*2*I*0',
      ...lin('2', '5'),
      'CTT*4',
    ]);
    expect(codesOf(map.read(document))).toEqual(['value-required']);
  });

  it('HL04 is left out where the partner does not want it, and comes back where one did send it', () => {
    const quiet = levels('S-O-I', '0004', { childCode: false });
    expect(levelsOf(mustHave(quiet.write(shipment([], [item('PO1', '1', '5')]))))).toEqual(['1**S', '2*1*O', '3*2*I']);
    const document = x12Document('856', [
      ...head('0004'),
      ...shipmentLevel,
      'HL*2*1*O',
      'PRF*PO1',
      'HL*3*2*I*0',
      ...lin('1', '5'),
      'CTT*3',
    ]);
    const { value, complement } = maps['S-O-I'].read(document);
    if (value === undefined) throw new Error('not read');
    expect(mustHave(maps['S-O-I'].write(value, { complement }))).toEqual(document);
    expect(mustHave(maps['S-O-I'].write(value))).not.toEqual(document);
  });

  it('kept values follow an item that has moved', () => {
    const document = x12Document('856', [
      ...head('0004'),
      ...shipmentLevel,
      'HL*2*1*O*1',
      'PRF*PO1',
      'HL*3*2*I*0',
      ...lin('1', '5'),
      'PID*F****first',
      'HL*4*2*I*0',
      ...lin('2', '6'),
      'PID*F****second',
      'CTT*4',
    ]);
    const { value, complement } = maps['S-O-I'].read(document);
    if (value === undefined) throw new Error('not read');
    const turned = mustHave(maps['S-O-I'].write({ ...value, items: [...value.items].reverse() }, { complement }));
    expect(JSON.stringify(turned)).toMatch(/"2".*second.*"1".*first/);
  });

  it.each([
    ['a unit that does not exist', [], [item('PO1', '1', '5', 'x')], ['unit-missing']],
    [
      'a parent that does not exist',
      [{ unitId: 'c', type: 'carton', parentId: 'x' }],
      [item('PO1', '1', '5', 'c')],
      ['unit-missing'],
    ],
    [
      'units in themselves',
      [
        { unitId: 'a', type: 'carton', parentId: 'b' },
        { unitId: 'b', type: 'carton', parentId: 'a' },
      ],
      [item('PO1', '1', '5', 'a')],
      ['unit-cyclic', 'unit-empty'],
    ],
    [
      'two units with one id',
      [
        { unitId: 'a', type: 'carton' },
        { unitId: 'a', type: 'carton' },
      ],
      [item('PO1', '1', '5', 'a')],
      ['unit-id-invalid'],
    ],
    ['a unit with nothing in it', [{ unitId: 'a', type: 'carton' }], [item('PO1', '1', '5')], ['unit-empty']],
  ] as const)('writing: %s', (_, units, items, codes) => {
    expect(codesOf(map.write(shipment([...units], [...items])))).toEqual(codes);
  });

  it('a carton of two orders whose weights differ keeps the second weight', () => {
    const document = x12Document('856', [
      ...head('0001'),
      ...shipmentLevel,
      'HL*2*1*O*1',
      'PRF*PO1',
      'HL*3*2*P*1',
      'TD1******G*5*LB',
      `MAN*GM*00${carton}`,
      'HL*4*3*I*0',
      ...lin('1', '5'),
      'HL*5*1*O*1',
      'PRF*PO2',
      'HL*6*5*P*1',
      'TD1******G*6*LB',
      `MAN*GM*00${carton}`,
      'HL*7*6*I*0',
      ...lin('1', '1'),
      'CTT*7',
    ]);
    const result = map.read(document);
    expect(result.issues).toMatchObject([{ code: 'value-conflict', rule: 'carton-weight' }]);
    expect(result.loss.map(({ value }) => value)).toEqual(['6']);
  });
});

const quantities = fc.integer({ min: 1, max: 99 }).map(String);

describe('laws of nest', () => {
  it.each(['S-O-P-I', 'S-O-T-P-I'] as const)(
    '%s: what is written reads back: the same facts in the same units',
    (order) => {
      const units: Shipment['units'] = Array.from({ length: 6 }, (_, at) => ({
        unitId: `u${at}`,
        type: at < 2 && order === 'S-O-T-P-I' ? 'pallet' : 'carton',
        sscc: makeSscc('0614141', 0, at + 10),
        ...(at >= 2 && order === 'S-O-T-P-I' ? { parentId: `u${at % 2}` } : {}),
      }));
      const facts = fc.array(
        fc.record({
          order: fc.constantFrom('A', 'B'),
          line: fc.constantFrom('1', '2', '3'),
          unit: fc.integer({ min: 0, max: 5 }),
          quantity: quantities,
        }),
        { minLength: 1, maxLength: 10 },
      );
      fc.assert(
        fc.property(facts, (all) => {
          const given = shipment(
            units,
            all.map((fact) => item(fact.order, fact.line, fact.quantity, `u${fact.unit}`)),
          );
          const written = mustHave(maps[order].write(given));
          const back = mustHave(maps[order].read(written));
          expect(validate(ShipmentSchema, back).issues).toEqual([]);
          expect(bag(back)).toEqual(bag(given));
          expect(mustHave(maps[order].write(back))).toEqual(written);
        }),
        { numRuns: 15 },
      );
    },
  );

  /** What lies in which SSCC, as a sorted bag: ids of units are the document's own. */
  function bag({ units, items }: Shipment): string[] {
    const ssccs = new Map(units.map(({ unitId, sscc }) => [unitId, sscc]));
    const parents = new Map(units.map(({ unitId, parentId }) => [unitId, parentId]));
    return items
      .map((fact) => {
        const parent = parents.get(fact.unitId ?? '');
        return `${fact.orderNumber} ${fact.lineId} ${fact.quantity.value} ${ssccs.get(fact.unitId ?? '')} ${ssccs.get(parent ?? '')}`;
      })
      .sort();
  }
});

it('identifiers of a seller stand beside those of the standard', () => {
  const given = shipment([], [{ ...item('PO1', '1', '5'), ids: [upc, vendor] }]);
  const back = mustHave(maps['S-O-I'].read(mustHave(maps['S-O-I'].write(given))));
  expect(back.items[0]?.ids).toEqual([upc, vendor]);
});

describe('a level counts those below it', () => {
  const counting = levels('S-O-T-P-I', '0001', {
    define: {
      O: {
        holds: 'group',
        rules: [
          { id: 'order', canonical: 'orderNumber', native: 'PRF01', required: true },
          { id: 'cartons', op: 'calc', native: 'TD1.02', function: 'count', of: { native: 'HL[03=P]' } },
          { id: 'below', op: 'calc', native: 'REF[01=LI].02', function: 'count', of: { native: 'HL[]' } },
          { id: 'packed', op: 'calc', native: 'REF[01=PK].02', function: 'sum', of: { native: 'HL[03=I]/SN102' } },
        ],
      },
    },
  });
  const [first, second, third] = [4, 5, 6].map((serial) => makeSscc('0614141', 0, serial));
  const units: Shipment['units'] = [
    { unitId: 'T1', type: 'pallet', sscc: pallet },
    { unitId: 'T2', type: 'pallet', sscc: carton },
    { unitId: 'P1', type: 'carton', parentId: 'T1', sscc: first },
    { unitId: 'P2', type: 'carton', parentId: 'T1', sscc: second },
    { unitId: 'P3', type: 'carton', parentId: 'T2', sscc: third },
  ];
  const items = [
    item('A', '1', '5', 'P1'),
    item('A', '2', '1', 'P1'),
    item('A', '3', '1', 'P2'),
    item('B', '1', '2', 'P3'),
  ];
  const written = mustHave(counting.write(shipment(units, items))) as ShipNotice856;
  const orders = written.HLLoop[0]?.children ?? [];

  it('by their code, and all of them, each order its own', () => {
    const counted = orders.map(({ TD1, REF = [] }) => [
      TD1?.[0]?.numberOfPackages,
      ...REF.map(({ referenceNumber }) => referenceNumber),
    ]);
    expect(counted).toEqual([
      ['2', '6', '7'],
      ['1', '3', '2'],
    ]);
    expect(counting.read(written).issues).toEqual([]);
  });

  it('and a wrong count is told when it is read', () => {
    const wrong = JSON.parse(JSON.stringify(written).replace('"numberOfPackages":"2"', '"numberOfPackages":"3"'));
    expect(counting.read(wrong).issues).toMatchObject([
      { code: 'calc-differs', rule: 'cartons', expected: '2', found: '3' },
    ]);
  });
});
