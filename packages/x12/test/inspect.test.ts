import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchaseOrder850, shipNotice856 } from '../src/004010.ts';
import { inspect } from '../src/inspect.ts';
import { outgoingSet } from '../src/outgoing-set.ts';
import { parse } from '../src/parse.ts';
import { read } from '../src/read.ts';
import { write } from '../src/write.ts';
import { arbitraryDocument } from './arbitrary-document.ts';
import { interchange, ORDER, SHIP_NOTICE } from './sample.ts';

const sets = [purchaseOrder850, shipNotice856] as const;

const order = (...lines: readonly string[]): string => interchange([lines]);
const notice = (lines: readonly string[]): string => interchange([['ST*856*0001', ...lines]], { gs: { 1: 'SH' } });

describe('inspect', () => {
  it('shows loops, segments and elements with their names and values', () => {
    const text = order('BEG*00*SA*PO1**20260114', 'REF*DP*038', 'PO1*1*24*EA*3.25**UP*012345678905', 'PID*F****WIDGET');
    expect(inspect(read(text, { sets }))).toBe(
      [
        'Interchange 000000001: ZZ SENDER → ZZ RECEIVER, 260115 0830, version 00401, usage T',
        '  Functional group 1: PO 004010, SENDER → RECEIVER',
        '    Transaction set 0001: 850 purchase order, 6 segments',
        '      ST transaction set header (segment 1)',
        '        ST01  850',
        '        ST02  0001',
        '      BEG start of purchase order (segment 2)',
        '        BEG01 transaction set purpose  00',
        '        BEG02 purchase order type      SA',
        '        BEG03 purchase order number    PO1',
        '        BEG05 purchase order date      20260114',
        '      REF reference number (segment 3)',
        '        REF01 reference qualifier  DP',
        '        REF02 reference number     038',
        '      PO1 loop 1',
        '        PO1 purchase order line (segment 4)',
        '          PO101 assigned identification  1',
        '          PO102 quantity ordered         24',
        '          PO103 unit of measure          EA',
        '          PO104 unit price               3.25',
        '          PO106 product id qualifier     UP',
        '          PO107 product id               012345678905',
        '        PID loop 1',
        '          PID item description (segment 5)',
        '            PID01 description type  F',
        '            PID05 description       WIDGET',
        '      SE transaction set trailer (segment 6)',
        '        SE01  6',
        '        SE02  0001',
        '',
      ].join('\n'),
    );
  });

  it('shows levels as a tree, by HL02', () => {
    const levels = inspect(read(notice(SHIP_NOTICE), { sets }))
      .split('\n')
      .filter((line) => line.includes('Level'))
      .map((line) => line.slice(6));
    expect(levels).toEqual([
      'Level 1: shipment (S)',
      '  Level 2: order (O), in level 1',
      '    Level 3: pack (P), in level 2',
      '      Level 4: item (I), in level 3',
      '    Level 5: pack (P), in level 2',
      '      Level 6: item (I), in level 5',
    ]);
  });

  const place = (text: string, mark: RegExp): string[] => {
    const lines = inspect(read(text, { sets })).split('\n');
    const at = lines.findIndex((line) => mark.test(line));
    return ['', ...lines].slice(at, at + 2).map((line) => line.trim());
  };
  const withLine = (from: string, to: string): string => order(...ORDER.map((line) => line.replace(from, to)));

  it.each([
    [
      'an element under its value',
      withLine('*24*', '*2O*'),
      [
        'PO102 quantity ordered         2O',
        '! error AK403-6: PO102 (quantity ordered) holds a character that its type does not allow; expected a decimal number, found "2O"',
      ],
    ],
    [
      'a segment that is not known under its id',
      withLine('CUR*BY*USD', 'CUX*BY*USD'),
      ['CUX (segment 3)', '! error AK304-1: CUX is not known; found "CUX"'],
    ],
    [
      'a missing element behind the others',
      withLine('REF*DP*038', 'REF*DP'),
      [
        'REF01 reference qualifier  DP',
        '! error AK403-2: REF02 (reference number) is missing; expected at least one of REF02 and REF03',
      ],
    ],
    [
      'the interchange below its line',
      order(...ORDER).replace('IEA*1*', 'IEA*2*'),
      [
        'Interchange 000000001: ZZ SENDER → ZZ RECEIVER, 260115 0830, version 00401, usage T',
        '! error TA1-021: the number of functional groups disagrees; expected 1, found "2"',
      ],
    ],
    ['what is no X12 alone', 'hello', ['', '! error: 5 bytes belong to no interchange; expected ISA']],
  ])('marks an issue of %s', (_, text, [above, line]) => {
    expect(place(text, /! error/)).toEqual([above, line]);
  });

  it('shows a parsed set with names where there is a definition, and its values where there is none', () => {
    const file = parse(order(...ORDER));
    expect(inspect(file, sets)).toBe(inspect(read(order(...ORDER), { sets })));
    const bare = inspect(file);
    expect(bare).toContain('PO102  24');
    expect(bare).not.toContain('quantity');
    const [set] = file.interchanges[0]?.groups[0]?.sets ?? [];
    if (set !== undefined) expect(inspect(set, sets)).toContain('PO102 quantity ordered');
  });

  it.each(['__proto__', 'constructor', 'toString'])('shows a segment that is called %s', (name) => {
    const file = read(order(...ORDER, `${name}*1`), { sets });
    expect(inspect(file)).toContain(`${name} (segment`);
  });

  it('prints nothing that would move the cursor', () => {
    const text = inspect(read(withLine('SAMPLE BUYER', 'A\u001b[31m\u202eB\u0007'), { sets }));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('every value of a valid document is shown once, in its order', () => {
    fc.assert(
      fc.property(arbitraryDocument(shipNotice856), (document) => {
        const written = write({
          sender: { qualifier: 'ZZ', id: 'SENDER' },
          receiver: { qualifier: 'ZZ', id: 'RECEIVER' },
          controlNumber: '000000001',
          at: new Date('2026-01-15T08:30:00Z'),
          usage: 'T',
          groups: [
            {
              sender: 'SENDER',
              receiver: 'RECEIVER',
              controlNumber: '1',
              sets: [outgoingSet(shipNotice856, document, '0001')],
            },
          ],
        });
        if (!written.ok) return;
        const file = read(written.value, { sets });
        const [set] = file.sets;
        const shown = inspect(file).match(/\(segment \d+\)$/gm)?.length;
        expect(shown).toBe(set?.segments.length);
        const values = (set?.segments ?? []).flatMap(({ elements }) =>
          elements.flatMap(({ repeats }) => repeats.flat().filter((value) => value !== '')),
        );
        const lines = inspect(file).match(/^ +[A-Z][A-Z0-9]{1,2}\d\d(?=[ -]).*? {2}.*$/gm) ?? [];
        expect(lines.length).toBe(values.length);
      }),
      { numRuns: 30 },
    );
  });
});
