import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchaseOrder850, shipNotice856 } from '../src/004010.ts';
import type { SegmentDefinition } from '../src/definition/definition.ts';
import type { Segment } from '../src/envelope/interchange.ts';
import type { Issue } from '../src/issue.ts';
import { parse } from '../src/parse.ts';
import { read } from '../src/read.ts';
import { checkSegment } from '../src/validate/check-segment.ts';
import { syntaxNote } from '../src/validate/syntax-note.ts';
import { inReference, referenceFolder } from './reference-folder.ts';
import { interchange, ORDER } from './sample.ts';

const ISA = `ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *260302*0800*^*00501*000000001*0*P*>~`;
const BEFORE = `${ISA}GS*PO*BUYER*SELLER*20260302*0800*1*X*005010~ST*850*0001~${'N3*é~'.repeat(7)}`;

/** A segment as it is read, the ninth of its set, with the bytes around it. */
const scanned = (line: string): { segment: Segment; source: Uint8Array } => {
  const { source, interchanges } = parse(`${BEFORE}${line}~SE*10*0001~GE*1*1~IEA*1*000000001~`);
  const segment = interchanges[0]?.groups[0]?.sets[0]?.segments[8];
  if (segment === undefined) throw new Error(`not read: ${line}`);
  return { segment, source };
};

const check = (line: string, definition?: SegmentDefinition): Issue[] => {
  const { segment } = scanned(line);
  const known = definition ?? purchaseOrder850.segments[segment.id] ?? shipNotice856.segments[segment.id];
  if (known === undefined) throw new Error(`no definition of ${segment.id}`);
  const issues: Issue[] = [];
  checkSegment(known, segment, {
    address: { set: '0001' },
    path: [segment.id],
    report: (issue) => issues.push(issue),
  });
  return issues;
};

/** `designator code "what stands there in the bytes"`. */
const summary = (line: string, definition?: SegmentDefinition): string[] => {
  const { source } = scanned(line);
  return check(line, definition).map(({ code, path, at, severity }) => {
    const text = new TextDecoder().decode(source.subarray(at.offset, at.offset + at.length));
    return `${severity === 'error' ? '' : `${severity} `}${path.at(-1)} ${code} "${text}"`;
  });
};

describe('checkSegment', () => {
  it.each([
    ['a sound segment', 'PO1*1*24*EA*3.25**UP*012345678905', []],
    ['separators behind the last element', 'REF*DP*038***', []],
    ['a mandatory element that is empty', 'BEG*00*SA***20260114', ['BEG03 element-missing ""']],
    ['mandatory elements that are cut off', 'BEG*00*SA', ['BEG03 element-missing ""', 'BEG05 element-missing ""']],
    ['a value at its place in the bytes', 'PO1*1*2O*EA', ['PO102 element-invalid-character "2O"']],
    ['a value behind letters of two bytes', 'N1*ST*CAFÉ*92*7', ['N104 element-too-short "7"']],
    [
      'each faulty value',
      'BEG*0*SAX*PO1**20260230',
      ['BEG01 element-too-short "0"', 'BEG02 element-too-long "SAX"', 'BEG05 element-invalid-date "20260230"'],
    ],
    ['one issue for all surplus elements', 'CTT*2*5******A*B', ['CTT08 element-too-many "A"']],
    ['a component in an element that has none', 'REF*DP*03>8', ['REF02 element-too-many-components "8"']],
    ['a repeat of an element that has none', 'REF*DP*038^039', ['REF02 element-repeated "039"']],
    [
      'a component at its place',
      'REF*DP*038**ZZ>A>B',
      ['REF04-4 element-conditional ""', 'REF04-3 element-too-short "B"'].reverse(),
    ],
    ['a mandatory component', 'REF*DP*038**ZZ', ['REF04-2 element-missing ""']],
    [
      'one issue for all surplus components',
      'REF*DP*038**ZZ>1>AB>2>AB>3>AB>4',
      ['REF04 element-too-many-components "AB"'],
    ],
    ['an empty composite', 'REF*DP*038**>>', []],
    ['an element that only one source calls mandatory', 'SAC**C310***100', ['information SAC01 element-missing ""']],
    ['a value that only one source limits', 'SPI*AB*****TOO LONG', ['information SPI06 element-too-long "TOO LONG"']],
    ['P: the one that is missing of a pair', 'PO1*1*24*EA*3.25**UP*012345678905*VN', ['PO109 element-conditional ""']],
    ['R: the first of those of which one is needed', 'REF*DP', ['REF02 element-conditional ""']],
    ['E: the second of those that exclude each other', 'QTY*01*5**FIVE OR SO', ['QTY04 element-excluded "FIVE OR SO"']],
    ['C: what the first asks for', 'PO1*1*24*EA*3.25*PE', []],
    ['C: what the first asks for and is not there', 'PO1*1**EA', ['PO102 element-conditional ""']],
    [
      'L: the first of those of which the first one asks for one',
      'CUR*BY*USD********007',
      ['CUR11 element-conditional ""'],
    ],
    [
      'a note is silent about an element that has an issue',
      `QTY*01*5**${'A'.repeat(31)}`,
      [`QTY04 element-too-long "${'A'.repeat(31)}"`],
    ],
  ])('%s', (_, line, expected) => {
    expect(summary(line)).toEqual(expected);
  });

  it('an issue says what, where, expected and found', () => {
    const { segment } = scanned('PO1*1*2O*EA');
    expect(check('PO1*1*2O*EA')).toEqual([
      {
        code: 'element-invalid-character',
        severity: 'error',
        message: 'PO102 (quantity ordered) holds a character that its type does not allow',
        path: ['PO1', 'PO102'],
        at: { offset: segment.offset + 6, length: 2, segment: 9, element: 2 },
        address: { set: '0001' },
        expected: 'a decimal number',
        found: '2O',
        acknowledgment: 'AK403-6',
      },
    ]);
  });

  it('an element may repeat as often as its definition says', () => {
    const definition: SegmentDefinition = {
      id: 'XX',
      name: 'Sample',
      notes: [],
      elements: [
        {
          designator: 'XX01',
          element: '1',
          name: 'sample',
          requirement: 'M',
          type: 'AN',
          minimum: 1,
          maximum: 2,
          repeat: 2,
        },
      ],
    };
    expect(summary('XX*AB^CD', definition)).toEqual([]);
    expect(summary('XX*AB^CDE', definition)).toEqual(['XX01 element-too-long "CDE"']);
    expect(check('XX*AB^CDE', definition)[0]?.at).toMatchObject({ element: 1, repeat: 2 });
    expect(summary('XX*AB^CD^EF', definition)).toEqual(['XX01 element-repeated "EF"']);
  });
});

describe('syntaxNote', () => {
  it.each(['', 'P', 'P06', 'X0607', 'P060', 'P06 07', 'toString'])('%j is no note: a mistake in the tables', (note) => {
    expect(() => syntaxNote(note, String)).toThrow(RangeError);
  });

  /** What the standard says, read slowly: counts of what is there. */
  const isKept = (kind: string, elements: readonly number[], present: ReadonlySet<number>): boolean => {
    const there = elements.map((element) => present.has(element));
    const [first, ...others] = there;
    const count = there.filter(Boolean).length;
    switch (kind) {
      case 'P':
        return count === 0 || count === elements.length;
      case 'R':
        return count > 0;
      case 'E':
        return count < 2;
      case 'C':
        return !first || others.every(Boolean);
      default:
        return !first || others.some(Boolean);
    }
  };

  it('law: a note finds a fault exactly where the slow reading does, and points at what would mend it', () => {
    const elements = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.constantFrom('P', 'R', 'E', 'C', 'L'),
        elements,
        fc.array(fc.integer({ min: 1, max: 12 })),
        (kind, places, given) => {
          const present = new Set(given);
          const note = kind + places.map((place) => String(place).padStart(2, '0')).join('');
          const fault = syntaxNote(note, String)((element) => present.has(element));
          expect(fault === undefined).toBe(isKept(kind, places, present));
          if (fault === undefined) return;
          expect(places).toContain(fault.element);
          expect(present.has(fault.element)).toBe(kind === 'E');
          expect(fault.code).toBe(kind === 'E' ? 'element-excluded' : 'element-conditional');
        },
      ),
      { numRuns: 500 },
    );
  });

  interface Vector {
    readonly name: string;
    readonly note: string;
    readonly positions: readonly number[];
    readonly used: Readonly<Record<string, boolean>>;
    readonly expected_count: number;
  }

  it.skipIf(referenceFolder === undefined)(
    'agrees with the note cases of StAEDI (skipped without the reference folder)',
    () => {
      const vectors = JSON.parse(
        readFileSync(inReference('x12', 'cases', 'staedi-syntax-notes.json'), 'utf8'),
      ) as Vector[];
      const known = vectors.filter(({ note }) => /^[PRECL]$/.test(note));
      expect(known.length).toBeGreaterThan(5);
      for (const { name, note, positions, used, expected_count } of known) {
        const text = note + positions.map((place) => String(place).padStart(2, '0')).join('');
        const fault = syntaxNote(text, String)((element) => used[element] === true);
        expect(fault === undefined, name).toBe(expected_count === 0);
      }
    },
  );
});

describe('dates and periods (1251) by the format in front of them (1250)', () => {
  it.each([
    ['D8', '20240229', []],
    ['D8', '20230229', ['DTM06 element-invalid-date "20230229"']],
    ['D8', '202602281200', ['DTM06 element-invalid-date "202602281200"']],
    ['D6', '260228', []],
    ['D6', '20260228', ['DTM06 element-invalid-date "20260228"']],
    ['RD8', '20260101-20260228', []],
    ['RD8', '20260101', ['DTM06 element-invalid-date "20260101"']],
    ['RD8', '20260101-20260228-20260301', ['DTM06 element-invalid-date "20260101-20260228-20260301"']],
    ['RD4', '2025-2026', []],
    ['RD5', '202601-202613', ['DTM06 element-invalid-date "202601-202613"']],
    ['RD6', '260101-260132', ['DTM06 element-invalid-date "260101-260132"']],
    ['CM', '202612', []],
    ['CY', '26', ['DTM06 element-invalid-date "26"']],
    ['DT', '202602281259', []],
    ['DT', '20260228', ['DTM06 element-invalid-date "20260228"']],
    ['RTS', '20260228125959', []],
    ['RDT', '202602281259-202603010000', []],
    ['TM', '2359', []],
    ['TM', '2400', ['DTM06 element-invalid-time "2400"']],
    ['TS', '2359', ['DTM06 element-invalid-time "2359"']],
    ['RTM', '0800-1700', []],
    ['XX', 'whenever', []],
    ['D8', '20260228é', ['DTM06 element-invalid-date "20260228é"']],
  ])('%s %s', (format, text, expected) => {
    expect(summary(`DTM*002****${format}*${text}`)).toEqual(expected);
  });

  it('tells the acknowledgment code and what is expected', () => {
    expect(check('DTM*002****D8*202602')).toMatchObject([
      { acknowledgment: 'AK403-8', expected: 'a calendar date CCYYMMDD', found: '202602', at: { element: 6 } },
    ]);
    expect(check('DTM*002****TM*9')[0]?.acknowledgment).toBe('AK403-9');
  });

  it('finds the pair by data element, in composites too, and says nothing where one of the two is at fault', () => {
    const use = (element: string, designator: string) => ({
      designator,
      element,
      name: 'one',
      requirement: 'O' as const,
      type: 'AN' as const,
      minimum: 1,
      maximum: 20,
      repeat: 1,
    });
    const pair = [use('1250', 'ZZ101-1'), use('1251', 'ZZ101-2')];
    const whole = { ...use('C999', 'ZZ101'), components: pair };
    const segment = { id: 'ZZ1', name: '', elements: [whole, use('1250', 'ZZ102'), use('1251', 'ZZ103')], notes: [] };
    expect(summary('ZZ1*D8>2026*D8*20260230', segment)).toEqual([
      'ZZ101-2 element-invalid-date "2026"',
      'ZZ103 element-invalid-date "20260230"',
    ]);
    expect(summary('ZZ1**D8>X*20260230', segment)).toEqual(['ZZ102 element-too-many-components "X"']);
    expect(summary(`ZZ1**D8*${'1'.repeat(21)}`, segment)).toEqual([`ZZ103 element-too-long "${'1'.repeat(21)}"`]);
  });

  it('is looked at in a set that is read, whose other elements are plain', () => {
    const file = interchange([[...ORDER.slice(0, 4), 'DTM*010****D8*20260230', ...ORDER.slice(4)]]);
    const { issues } = read(file, { sets: [purchaseOrder850] });
    expect(issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([['element-invalid-date', 'DTM06']]);
  });
});
