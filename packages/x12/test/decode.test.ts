import { describe, expect, it } from 'vitest';
import { purchaseOrder850, shipNotice856 } from '../src/004010.ts';
import { decode } from '../src/decode.ts';
import type { Definition } from '../src/definition/definition.ts';
import { parse } from '../src/parse.ts';
import { interchange, ORDER } from './sample.ts';

const setOf = (body: readonly string[], type = '850') => {
  const set = parse(interchange([[`ST*${type}*0001`, ...body]])).interchanges[0]?.groups[0]?.sets[0];
  if (set === undefined) throw new Error('no set');
  return set;
};

const decoded = <Document>(definition: Definition<string, Document>, body: readonly string[]): Document => {
  const result = decode(definition, setOf(body, definition.id));
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join());
  return result.value;
};

describe('the typed document', () => {
  it('has segments by id, elements by name, and loops by their first segment', () => {
    expect(decoded(purchaseOrder850, ORDER)).toEqual({
      BEG: {
        transactionSetPurpose: '00',
        purchaseOrderType: 'SA',
        purchaseOrderNumber: 'PO1',
        purchaseOrderDate: '20260114',
      },
      CUR: { partyRole: 'BY', currency: 'USD' },
      REF: [{ referenceQualifier: 'DP', referenceNumber: '038' }],
      PER: [
        {
          contactFunction: 'BD',
          name: 'SAMPLE BUYER',
          communicationNumberQualifier: 'TE',
          communicationNumber: '5550100',
        },
      ],
      N1Loop: [
        {
          N1: { partyRole: 'ST', name: 'SAMPLE STORE', identificationCodeQualifier: '92', identificationCode: '0012' },
          N3: [{ addressLine: '12 EXAMPLE WAY' }],
          N4: [{ city: 'SPRINGFIELD', stateOrProvince: 'OH', postalCode: '45501', country: 'US' }],
        },
      ],
      PO1Loop: [
        {
          PO1: {
            assignedIdentification: '1',
            quantityOrdered: '24',
            unitOfMeasure: 'EA',
            unitPrice: '3.25',
            productIdQualifier: 'UP',
            productId: '012345678905',
          },
          PIDLoop: [{ PID: { descriptionType: 'F', description: 'SAMPLE WIDGET' } }],
        },
        {
          PO1: {
            assignedIdentification: '2',
            quantityOrdered: '6',
            unitOfMeasure: 'CA',
            unitPrice: '41.4',
            productIdQualifier: 'UP',
            productId: '036000291452',
          },
        },
      ],
      CTTLoop: { CTT: { lineCount: '2' } },
    });
  });

  it.each([
    ['blanks around a text are kept', 'N1*ST* SAMPLE  STORE ', { partyRole: 'ST', name: ' SAMPLE  STORE ' }],
    ['an empty element is absent', 'N1*ST*SAMPLE**', { partyRole: 'ST', name: 'SAMPLE' }],
    [
      'a number stays as it was written',
      'N1*ST**92*000.120',
      { partyRole: 'ST', identificationCodeQualifier: '92', identificationCode: '000.120' },
    ],
  ])('%s', (_, segment, expected) => {
    const body = [...ORDER.slice(0, 4), segment, ...ORDER.slice(5)];
    expect(decoded(purchaseOrder850, body).N1Loop?.[0]?.N1).toEqual(expected);
  });

  it('a composite is an object of its components', () => {
    const body = [...ORDER.slice(0, 8), 'CTP**RES*3.25*10*EA>2>0.5', ...ORDER.slice(8)];
    expect(decoded(purchaseOrder850, body).PO1Loop[0]?.CTPLoop?.[0]?.CTP).toMatchObject({
      quantity: '10',
      compositeUnit: { unitOfMeasure: 'EA', exponent: '2', multiplier: '0.5' },
    });
  });

  it('levels are a tree by HL01 and HL02, in the order in which they came', () => {
    const body = ['BSN*00*SHP1*20260116*1030', 'HL*1**S', 'HL*2*1*O', 'HL*3*1*O', 'HL*4*2*I', 'SN1**4*EA', 'CTT*4'];
    const level = (levelId: string, code: string, parentLevelId?: string) => ({
      HL: { levelId, ...(parentLevelId ? { parentLevelId } : {}), level: code },
    });
    expect(decoded(shipNotice856, body)).toEqual({
      BSN: { transactionSetPurpose: '00', shipmentNumber: 'SHP1', date: '20260116', time: '1030' },
      HLLoop: [
        {
          ...level('1', 'S'),
          children: [
            {
              ...level('2', 'O', '1'),
              children: [{ ...level('4', 'I', '2'), SN1: { unitsShipped: '4', unitOfMeasure: 'EA' } }],
            },
            level('3', 'O', '1'),
          ],
        },
      ],
      CTT: { lineCount: '4' },
    });
  });
});

describe('faults', () => {
  it('are told with the path of the segment by name, and what could be made is given', () => {
    const result = decode(
      purchaseOrder850,
      setOf([...ORDER.slice(0, 9), 'PO1*2*6O*CA*41.4**UP*036000291452', 'CTT*2']),
    );
    expect(result).toMatchObject({
      ok: false,
      issues: [
        {
          code: 'element-invalid-character',
          path: ['PO1Loop', 1, 'PO1', 'PO102'],
          at: { segment: 11, element: 2 },
          address: { set: '0001', type: '850' },
        },
      ],
      partial: { PO1Loop: [{ PO1: { quantityOrdered: '24' } }, { PO1: { quantityOrdered: '6O' } }] },
    });
  });

  it('the number of a repeated segment stands in the path', () => {
    const result = decode(purchaseOrder850, setOf([...ORDER.slice(0, 3), 'REF*IA', ...ORDER.slice(3)]));
    expect(result.issues).toMatchObject([{ path: ['REF', 1, 'REF02'] }]);
  });

  it('they point at the bytes of the element', () => {
    const file = parse(interchange([ORDER.map((segment) => segment.replace('*24*', '*2X4*'))]));
    const found = file.interchanges[0];
    const set = found?.groups[0]?.sets[0];
    if (found === undefined || set === undefined) throw new Error('no set');
    const [issue] = decode(purchaseOrder850, set).issues;
    const { offset = 0, length = 0 } = issue?.at ?? {};
    expect(new TextDecoder().decode(file.source.subarray(offset, offset + length))).toBe('2X4');
  });

  it('a set that was cut off is one fault, whatever it still lacks', () => {
    const set = setOf(ORDER);
    const cut = { ...set, segments: set.segments.slice(0, 3) };
    expect(decode(purchaseOrder850, cut)).toMatchObject({ ok: false, issues: [{ code: 'set-trailer-missing' }] });
  });

  it('faults of the envelope count too', () => {
    const set = setOf([...ORDER, 'SE*99*0001']);
    expect(decode(purchaseOrder850, set)).toMatchObject({
      ok: false,
      issues: [{ code: 'set-segment-count' }],
      partial: { BEG: {} },
    });
  });

  it('what only one source says is information and does not reject', () => {
    const body = [...ORDER.slice(0, 4), 'SAC**D240***500', ...ORDER.slice(4)];
    expect(decode(purchaseOrder850, setOf(body))).toMatchObject({
      ok: true,
      issues: [{ severity: 'information', path: ['SACLoop', 0, 'SAC', 'SAC01'] }],
    });
  });
});

describe('the limit of issues', () => {
  const many = setOf([...ORDER.slice(0, 3), ...Array.from({ length: 30 }, () => 'ZQ9*X'), ...ORDER.slice(3)]);

  it('leaves the others out and says so', () => {
    const { ok, issues } = decode(purchaseOrder850, many, { issues: 10 });
    expect(ok).toBe(false);
    expect(issues.map(({ code }) => code)).toEqual([...Array(10).fill('segment-unknown'), 'set-too-many-issues']);
    expect(issues.at(-1)?.severity).toBe('error');
  });

  it('does not reject for information alone', () => {
    const body = [...ORDER.slice(0, 4), ...Array(20).fill('SAC**D240***500'), ...ORDER.slice(4)];
    const { ok, issues } = decode(purchaseOrder850, setOf(body), { issues: 5 });
    expect(ok).toBe(true);
    expect(issues.at(-1)).toMatchObject({ code: 'set-too-many-issues', severity: 'information' });
  });
});
