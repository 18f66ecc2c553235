import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  invoice810,
  type PurchaseOrder850,
  purchaseOrder850,
  type ShipNotice856,
  shipNotice856,
} from '../src/004010.ts';
import { decode } from '../src/decode.ts';
import type { Definition } from '../src/definition/definition.ts';
import { encode } from '../src/encode.ts';
import type { Segment } from '../src/envelope/interchange.ts';
import { read } from '../src/read.ts';
import { interchange, ORDER } from './sample.ts';

const lines = (segments: readonly Segment[] | undefined): string[] =>
  (segments ?? []).map(({ id, elements }) =>
    [id, ...elements.map(({ repeats }) => repeats.map((components) => components.join('>')).join('^'))].join('*'),
  );

const encoded = (definition: Definition, document: unknown) => {
  const result = encode(definition, document);
  return { ok: result.ok, lines: lines(result.ok ? result.value : result.partial), issues: result.issues };
};

const faults = (definition: Definition, document: unknown) => {
  const { ok, issues } = encoded(definition, document);
  expect(ok).toBe(false);
  return issues.map(({ code, path }) => [code, path.join('.')]);
};

const order: PurchaseOrder850 = {
  BEG: {
    transactionSetPurpose: '00',
    purchaseOrderType: 'SA',
    purchaseOrderNumber: 'PO1',
    purchaseOrderDate: '20260114',
  },
  PO1Loop: [{ PO1: { quantityOrdered: '24', unitOfMeasure: 'EA' } }],
};

const notice = (HLLoop: unknown) => ({
  BSN: { transactionSetPurpose: '00', shipmentNumber: 'S1', date: '20260116', time: '1030' },
  HLLoop,
});

describe('encode', () => {
  it('undoes decode', () => {
    const [set] = read(interchange([ORDER]), { sets: [purchaseOrder850] }).sets;
    if (set?.status !== 'accepted') throw new Error('the sample is not sound');
    expect(encoded(purchaseOrder850, set.document).lines).toEqual(ORDER);
  });

  it('writes segments in the order of the standard, whatever the order of properties', () => {
    const document = {
      PO1Loop: order.PO1Loop,
      REF: [{ referenceNumber: '038', referenceQualifier: 'DP' }],
      BEG: order.BEG,
    };
    expect(encoded(purchaseOrder850, document).lines).toEqual(['BEG*00*SA*PO1**20260114', 'REF*DP*038', 'PO1**24*EA']);
  });

  it('writes composites and leaves out what is empty at the end', () => {
    const REF = [
      {
        referenceQualifier: 'DP',
        referenceNumber: '038',
        description: '',
        referenceIdentifiers: { referenceQualifier: 'ZZ', referenceNumber: '1', referenceQualifier2: '' },
      },
    ];
    expect(encoded(purchaseOrder850, { ...order, REF }).lines[1]).toBe('REF*DP*038**ZZ>1');
  });

  describe('levels', () => {
    const item = { HL: { level: 'I' }, LIN: { productIdQualifier: 'UP', productId: '012345678905' } };

    it('are numbered where the document leaves it open, parent before child', () => {
      const HLLoop = [
        { HL: { level: 'S' }, children: [{ HL: { level: 'O' }, children: [item, item] }, { HL: { level: 'O' } }] },
      ];
      expect(encoded(shipNotice856, notice(HLLoop)).lines.filter((line) => line.startsWith('HL'))).toEqual([
        'HL*1**S*1',
        'HL*2*1*O*1',
        'HL*3*2*I*0',
        'HL*4*2*I*0',
        'HL*5*1*O*0',
      ]);
    });

    it('keep the numbers that they have; others take free ones', () => {
      const HLLoop = [
        {
          HL: { level: 'S', levelId: '2' },
          children: [{ HL: { level: 'O' }, children: [{ HL: { level: 'I', levelId: '1', hasChildren: '0' } }] }],
        },
      ];
      expect(encoded(shipNotice856, notice(HLLoop)).lines.filter((line) => line.startsWith('HL'))).toEqual([
        'HL*2**S*1',
        'HL*3*2*O*1',
        'HL*1*3*I*0',
      ]);
    });

    it('are written without HL04 where all have a number and none says it', () => {
      const HLLoop = [{ HL: { level: 'S', levelId: '1' }, children: [{ HL: { level: 'O', levelId: '2' } }] }];
      expect(encoded(shipNotice856, notice(HLLoop)).lines.filter((line) => line.startsWith('HL'))).toEqual([
        'HL*1**S',
        'HL*2*1*O',
      ]);
    });

    it('may not name a parent that is another one', () => {
      const HLLoop = [{ HL: { level: 'S' }, children: [{ HL: { level: 'O', parentLevelId: '9' } }] }];
      expect(faults(shipNotice856, notice(HLLoop))).toEqual([['level-parent', 'HLLoop.0.children.0.HL.HL02']]);
    });

    it('may not hold themselves', () => {
      const level: { HL: object; children: unknown[] } = { HL: { level: 'S' }, children: [] };
      level.children.push(level);
      expect(faults(shipNotice856, notice([level]))[0]?.[0]).toBe('document-value');
    });

    it('that split without end are given up', () => {
      const level: { HL: object; children: unknown[] } = { HL: { level: 'S' }, children: [] };
      level.children.push(level, level);
      expect(encoded(shipNotice856, notice([level])).ok).toBe(false);
    });
  });

  it.each<[string, unknown, string, string]>([
    ['a document that is none', null, 'document-value', ''],
    ['a document that is text', 'BEG*00', 'document-value', ''],
    ['a segment that is not known', { ...order, BGE: order.BEG }, 'document-property', 'BGE'],
    [
      'an element that is not known',
      { ...order, BEG: { ...order.BEG, purchaseOrder: 'PO1' } },
      'document-property',
      'BEG.purchaseOrder',
    ],
    ['a property with the name of an inherited one', { ...order, constructor: {} }, 'document-property', 'constructor'],
    [
      '__proto__ as a property of its own',
      {
        ...order,
        ...JSON.parse('{"x":{"__proto__":{"a":1}}}'),
        REF: [JSON.parse('{"referenceQualifier":"DP","referenceNumber":"1","__proto__":"x"}')],
        x: undefined,
      },
      'document-property',
      'REF.0.__proto__',
    ],
    [
      'a number',
      { ...order, PO1Loop: [{ PO1: { quantityOrdered: 24, unitOfMeasure: 'EA' } }] },
      'document-value',
      'PO1Loop.0.PO1.quantityOrdered',
    ],
    ['null', { ...order, BEG: { ...order.BEG, releaseNumber: null } }, 'document-value', 'BEG.releaseNumber'],
    ['an object where an array belongs', { ...order, PO1Loop: { PO1: {} } }, 'document-value', 'PO1Loop'],
    ['an array where an object belongs', { ...order, BEG: [order.BEG] }, 'document-value', 'BEG'],
    ['a hole in an array', { ...order, PO1Loop: [undefined, ...order.PO1Loop] }, 'document-value', 'PO1Loop.0'],
    [
      'text where a composite belongs',
      { ...order, REF: [{ referenceQualifier: 'DP', referenceNumber: '1', referenceIdentifiers: 'ZZ>1' }] },
      'document-value',
      'REF.0.referenceIdentifiers',
    ],
    ['a segment without elements', { ...order, PWK: [{}] }, 'document-value', 'PWK.0'],
    [
      'a loop without the segment that begins it',
      { ...order, N1Loop: [{ N3: [{ addressLine: '12 EXAMPLE WAY' }] }] },
      'document-value',
      'N1Loop.0.N1',
    ],
    [
      'a mandatory element that is missing',
      { ...order, BEG: { ...order.BEG, purchaseOrderNumber: '' } },
      'element-missing',
      'BEG.BEG03',
    ],
    ['a mandatory loop that is missing', { BEG: order.BEG }, 'segment-missing', 'PO1Loop.PO1'],
    [
      'a value that its type does not allow',
      { ...order, PO1Loop: [...order.PO1Loop, { PO1: { quantityOrdered: '2O', unitOfMeasure: 'EA' } }] },
      'element-invalid-character',
      'PO1Loop.1.PO1.PO102',
    ],
    [
      'a component at its place',
      {
        ...order,
        REF: [
          {
            referenceQualifier: 'DP',
            referenceNumber: '1',
            referenceIdentifiers: { referenceQualifier: 'Z', referenceNumber: '1' },
          },
        ],
      },
      'element-too-short',
      'REF.0.REF04-1',
    ],
    [
      'more repeats than the place has',
      { ...order, PER: Array.from({ length: 4 }, () => ({ contactFunction: 'BD' })) },
      'segment-over-use',
      'PER.3',
    ],
  ])('%s is an issue with its place in the document', (_, document, code, path) => {
    expect(faults(purchaseOrder850, document)).toEqual([[code, path]]);
  });

  it('refuses a document whose segments would be read as parts of another loop', () => {
    const LM = { agency: 'AB' };
    const LQ = [{ codeList: 'X', industryCode: 'Y' }];
    const line = {
      PO1: order.PO1Loop[0]?.PO1,
      LDTLoop: [{ LDT: { leadTimeType: 'AA', quantity: '1', timePeriodUnit: 'DA' } }],
      LMLoop: [{ LM, LQ }],
    };
    const { ok, issues } = encoded(purchaseOrder850, { ...order, PO1Loop: [line] });
    expect([ok, issues.map(({ code, path, message }) => [code, path.join('.'), message])]).toEqual([
      false,
      [
        [
          'document-value',
          'PO1Loop.0.LMLoop.0.LM',
          'PO1Loop.0.LMLoop.0.LM would be read as PO1Loop.0.LDTLoop.0.LMLoop.0.LM, because nothing stands between the two places',
        ],
      ],
    ]);
  });

  it('takes nothing that an object inherits', () => {
    const codes = faults(purchaseOrder850, Object.create(order)).map(([, path]) => path);
    expect(codes).toEqual(['BEG', 'PO1Loop.PO1']);
  });

  it('keeps warnings beside what was made', () => {
    const document: ShipNotice856 = {
      BSN: {
        transactionSetPurpose: '00',
        shipmentNumber: 'S1',
        date: '20260116',
        time: '1030',
        levelStructure: '0001',
      },
      HLLoop: [{ HL: { level: 'S' }, children: [{ HL: { level: 'I' } }] }],
    };
    const { ok, issues } = encoded(shipNotice856, document);
    expect([ok, issues.map(({ code, severity, path }) => [code, severity, path.join('.')])]).toEqual([
      true,
      [['level-order', 'warning', 'HLLoop.0.children.0.HL.HL03']],
    ]);
  });

  it('law: no value, however strange, makes encode throw', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      maxDepth: 3,
    });
    const place = fc.constantFrom('BIG', 'REF', 'N1Loop', 'IT1Loop', 'TDS', '__proto__', 'constructor', 'x');
    fc.assert(
      fc.property(fc.dictionary(place, anything, { noNullPrototype: false }), (document) => {
        expect(encode(invoice810, document as never).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('gives segments that decode takes', () => {
    const { lines: made } = encoded(purchaseOrder850, order);
    const [set] = read(interchange([made]), { sets: [purchaseOrder850] }).sets;
    if (set?.definition === undefined) throw new Error('no set was read');
    expect(decode(purchaseOrder850, set)).toEqual({ ok: true, value: order, issues: [] });
  });
});
