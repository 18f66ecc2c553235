import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PurchaseOrder850, purchaseOrder850, type ShipNotice856, shipNotice856 } from '../src/004010.ts';
import { diff } from '../src/diff.ts';
import { printDiff } from '../src/print-diff.ts';
import { read } from '../src/read.ts';
import { arbitraryDocument } from './arbitrary-document.ts';
import { interchange, ORDER, SHIP_NOTICE } from './sample.ts';

function order(lines: readonly string[]): PurchaseOrder850 {
  const [set] = read(interchange([lines]), { sets: [purchaseOrder850] }).sets;
  return set?.document as PurchaseOrder850;
}

function notice(lines: readonly string[]): ShipNotice856 {
  const text = interchange([['ST*856*0001', ...lines]], { gs: { 1: 'SH' } });
  const [set] = read(text, { sets: [shipNotice856] }).sets;
  return set?.document as ShipNotice856;
}

const replaced = (lines: readonly string[], from: string, ...to: readonly string[]): string[] =>
  lines.flatMap((line) => (line === from ? to : [line]));

const LINE_1 = 'PO1*1*24*EA*3.25**UP*012345678905';
const LINE_2 = 'PO1*2*6*CA*41.4**UP*036000291452';

describe('diff', () => {
  it.each<[string, string[], string[]]>([
    ['nothing between a document and itself', [...ORDER], []],
    [
      'a changed value by its designator and name, under the number of its line',
      replaced(ORDER, LINE_1, LINE_1.replace('*24*', '*30*')),
      ['~ PO1 loop 1 (assigned identification 1), PO102 quantity ordered: 24 → 30'],
    ],
    [
      'a line put in between as one change',
      replaced(ORDER, LINE_2, 'PO1*3*1*EA*9', LINE_2),
      ['+ PO1 loop 2 (assigned identification 3): PO1*3*1*EA*9'],
    ],
    [
      'a line left out as one change',
      replaced(ORDER, LINE_2),
      ['- PO1 loop 2 (assigned identification 2): PO1*2*6*CA*41.4**UP*036000291452'],
    ],
    [
      'lines that changed places as one that moved',
      [...ORDER.slice(0, 7), LINE_2, LINE_1, ...ORDER.slice(8, 9), ...ORDER.slice(10)],
      ['> PO1 loop 1 (assigned identification 2): moved from 2 to 1'],
    ],
    ['a value that is new', replaced(ORDER, 'CUR*BY*USD', 'CUR*BY*USD*1.1'), ['+ CUR03 exchange rate: 1.1']],
    ['a segment that is gone', replaced(ORDER, 'CUR*BY*USD'), ['- CUR*BY*USD']],
    [
      'references by their qualifier',
      replaced(ORDER, 'REF*DP*038', 'REF*IA*7', 'REF*DP*039'),
      [
        '+ REF 1 (reference qualifier IA): REF*IA*7',
        '~ REF 2 (reference qualifier DP), REF02 reference number: 038 → 039',
      ],
    ],
  ])('tells %s', (_, after, expected) => {
    expect(
      printDiff(diff(purchaseOrder850, order(ORDER), order(after)))
        .split('\n')
        .slice(0, -1),
    ).toEqual(expected);
  });

  it('knows levels by their goods, whatever their numbers', () => {
    const packs = [
      ...SHIP_NOTICE.slice(0, 10),
      ...['HL*3*2*P', 'MAN*GM*00006141411234567982', 'HL*4*3*I', 'LIN*2*UP*036000291452', 'SN1*2*5*CA'],
      ...['HL*5*2*P', 'MAN*GM*00006141411234567814', 'HL*6*5*I', 'LIN*1*UP*012345678905', 'SN1*1*24*EA', 'CTT*6'],
    ];
    expect(diff(shipNotice856, notice(SHIP_NOTICE), notice(packs))).toEqual([
      {
        kind: 'moved',
        path: ['HLLoop', 0, 'children', 0, 'children', 0],
        place: 'level 1 (level id 1), level 1 (O PO1), level 1 (P 00006141411234567982)',
        before: '2',
        after: '1',
      },
      {
        kind: 'changed',
        path: ['HLLoop', 0, 'children', 0, 'children', 0, 'children', 0, 'SN1', 'unitsShipped'],
        place: 'level 1 (level id 1), level 1 (O PO1), level 1 (P 00006141411234567982), level 1 (I 036000291452)',
        designator: 'SN102',
        name: 'units shipped',
        before: '4',
        after: '5',
      },
    ]);
  });

  it('prints a table in Markdown that no value can break', () => {
    const after = order(replaced(ORDER, 'PER*BD*SAMPLE BUYER*TE*5550100', 'PER*BD*12 | <b [x](y)*TE*5550100'));
    expect(printDiff(diff(purchaseOrder850, order(ORDER), after), 'markdown')).toBe(
      [
        '| change | place | before | after |',
        '|---|---|---|---|',
        '| changed | PER 1 (contact function BD), PER02 name | SAMPLE BUYER | 12 \\| \\<b \\[x\\](y) |',
        '',
      ].join('\n'),
    );
  });

  it('there is none between a document and itself, and both ways there are as many', () => {
    const documents = arbitraryDocument(shipNotice856);
    fc.assert(
      fc.property(documents, documents, (one, other) => {
        expect(diff(shipNotice856, one, one)).toEqual([]);
        const there = diff(shipNotice856, one, other);
        const back = diff(shipNotice856, other, one);
        const count = (changes: typeof there, kind: string) => changes.filter((change) => change.kind === kind).length;
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'changed')).toBe(count(back, 'changed'));
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a document that holds itself', () => {
    const level: Record<string, unknown> = { HL: { level: 'S' } };
    level['children'] = [level];
    const endless = { HLLoop: [level] };
    // @ts-expect-error not a document
    expect(() => diff(shipNotice856, endless, endless)).toThrow(RangeError);
  });

  it('takes thousands of lines', () => {
    const lines = (count: number, offset: number): PurchaseOrder850 => ({
      BEG: {
        transactionSetPurpose: '00',
        purchaseOrderType: 'SA',
        purchaseOrderNumber: 'PO1',
        purchaseOrderDate: '20260114',
      },
      PO1Loop: Array.from({ length: count }, (_, at) => ({
        PO1: { assignedIdentification: String((at * 7919 + offset) % count) },
      })),
    });
    expect(diff(purchaseOrder850, lines(20_000, 0), lines(20_000, 5)).every(({ kind }) => kind === 'moved')).toBe(true);
  });
});
