import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  functionalAcknowledgment997,
  invoice810,
  purchaseOrder850,
  purchaseOrderAcknowledgment855,
  shipNotice856,
} from '../src/004010.ts';
import { decode } from '../src/decode.ts';
import type { Definition } from '../src/definition/definition.ts';
import { parse } from '../src/parse.ts';
import { ACKNOWLEDGMENT, INVOICE, interchange, ORDER, SHIP_NOTICE } from './sample.ts';

const GROUPS: Readonly<Record<string, string>> = { '850': 'PO', '855': 'PR', '856': 'SH', '810': 'IN', '997': 'FA' };

/** The issues of one set by code, segment number and element. */
function faults(body: readonly string[], definition: Definition = purchaseOrder850): string[] {
  const text = interchange([[`ST*${definition.id}*0001`, ...body]], { gs: { 1: GROUPS[definition.id] ?? '' } });
  const set = parse(text).interchanges[0]?.groups[0]?.sets[0];
  if (set === undefined) throw new Error('no set');
  return decode(definition, set).issues.map(
    ({ code, at, path }) => `${code} ${at.segment}${at.element ? `/${at.element}` : ''} ${path.join('/')}`,
  );
}

/** A copy of the order with segments put in behind the n-th, or taken out. */
const order = (change: (segments: string[]) => void): string[] => {
  const copy = [...ORDER];
  change(copy);
  return copy;
};
const insert = (at: number, ...segments: string[]) => order((copy) => copy.splice(at, 0, ...segments));
const remove = (at: number, count = 1) => order((copy) => copy.splice(at, count));
const move = (from: number, to: number) => order((copy) => copy.splice(to, 0, ...copy.splice(from, 1)));

describe('one cause gives one issue', () => {
  it.each<[string, string[], string[]]>([
    ['a plain order has none', [...ORDER], []],
    ['a segment that exists nowhere', insert(3, 'ZQ9*X'), ['segment-unknown 5 ZQ9']],
    ['a segment of another set', insert(9, 'TDS*100'), ['segment-not-in-set 11 PO1Loop/0/PIDLoop/0/TDS']],
    ['an id that every object has', insert(3, 'constructor*X'), ['segment-unknown 5 constructor']],
    ['a segment behind its place', move(1, 2), ['segment-out-of-sequence 4 CUR']],
    [
      'segments of one place behind it, in a loop that goes on',
      order((copy) => copy.splice(6, 0, 'DTM*010*20260120', 'DTM*001*20260131')),
      ['segment-out-of-sequence 8 DTM'],
    ],
    ['one segment too many', insert(4, 'PER*BD*A', 'PER*BD*B', 'PER*BD*C'), ['segment-over-use 8 PER']],
    ['many segments too many', insert(4, ...Array(9).fill('PER*BD*A')), ['segment-over-use 8 PER']],
    ['one loop too many', insert(4, ...Array(26).fill('SAC*A*D240***500')), ['loop-over-repeat 31 SAC']],
    ['the first mandatory segment is missing', remove(0), ['segment-missing 2 BEG']],
    ['the last mandatory loop is missing', remove(7, 3), ['segment-missing 9 PO1Loop/PO1']],
    ['the first mandatory segment comes late', move(0, 1), ['segment-out-of-sequence 3 BEG']],
    [
      'a mandatory segment under a wrong name',
      order((copy) => copy.splice(0, 1, 'BEX*00*SA*PO1**20260114')),
      ['segment-unknown 2 BEX'],
    ],
    [
      'a mandatory loop under a wrong name',
      order((copy) => copy.splice(7, 3, 'PQ1*1*2*EA', 'PID*F****X')),
      ['segment-unknown 9 N1Loop/0/PQ1'],
    ],
    ['the start of a loop is missing', remove(4), ['segment-unexpected 6 N3']],
    [
      'the start of a loop under a wrong name',
      order((copy) => copy.splice(4, 1, 'NQ*ST*SAMPLE')),
      ['segment-unknown 6 NQ'],
    ],
    ['a line segment before any line', insert(2, 'SDQ*EA*92*0001*4'), ['segment-unexpected 4 SDQ']],
    ['the summary before the lines', move(10, 7), ['segment-out-of-sequence 9 CTT']],
    ['LS without LE', insert(9, 'LS*LDT', 'LDT*AF*2*DA'), ['segment-missing 13 PO1Loop/0/LE']],
    ['LE without LS', insert(9, 'LDT*AF*2*DA', 'LE*LDT'), ['segment-unexpected 12 PO1Loop/0/LE']],
    ['LS and LE together', insert(9, 'LS*LDT', 'LDT*AF*2*DA', 'LE*LDT'), []],
  ])('%s', (_, body, expected) => {
    expect(faults(body)).toEqual(expected);
  });

  it('a mandatory segment before its turn is not also missing', () => {
    const body = INVOICE.filter((text) => !text.startsWith('TDS'));
    expect(faults([...body.slice(0, 3), 'TDS*24360', ...body.slice(3)], invoice810)).toEqual([
      'segment-out-of-sequence 5 TDS',
    ]);
  });

  it('segments in order behind their place are one block that was moved', () => {
    const body = [
      'BSN*00*SHP1*20260116*1030',
      'HL*1**S',
      'PRF*PO1',
      'REF*BM*1',
      'LIN**UP*012345678905',
      'SN1**24*EA',
      'CTT*1',
    ];
    expect(faults(body, shipNotice856)).toEqual(['segment-out-of-sequence 6 HLLoop/0/LIN']);
  });

  it('each fault of several is said', () => {
    const body = order((copy) => {
      copy.splice(9, 0, 'TDS*100');
      copy.splice(2, 0, 'ZQ9*X');
      copy.splice(0, 1);
    });
    expect(faults(body)).toEqual([
      'segment-missing 2 BEG',
      'segment-unknown 3 ZQ9',
      'segment-not-in-set 11 PO1Loop/0/PIDLoop/0/TDS',
    ]);
  });

  it('a mandatory segment inside a loop is missed in each repetition, before the next', () => {
    const body = ['AK1*PO*1', 'AK2*850*0001', 'AK2*850*0002', 'AK5*A', 'AK2*850*0003', 'AK9*P*3*3*1'];
    expect(faults(body, functionalAcknowledgment997)).toEqual([
      'segment-missing 4 AK2Loop/0/AK5',
      'segment-missing 7 AK2Loop/2/AK5',
    ]);
  });

  it('a line that stands in two places of an invoice stays in the inner one', () => {
    const head = ['BIG*20260117*INV5501', 'IT1*1*24*EA*3.25**UP*012345678905'];
    const taxes = Array(11).fill('TXI*ST*1');
    expect(faults([...head, ...taxes, 'IT1*2*4*CA*41.4**UP*036000291452', 'TDS*24360', 'CTT*2'], invoice810)).toEqual([
      'segment-over-use 14 IT1Loop/0/TXI',
    ]);
    expect(faults([...head, 'TDS*24360', 'TXI*ST*1', 'CTT*1'], invoice810)).toEqual([]);
  });

  it('an acknowledgment of a line before its line is one issue', () => {
    const body = ['BAK*00*AC*PO1*20260115', 'ACK*IA*24*EA', 'PO1*2*6*CA*41.4**UP*036000291452', 'ACK*IA*6*CA', 'CTT*1'];
    expect(faults(body, purchaseOrderAcknowledgment855)).toEqual(['segment-unexpected 3 ACK']);
  });
});

describe('gotcha 29 hierarchical levels', () => {
  const notice = (levels: readonly string[], structure = '') =>
    faults([`BSN*00*SHP1*20260116*1030${structure && `*${structure}`}`, ...levels], shipNotice856);

  it.each<[string, string[], string[]]>([
    ['S-O-P-I', ['HL*1**S', 'HL*2*1*O', 'HL*3*2*P', 'HL*4*3*I'], []],
    ['S-O-T-P-I', ['HL*1**S', 'HL*2*1*O', 'HL*3*2*T', 'HL*4*3*P', 'HL*5*4*I'], []],
    ['any order of kinds', ['HL*1**S', 'HL*2*1*I', 'HL*3*2*O'], []],
    ['children apart from their parent', ['HL*1**S', 'HL*2*1*O', 'HL*3*1*O', 'HL*4*2*I', 'HL*5*3*I'], []],
    ['gaps and letters in the numbers', ['HL*1**S', 'HL*A7*1*O', 'HL*30*A7*I'], []],
    ['a level without segments of its own', ['HL*1**S', 'HL*2*1*O'], []],
    ['a parent that comes later', ['HL*1**S', 'HL*2*3*O', 'HL*3*1*P'], ['level-parent 4/2 HLLoop/1/HL/HL02']],
    ['a parent that is nowhere', ['HL*1**S', 'HL*2*9*O'], ['level-parent 4/2 HLLoop/1/HL/HL02']],
    [
      'two levels with one parent that is nowhere',
      ['HL*1**S', 'HL*2*9*O', 'HL*3*9*O', 'HL*4*8*O'],
      ['level-parent 4/2 HLLoop/1/HL/HL02', 'level-parent 6/2 HLLoop/3/HL/HL02'],
    ],
    [
      'a level of a known number that is its own parent',
      ['HL*1**S', 'HL*1*1*O'],
      ['level-parent 4/2 HLLoop/1/HL/HL02'],
    ],
    ['a level that is its own parent', ['HL*1**S', 'HL*2*2*O'], ['level-parent 4/2 HLLoop/1/HL/HL02']],
    ['a number used twice', ['HL*1**S', 'HL*2*1*O', 'HL*2*1*O', 'HL*3*2*I'], ['level-duplicate 5/1 HLLoop/2/HL/HL01']],
    ['children said and none there', ['HL*1**S*1', 'HL*2*1*O*1'], ['level-children 4/4 HLLoop/1/HL/HL04']],
    ['no children said and some there', ['HL*1**S*0', 'HL*2*1*O*0'], ['level-children 3/4 HLLoop/0/HL/HL04']],
    [
      'a broken tree, not also what HL04 says of it',
      ['HL*1**S*1', 'HL*2*9*O*0'],
      ['level-parent 4/2 HLLoop/1/HL/HL02'],
    ],
  ])('%s', (_, levels, expected) => {
    expect(notice(levels)).toEqual(expected);
  });

  it.each<[string, string, string[], string[]]>([
    ['R22 the order that BSN05 declares', '0001', ['HL*1**S', 'HL*2*1*O', 'HL*3*2*P', 'HL*4*3*I'], []],
    ['R22 tare levels are left to the guide', '0001', ['HL*1**S', 'HL*2*1*O', 'HL*3*2*T', 'HL*4*3*P'], []],
    [
      'R22 a level is left out',
      '0001',
      ['HL*1**S', 'HL*2*1*P', 'HL*3*2*I', 'HL*4*1*P'],
      ['level-order 4/3 HLLoop/1/HL/HL03'],
    ],
    ['R22 levels in another order', '0002', ['HL*1**S', 'HL*2*1*O', 'HL*3*2*P'], ['level-order 5/3 HLLoop/2/HL/HL03']],
    ['R22 a code that declares no order of a ship notice', '0099', ['HL*1**S', 'HL*2*1*P'], []],
  ])('%s', (_, structure, levels, expected) => {
    expect(notice(levels, structure)).toEqual(expected);
  });

  it('a deep chain of levels ends with one issue per level that is too deep, and a tree that can be walked', () => {
    const levels = Array.from({ length: 80 }, (_, index) => `HL*${index + 1}*${index || ''}*S`);
    expect(notice(levels)).toEqual(['level-parent 67/2 HLLoop/64/HL/HL02']);
  });
});

describe('laws', () => {
  const mutation = fc.oneof(
    fc.record({ kind: fc.constant('unknown' as const), at: fc.nat(ORDER.length) }),
    fc.record({ kind: fc.constant('foreign' as const), at: fc.nat(ORDER.length) }),
    fc.record({ kind: fc.constant('rename' as const), at: fc.nat(ORDER.length - 1) }),
    fc.record({ kind: fc.constant('value' as const), at: fc.constantFrom(0, 1, 3, 6, 7, 8, 9, 10) }),
  );

  it('one fault in a sound order gives exactly one error, at its segment', () => {
    fc.assert(
      fc.property(mutation, ({ kind, at }) => {
        const body = [...ORDER];
        if (kind === 'unknown') body.splice(at, 0, 'ZQ9*X');
        else if (kind === 'foreign') body.splice(at, 0, 'TDS*100');
        else if (kind === 'rename') body[at] = (body[at] as string).replace(/^\w+/, 'ZQ9');
        else body[at] = `${body[at]}*${'*'.repeat(30)}SURPLUS`;
        const found = faults(body);
        expect(found).toHaveLength(1);
        expect(found[0]).toContain(` ${at + 2}`);
      }),
      { numRuns: 200 },
    );
  });

  const documents = [
    ['a purchase order', purchaseOrder850, ORDER],
    ['an order acknowledgment', purchaseOrderAcknowledgment855, ACKNOWLEDGMENT],
    ['a ship notice', shipNotice856, SHIP_NOTICE],
    ['an invoice', invoice810, INVOICE],
  ] as const;
  const changes: readonly [string, (body: readonly string[], at: number) => string[], 'one' | 'at most one'][] = [
    [
      'under another name',
      (body, at) => body.map((text, index) => (index === at ? text.replace(/^\w+/, 'ZQ9') : text)),
      'one',
    ],
    ['left out', (body, at) => body.filter((_, index) => index !== at), 'at most one'],
    ['written twice', (body, at) => [...body.slice(0, at), body[at] as string, ...body.slice(at)], 'at most one'],
    [
      'swapped with the next',
      (body, at) => [...body.slice(0, at), ...body.slice(at, at + 2).reverse(), ...body.slice(at + 2)],
      'at most one',
    ],
  ];

  describe.each(documents)('in %s', (_, definition, body) => {
    it('there is no fault', () => {
      expect(faults(body, definition)).toEqual([]);
    });

    it.each(changes)('any one segment %s is at most one error', (_, change, expected) => {
      for (const [at, text] of body.entries()) {
        const found = faults(change(body, at), definition);
        expect(found.length, `${text}: ${found.join('; ')}`).toBeLessThanOrEqual(1);
        if (expected === 'one') expect(found.length, text).toBe(1);
      }
    });
  });

  it('whatever the order of segments, the pass ends and each segment is reported at most once', () => {
    const any = fc.constantFrom(
      ...ORDER,
      'LS*LDT',
      'LE*LDT',
      'LDT*AF*2*DA',
      'SAC*A*D240***500',
      'N9*ZZ*1',
      'MSG*TEXT',
      'QTY*38*5',
      'SLN*1**I',
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), (body) => {
        const places = faults(body).filter(
          (fault) => fault.startsWith('segment-') && !fault.startsWith('segment-missing'),
        );
        expect(new Set(places.map((place) => place.split(' ')[1])).size).toBe(places.length);
      }),
      { numRuns: 200 },
    );
  });
});
