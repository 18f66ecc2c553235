import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoice810, purchaseOrder850, shipNotice856 } from '../src/004010.ts';
import { purchaseOrder850 as order005010 } from '../src/005010.ts';
import { acknowledge } from '../src/acknowledge.ts';
import { effectiveGuide } from '../src/guide/effective-guide.ts';
import type { Guide } from '../src/guide/guide.ts';
import { withGuide } from '../src/guide/with-guide.ts';
import { read } from '../src/read.ts';
import { write } from '../src/write.ts';
import { type GuideParts, guideOf, readWithGuide, shown } from './guide-sample.ts';
import { INVOICE, interchange, ORDER, SHIP_NOTICE } from './sample.ts';

const faults = (body: readonly string[], parts: GuideParts) =>
  readWithGuide(purchaseOrder850, body, parts).issues.map(shown);
const noticeFaults = (body: readonly string[], parts: GuideParts) =>
  readWithGuide(shipNotice856, body, parts).issues.map(shown);

/** A copy with one line put in place of another, or taken out. */
const changed = (body: readonly string[], line: string, ...instead: string[]): string[] =>
  body.flatMap((one) => (one === line ? instead : [one]));
const order = (line: string, ...instead: string[]) => changed(ORDER, line, ...instead);

const place = (path: string, rule: GuideParts): GuideParts => ({ places: [{ path, ...rule }] });
const condition = (rule: GuideParts): GuideParts => ({ conditions: [{ id: 'c1', ...rule }] });

describe('what a guide asks of a place', () => {
  it.each<[string, GuideParts, string[]]>([
    ['a segment that is there', place('REF', { usage: 'required' }), []],
    [
      'a segment that is missing, at what follows',
      place('FOB', { usage: 'required' }),
      ['guide-missing 6 AK304-3 FOB'],
    ],
    ['a qualifier that is missing', place('REF[01=IA]', { usage: 'required' }), ['guide-missing 5 AK304-3 REF']],
    ['a qualifier that is there', place('REF[01=DP]', { usage: 'required' }), []],
    ['a loop that is missing', place('N1[01=BY]', { usage: 'required' }), ['guide-missing 9 AK304-3 N1Loop/N1']],
    [
      'a segment missing in one of two loops',
      place('PO1/PID', { usage: 'required' }),
      ['guide-missing 12 AK304-3 PO1Loop/1/PIDLoop/PID'],
    ],
    [
      'a segment missing in a chosen loop',
      place('N1[01=ST]/REF', { usage: 'required' }),
      ['guide-missing 9 AK304-3 N1Loop/0/REF'],
    ],
    ['a segment in a loop that is not there', place('N1[01=BY]/N3', { usage: 'required' }), []],
    ['too few', place('REF', { least: 2 }), ['guide-missing 5 AK304-3 REF']],
    ['too many repetitions of a loop', place('PO1', { most: 1 }), ['guide-repeat 11 AK304-4 PO1Loop/1/PO1']],
    ['a segment that is not used', place('CUR', { usage: 'not-used' }), ['guide-not-used 3 AK304-2 CUR']],
    [
      'a loop that is not used, said once',
      place('N1', { usage: 'not-used' }),
      ['guide-not-used 6 AK304-2 N1Loop/0/N1'],
    ],
    [
      'an element that is missing in every loop',
      place('PO1/PO105', { usage: 'required' }),
      ['guide-missing 9/5 AK403-1 PO1Loop/0/PO1/PO105', 'guide-missing 11/5 AK403-1 PO1Loop/1/PO1/PO105'],
    ],
    [
      'an element that is not used',
      place('PER.04', { usage: 'not-used' }),
      ['guide-not-used 5/4 AK403-10 PER/0/PER04'],
    ],
    ['an element that may be used', place('PER.04', { usage: 'dependent' }), []],
    ['a code that is allowed', place('BEG02', { codes: ['SA', { code: 'RL', label: 'release' }] }), []],
    ['a code that is not allowed', place('BEG02', { codes: ['BK'] }), ['guide-code 2/2 AK403-7 BEG/BEG02']],
    ['a value that is too long', place('N1[01=ST].04', { maximum: 3 }), ['guide-length 6/4 AK403-5 N1Loop/0/N1/N104']],
    [
      'a value that is too short',
      place('N1[01=ST].04', { minimum: 13, maximum: 13 }),
      ['guide-length 6/4 AK403-4 N1Loop/0/N1/N104'],
    ],
    ['a value of the right length', place('N1[01=ST].04', { minimum: 4, maximum: 4 }), []],
    ['the digits of a number, its point left out', place('PO1/PO104', { maximum: 3 }), []],
    ['digits', place('REF[01=DP].02', { format: 'digits' }), []],
    ['letters where digits are asked', place('BEG03', { format: 'digits' }), ['guide-format 2/3 AK403-6 BEG/BEG03']],
    [
      'blanks where none may be',
      place('N1.02', { format: 'no-blanks' }),
      ['guide-format 6/2 AK403-6 N1Loop/0/N1/N102'],
    ],
    ['a beginning', place('BEG03', { starts: 'PO' }), []],
    ['another beginning', place('BEG03', { starts: 'X' }), ['guide-format 2/3 AK403-7 BEG/BEG03']],
    ['the first of several', place('PO1[0]/PO103', { codes: ['DZ'] }), ['guide-code 9/3 AK403-7 PO1Loop/0/PO1/PO103']],
    ['all of several', place('PO1[]/PO103', { codes: ['EA', 'CA'] }), []],
    [
      'the second of several',
      place('PO1[1]/PO103', { codes: ['EA'] }),
      ['guide-code 11/3 AK403-7 PO1Loop/1/PO1/PO103'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(faults(ORDER, parts)).toEqual(expected);
  });

  it('components have rules of their own', () => {
    const body = order('REF*DP*038', 'REF*DP*038**ZZ>A1');
    expect(faults(body, place('REF.04-1', { codes: ['IV'] }))).toEqual(['guide-code 4/4/1 AK403-7 REF/0/REF04-1']);
    expect(faults(body, place('REF.04-3', { usage: 'required' }))).toEqual([
      'guide-missing 4/4/3 AK403-1 REF/0/REF04-3',
    ]);
  });

  it('names the guide, what is wrong and what was expected', () => {
    const [issue] = readWithGuide(purchaseOrder850, ORDER, place('BEG02', { codes: ['BK', 'RL'] })).issues;
    expect(issue).toMatchObject({
      guide: 'Sample guide',
      severity: 'warning',
      message: 'BEG02 (purchase order type) is a code that the guide does not allow',
      expected: 'one of BK, RL',
      found: 'SA',
    });
    const missing = readWithGuide(purchaseOrder850, ORDER, place('REF[01=IA]', { least: 2 })).issues[0];
    expect(missing).toMatchObject({ message: 'REF[01=IA] is missing', expected: 'REF[01=IA]', found: 'PER' });
  });

  it('points at the bytes', () => {
    const { issues, file } = readWithGuide(purchaseOrder850, ORDER, place('BEG02', { codes: ['BK'] }));
    const { offset = 0, length = 0 } = issues[0]?.at ?? {};
    expect(new TextDecoder().decode(file.source.subarray(offset, offset + length))).toBe('SA');
  });
});

describe('conditions', () => {
  const location = { at: 'N1', when: { path: 'N103', is: ['92'] } };
  it.each<[string, GuideParts, string[]]>([
    ['that holds', condition({ ...location, must: { path: 'N104', present: true } }), []],
    [
      'an element that must be there',
      condition({ ...location, must: { path: 'N106', present: true } }),
      ['guide-condition 6/6 AK403-2 N1Loop/0/N1/N106'],
    ],
    [
      'an element that must not be there',
      condition({ ...location, must: { path: 'N104', present: false } }),
      ['guide-condition 6/4 AK403-10 N1Loop/0/N1/N104'],
    ],
    [
      'a value of another form',
      condition({ ...location, must: { path: 'N104', format: 'digits', minimum: 13 } }),
      ['guide-condition 6/4 AK403-7 N1Loop/0/N1/N104'],
    ],
    [
      'a value that is missing',
      condition({ ...location, must: { path: 'N106', is: ['BY'] } }),
      ['guide-condition 6/6 AK403-2 N1Loop/0/N1/N106'],
    ],
    [
      'a segment that must be there',
      condition({ ...location, must: { path: 'REF', present: true } }),
      ['guide-condition 9 AK304-3 N1Loop/0/REF'],
    ],
    [
      'a segment that must not be there',
      condition({ when: { path: 'BEG02', is: ['SA'] }, must: { path: 'CUR', present: false } }),
      ['guide-condition 3 AK304-2 CUR'],
    ],
    [
      'a premise that is not so',
      condition({ when: { path: 'BEG02', is: ['BK'] }, must: { path: 'FOB', present: true } }),
      [],
    ],
    [
      'a premise elsewhere in the set',
      condition({ at: 'PO1', when: { path: '/BEG02', is: ['SA'] }, must: { path: 'PO103', is: ['EA'] } }),
      ['guide-condition 11/3 AK403-7 PO1Loop/1/PO1/PO103'],
    ],
    [
      'no premise',
      condition({
        must: {
          any: [
            { path: 'REF[01=BM]', present: true },
            { path: 'REF[01=CN]', present: true },
          ],
        },
      }),
      ['guide-condition 5 AK304-3 REF'],
    ],
    [
      'one of several',
      condition({
        must: {
          any: [
            { path: 'REF[01=DP]', present: true },
            { path: 'REF[01=CN]', present: true },
          ],
        },
      }),
      [],
    ],
    [
      'all of several',
      condition({
        must: {
          all: [
            { path: 'REF[01=DP]', present: true },
            { path: 'FOB', present: true },
          ],
        },
      }),
      ['guide-condition 6 AK304-3 FOB'],
    ],
    [
      'none of that kind',
      condition({ must: { not: { path: 'PO1/PO103', is: ['CA'] } } }),
      ['guide-condition 11/3 AK403-7 PO1Loop/1/PO1/PO103'],
    ],
    [
      'all values and not only one',
      condition({ must: { path: 'PO1/PO103', is: ['EA'] } }),
      ['guide-condition 11/3 AK403-7 PO1Loop/1/PO1/PO103'],
    ],
    [
      'an element of a segment',
      condition({ at: 'REF[01=DP]', must: { path: '02', minimum: 5, maximum: 5 } }),
      ['guide-condition 4/2 AK403-7 REF/0/REF02'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(faults(ORDER, parts)).toEqual(expected);
  });

  it('are told in words', () => {
    const [issue] = readWithGuide(
      purchaseOrder850,
      ORDER,
      condition({ ...location, must: { path: 'N106', present: true } }),
    ).issues;
    expect(issue?.message).toBe(
      'N106 (related party role) is missing by the condition c1: when N103 is 92, N106 is given',
    );
  });
});

describe('levels of the 856', () => {
  const [SOPI, SOTPI, SOIP] = [
    ['S', 'O', 'P', 'I'],
    ['S', 'O', 'T', 'P', 'I'],
    ['S', 'O', 'I', 'P'],
  ];
  it.each<[string, string[][], string[]]>([
    ['an order that is allowed', [SOPI], []],
    ['one of several', [SOIP, SOPI], []],
    [
      'an order that is not, told once for each branch',
      [SOIP],
      ['guide-level-order 12/3 AK403-7 HLLoop/2/HL/HL03', 'guide-level-order 17/3 AK403-7 HLLoop/4/HL/HL03'],
    ],
    [
      'a level that is left out',
      [SOTPI],
      ['guide-level-order 12/3 AK403-7 HLLoop/2/HL/HL03', 'guide-level-order 17/3 AK403-7 HLLoop/4/HL/HL03'],
    ],
  ])('%s', (_, levels, expected) => {
    expect(noticeFaults(SHIP_NOTICE, { levels })).toEqual(expected);
  });

  it('are not told again where the standard told of them', () => {
    const body = changed(SHIP_NOTICE, 'HL*3*2*P', 'HL*3*9*P');
    expect(noticeFaults(body, { levels: [SOIP] })).toEqual(['level-parent 12/2 AK403-7 HLLoop/2/HL/HL02']);
  });
});

describe('characters', () => {
  it.each<[string, string, GuideParts, string[]]>([
    ['the basic set', 'N1*ST*SAMPLE STORE*92*0012', { set: 'basic' }, []],
    [
      'a small letter',
      'N1*ST*SAMPLE store*92*0012',
      { set: 'basic' },
      ['guide-character 6/2 AK403-6 N1Loop/0/N1/N102'],
    ],
    ['a small letter in the extended set', 'N1*ST*SAMPLE store*92*0012', { set: 'extended' }, []],
    [
      'a letter with an accent',
      'N1*ST*CAFÉ*92*0012',
      { set: 'extended' },
      ['guide-character 6/2 AK403-6 N1Loop/0/N1/N102'],
    ],
    ['a letter that is allowed as well', 'N1*ST*CAFÉ*92*0012', { set: 'extended', also: 'É' }, []],
    [
      'a character that is taken out',
      'N1*ST*A & B*92*0012',
      { set: 'basic', except: '&' },
      ['guide-character 6/2 AK403-6 N1Loop/0/N1/N102'],
    ],
  ])('%s', (_, line, characters, expected) => {
    expect(faults(order('N1*ST*SAMPLE STORE*92*0012', line), { characters })).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['is at its component', 'REF*DP*038**dp', ['guide-character 4/4/1 AK403-6 REF/0/REF04-1']],
    ['is not told where the standard refused it', 'REF*DP*038**d\u0002', []],
  ])('one in a composite of one component %s', (_, line, expected) => {
    const issues = faults(order('REF*DP*038', line), { characters: { set: 'basic' } });
    expect(issues.filter((issue) => issue.startsWith('guide-'))).toEqual(expected);
  });
});

describe('one cause gives one issue', () => {
  it.each<[string, string[], GuideParts, string[]]>([
    [
      'an element that the standard faults',
      order('BEG*00*SA*PO1**20260114', 'BEG*00*SAX*PO1**20260114'),
      place('BEG02', { codes: ['BK'] }),
      ['element-too-long 2/2 AK403-5 BEG/BEG02'],
    ],
    [
      'a segment that the standard misses',
      order('BEG*00*SA*PO1**20260114'),
      place('BEG', { usage: 'required' }),
      ['segment-missing 2 AK304-3 BEG'],
    ],
    [
      'a segment whose id is mistyped',
      order('REF*DP*038', 'RFE*DP*038'),
      place('REF[01=DP]', { usage: 'required' }),
      ['segment-unknown 4 AK304-1 RFE'],
    ],
    [
      'a qualifier that the standard faults',
      order('REF*DP*038', 'REF*DPXX*038'),
      place('REF[01=DP]', { usage: 'required' }),
      ['element-too-long 4/1 AK403-5 REF/0/REF01'],
    ],
    [
      'a qualifier that the guide does not allow',
      order('REF*DP*038', 'REF*ZZ*038'),
      {
        places: [
          { path: 'REF01', codes: ['DP'] },
          { path: 'REF[01=DP]', usage: 'required' },
        ],
      },
      ['guide-code 4/1 AK403-7 REF/0/REF01'],
    ],
    [
      'an element with several rules',
      ORDER as string[],
      {
        places: [
          { path: 'BEG03', format: 'digits' },
          { path: 'BEG.03', minimum: 5 },
        ],
      },
      ['guide-format 2/3 AK403-6 BEG/BEG03'],
    ],
    [
      'an element of a segment that is not used',
      ORDER as string[],
      {
        places: [
          { path: 'CUR', usage: 'not-used' },
          { path: 'CUR02', codes: ['EUR'] },
        ],
      },
      ['guide-not-used 3 AK304-2 CUR'],
    ],
    [
      'a segment of a loop that is not used',
      ORDER as string[],
      {
        places: [
          { path: 'N1', usage: 'not-used' },
          { path: 'N1/N402', codes: ['XX'] },
        ],
      },
      ['guide-not-used 6 AK304-2 N1Loop/0/N1'],
    ],
    [
      'an element that a condition speaks of too',
      ORDER as string[],
      { ...place('BEG03', { format: 'digits' }), ...condition({ must: { path: 'BEG03', minimum: 9 } }) },
      ['guide-format 2/3 AK403-6 BEG/BEG03'],
    ],
  ])('%s', (_, body, parts, expected) => {
    expect(faults(body, parts)).toEqual(expected);
  });

  it('what a file that is cut off does not hold any more is not missed', () => {
    const laid = withGuide(purchaseOrder850, guideOf(purchaseOrder850, place('PO1/PID', { usage: 'required' })));
    const text = interchange([ORDER.slice(0, -1)]).replace(/SE\*[^~]*~/, '');
    const codes = read(text, { sets: [laid] }).issues.map(({ code }) => code);
    expect(codes).toContain('set-trailer-missing');
    expect(codes).not.toContain('guide-missing');
  });

  it('there are no more issues than the limit, and one that says so', () => {
    const laid = withGuide(purchaseOrder850, guideOf(purchaseOrder850, place('PO1/PO105', { usage: 'required' })));
    const body = [ORDER[0] ?? '', ...Array.from({ length: 50 }, () => 'PO1**1*EA')];
    const file = read(interchange([body]), { sets: [laid], limits: { issues: 10 } });
    expect(file.issues.map(({ code }) => code)).toEqual([...Array(10).fill('guide-missing'), 'set-too-many-issues']);
    expect(file.sets[0]?.status).toBe('accepted-with-errors');
  });
});

describe('R10 what a fault does is a table of the guide', () => {
  const rule = place('BEG02', { codes: ['BK'] });
  it.each([
    ['accepted with errors when the table is silent', {}, 'accepted-with-errors', 'E'],
    ['rejected', { 'guide-code': 'reject' }, 'rejected', 'R'],
    ['not told to the partner', { 'guide-code': 'silent' }, 'accepted', 'A'],
    ['all faults of the guide at once', { 'guide-*': 'reject' }, 'rejected', 'R'],
    ['one by name before all', { 'guide-*': 'reject', 'guide-code': 'silent' }, 'accepted', 'A'],
  ])('%s', (_, violations, status, verdict) => {
    const { set, file } = readWithGuide(purchaseOrder850, ORDER, { ...rule, violations });
    expect(set.status).toBe(status);
    const [received] = file.interchanges;
    const answer =
      received && acknowledge(received, { controlNumber: '000000001', at: new Date('2026-01-15T09:00:00Z') });
    const written = answer && write(answer);
    const text = written?.ok ? new TextDecoder().decode(written.value) : '';
    expect(/AK5\*(.)/.exec(text)?.[1]).toBe(verdict);
    if (verdict === 'E') expect(text).toContain('AK3*BEG*2**8~AK4*2*92*7*SA~AK5*E*5~');
  });

  it('the standard’s own faults may be made light', () => {
    const body = order('REF*DP*038', 'ZQ9*X');
    expect(readWithGuide(purchaseOrder850, body, { violations: { 'segment-unknown': 'silent' } }).set.status).toBe(
      'accepted',
    );
    expect(readWithGuide(purchaseOrder850, body, {}).set.status).toBe('rejected');
  });
});

describe('a guide over a definition', () => {
  it('changes nothing where it asks nothing', () => {
    const laid = withGuide(purchaseOrder850, guideOf(purchaseOrder850, {}));
    const text = interchange([ORDER]);
    const [plain] = read(text, { sets: [purchaseOrder850] }).sets;
    const [set] = read(text, { sets: [laid] }).sets;
    expect(set?.document).toEqual(plain?.document);
    expect(set?.status).toBe('accepted');
  });

  it('is not laid over another set, a place that is not there, or a guide', () => {
    const guide = guideOf(purchaseOrder850, {});
    expect(() => withGuide(invoice810, guide)).toThrow('the guide is for 850, the definition is 810');
    expect(() => withGuide(purchaseOrder850, { ...guide, places: [{ path: 'BSN01' }] })).toThrow(
      'there is no BSN here',
    );
    expect(() => withGuide(withGuide(purchaseOrder850, guide), guide)).toThrow(TypeError);
  });

  it('is found by the day', () => {
    const version = (version: string, from: string, to?: string): Guide => ({
      name: 'Sample',
      set: '850',
      release: '004010',
      version,
      effective: { from, to },
    });
    const versions = [version('2', '2026-03-01'), version('1', '2025-01-01', '2026-03-31')];
    const inForce = (day: string) => effectiveGuide(versions, day)?.version;
    expect(['2024-12-31', '2025-01-01', '2026-02-28', '2026-03-01', '2026-03-31', '2027-01-01'].map(inForce)).toEqual([
      undefined,
      '1',
      '1',
      '2',
      '2',
      '2',
    ]);
  });

  it('is linear in the number of lines, also where every line asks about the whole set', () => {
    const laid = withGuide(
      purchaseOrder850,
      guideOf(
        purchaseOrder850,
        condition({ at: 'PO1', when: { path: '/PO1/PO103', is: ['ZZ'] }, must: { path: '/PO1/PO103', is: ['EA'] } }),
      ),
    );
    const text = interchange([[ORDER[0] ?? '', ...Array.from({ length: 20_000 }, () => 'PO1**1*EA')]]);
    expect(read(text, { sets: [laid] }).sets[0]?.status).toBe('accepted');
  });

  it('tells once what is wrong with the whole set, wherever it is asked', () => {
    const rule = condition({ at: 'PO1', must: { path: '/PO1[03=ZZ]', present: true } });
    expect(faults([ORDER[0] ?? '', ...Array.from({ length: 20_000 }, () => 'PO1**1*EA')], rule)).toEqual([
      'guide-condition 20003 AK304-3 PO1Loop/PO1',
    ]);
  });
});

describe('guides as trading partners have them: facts of public guides, not affiliated with those companies', () => {
  it('a store order (after Walmart’s public samples): supplier number, dates, location numbers of 13 digits', () => {
    const guide: GuideParts = {
      places: [
        { path: 'REF[01=IA]', usage: 'required', least: 1, most: 1, name: 'Supplier number' },
        { path: 'REF[01=IA].02', format: 'digits', minimum: 9, maximum: 9 },
        { path: 'DTM.01', codes: ['037', '038', '063'] },
        { path: 'N1[01=ST]', usage: 'required', most: 1 },
        { path: 'N1.03', codes: ['UL'] },
        { path: 'N1[01=ST].04', usage: 'required', format: 'digits', minimum: 13, maximum: 13 },
        { path: 'PO1/PO105', codes: ['LE'] },
      ],
      conditions: [
        {
          id: 'item',
          at: 'PO1',
          when: { path: 'PO106', is: ['IN'] },
          must: { path: 'PO107', format: 'digits', minimum: 9, maximum: 9 },
        },
      ],
    };
    const sound = [
      'BEG*00*SA*0391494868**20260114',
      'REF*IA*579284804',
      'DTM*037*20260120',
      'DTM*063*20260128',
      'N1*ST*SAMPLE STORE*UL*0078742042930',
      'PO1*1*24*EA*3.25*LE*IN*008021683*UP*012345678905',
    ];
    expect(faults(sound, guide)).toEqual([]);
    expect(faults(changed(sound, 'REF*IA*579284804'), guide)).toEqual(['guide-missing 3 AK304-3 REF']);
    expect(faults(changed(sound, 'N1*ST*SAMPLE STORE*UL*0078742042930', 'N1*ST*SAMPLE STORE*92*0012'), guide)).toEqual([
      'guide-code 6/3 AK403-7 N1Loop/0/N1/N103',
      'guide-length 6/4 AK403-4 N1Loop/0/N1/N104',
    ]);
    expect(faults(changed(sound, 'DTM*063*20260128', 'DTM*010*20260128'), guide)).toEqual([
      'guide-code 5/1 AK403-7 DTM/1/DTM01',
    ]);
    const line = 'PO1*1*24*EA*3.25*LE*IN*8021683*UP*012345678905';
    expect(faults(changed(sound, sound[5] ?? '', line), guide)).toEqual([
      'guide-condition 7/7 AK403-7 PO1Loop/0/PO1/PO107',
    ]);
  });

  it('a ship notice (after Target’s restated guide): shipment, order, pack, item, and one of three bills', () => {
    const guide: GuideParts = {
      levels: [['S', 'O', 'P', 'I']],
      places: [
        { path: 'HL[03=S]/TD5', usage: 'required' },
        { path: 'HL[03=O]/PRF', usage: 'required' },
        { path: 'HL[03=P]/MAN[01=GM]', usage: 'required', most: 1 },
        { path: 'HL[03=P]/MAN[01=GM].02', format: 'digits', minimum: 20, maximum: 20, starts: '00' },
      ],
      conditions: [
        {
          id: 'bill',
          at: 'HL[03=S]',
          must: { any: ['BM', 'CN', 'MB'].map((code) => ({ path: `REF[01=${code}]`, present: true })) },
        },
        { id: 'routing', at: 'HL[03=S]/TD5', when: { path: '04', is: ['M'] }, must: { path: '05', present: true } },
      ],
    };
    expect(noticeFaults(SHIP_NOTICE, guide)).toEqual([]);
    expect(noticeFaults(changed(SHIP_NOTICE, 'REF*BM*BOL0012345'), guide)).toEqual([
      'guide-condition 7 AK304-3 HLLoop/0/REF',
    ]);
    expect(
      noticeFaults(changed(SHIP_NOTICE, 'MAN*GM*00006141411234567814', 'MAN*GM*006141411234567814'), guide),
    ).toEqual(['guide-length 13/2 AK403-4 HLLoop/2/MAN/0/MAN02']);
    expect(noticeFaults(changed(SHIP_NOTICE, 'PRF*PO1***20260114'), guide)).toEqual([
      'guide-missing 11 AK304-3 HLLoop/1/PRF',
    ]);
    expect(noticeFaults(changed(SHIP_NOTICE, 'TD5*B*2*SMPL*M*SAMPLE FREIGHT', 'TD5*B*2*SMPL*M'), guide)).toEqual([
      'guide-condition 6/5 AK403-2 HLLoop/0/TD5/0/TD505',
    ]);
    const itemAbovePack = [
      ...SHIP_NOTICE.slice(0, 10),
      'HL*3*2*I',
      'LIN*1*UP*012345678905',
      'SN1*1*24*EA',
      'HL*4*3*P',
      'MAN*GM*00006141411234567814',
      'CTT*4',
    ];
    expect(
      noticeFaults(changed(itemAbovePack, 'BSN*00*SHP1*20260116*1030*0001', 'BSN*00*SHP1*20260116*1030'), guide),
    ).toEqual(['guide-level-order 12/3 AK403-7 HLLoop/2/HL/HL03']);
  });

  it('a pallet notice (after Kroger’s portal): each pallet carries its number, tare above item', () => {
    const guide: GuideParts = {
      levels: [
        ['S', 'O', 'T', 'I'],
        ['S', 'O', 'T', 'P', 'I'],
      ],
      places: [
        { path: 'HL[03=T]', usage: 'required' },
        { path: 'HL[03=T]/MAN[01=GM]', usage: 'required', most: 1 },
        { path: 'HL[03=T]/MAN[01=GM].02', minimum: 20, maximum: 20, format: 'digits' },
      ],
      violations: { 'guide-level-order': 'reject' },
    };
    const sound = [
      'BSN*00*SHP1*20260116*1030',
      'HL*1**S',
      'HL*2*1*O',
      'PRF*PO1',
      'HL*3*2*T',
      'MAN*GM*00006141411234567814',
      'HL*4*3*I',
      'LIN**UP*012345678905',
      'SN1**24*EA',
    ];
    expect(noticeFaults(sound, guide)).toEqual([]);
    expect(noticeFaults(changed(sound, 'MAN*GM*00006141411234567814'), guide)).toEqual([
      'guide-missing 7 AK304-3 HLLoop/2/MAN',
    ]);
    expect(readWithGuide(shipNotice856, SHIP_NOTICE, guide).set.status).toBe('rejected');
  });

  it('a department store (after Macy’s restated guides): capitals only, no blanks in the bill, no further charges', () => {
    const guide: GuideParts = {
      characters: { set: 'basic' },
      places: [
        { path: 'REF[01=BM]', usage: 'required' },
        { path: 'REF[01=BM].02', format: 'no-blanks' },
        { path: 'SAC', usage: 'not-used' },
      ],
    };
    const invoiced = (body: readonly string[]) => readWithGuide(invoice810, body, guide).issues.map(shown);
    expect(invoiced(INVOICE)).toEqual([]);
    expect(invoiced(changed(INVOICE, 'REF*BM*BOL0012345', 'REF*BM*BOL 0012345'))).toEqual([
      'guide-format 4/2 AK403-6 REF/0/REF02',
    ]);
    expect(invoiced(changed(INVOICE, 'N1*ST*SAMPLE STORE*92*0012', 'N1*ST*Sample Store*92*0012'))).toEqual([
      'guide-character 5/2 AK403-6 N1Loop/0/N1/N102',
    ]);
    expect(invoiced(changed(INVOICE, 'CTT*2', 'SAC*C*D240***500', 'CTT*2'))).toEqual([
      'guide-not-used 12 AK304-2 SACLoop/0/SAC',
    ]);
  });
});

describe('laws', () => {
  const code = fc.constantFrom('EA', 'CA', 'DZ', 'LB');
  const lines = fc.array(fc.record({ unit: code, price: fc.boolean() }), { minLength: 1, maxLength: 8 });
  const body = (of: readonly { readonly unit: string; readonly price: boolean }[]) => [
    ORDER[0] ?? '',
    ...of.map(({ unit, price }) => `PO1**1*${unit}${price ? '*3.25' : ''}`),
  ];

  it('each place that breaks a rule has one issue, and no other place has any', () => {
    fc.assert(
      fc.property(lines, fc.uniqueArray(code, { minLength: 1 }), fc.nat(8), (of, codes, most) => {
        const places = [
          { path: 'PO1/PO103', codes },
          { path: 'PO1/PO104', usage: 'required' },
          { path: 'PO1', most: most + 1 },
        ];
        const expected = of.flatMap(({ unit, price }, index) => [
          ...(codes.includes(unit) ? [] : [`guide-code ${index + 3}/3`]),
          ...(price ? [] : [`guide-missing ${index + 3}/4`]),
          ...(index === most + 1 ? [`guide-repeat ${index + 3}`] : []),
        ]);
        const found = faults(body(of), { places }).map((text) => text.split(' ').slice(0, 2).join(' '));
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('what a condition forbids is what its negation asks', () => {
    fc.assert(
      fc.property(lines, code, (of, unit) => {
        const asks = (must: GuideParts) => faults(body(of), condition({ at: 'PO1', must })).length;
        const fits = { path: 'PO103', is: [unit] };
        expect(asks(fits) + asks({ not: fits })).toBe(of.length);
        expect(asks({ not: { not: fits } })).toBe(asks(fits));
      }),
    );
  });
});

describe('separators that a guide wants', () => {
  const WANTED = { element: '|', component: '>', segment: '~' };
  const received = (parts: GuideParts) => readWithGuide(purchaseOrder850, ORDER, parts).set;

  it('are told on reading, at ISA, and accepted with errors', () => {
    const { issues, status } = received({ separators: WANTED });
    expect(issues).toMatchObject([
      {
        code: 'guide-separators',
        severity: 'warning',
        guide: 'Sample guide',
        at: { offset: 0, length: 105 },
        expected: 'element "|"',
        found: 'element "*"',
      },
    ]);
    expect(status).toBe('accepted-with-errors');
  });

  it.each([
    ['nothing where they came', { separators: { ...WANTED, element: '*' } }, 'accepted', 0],
    [
      'a repetition separator only where there is one',
      { separators: { ...WANTED, element: '*', repetition: '^' } },
      'accepted',
      0,
    ],
    ['what the table says', { separators: WANTED, violations: { 'guide-separators': 'reject' } }, 'rejected', 1],
    [
      'no verdict where it is silent',
      { separators: WANTED, violations: { 'guide-separators': 'silent' } },
      'accepted',
      1,
    ],
  ])('give %s', (_, parts, status, count) => {
    const set = received(parts);
    expect([set.status, set.issues.length]).toEqual([status, count]);
  });
});

describe('the extended character set', () => {
  const found = (name: string, isLater: boolean) => {
    const definition = isLater ? order005010 : purchaseOrder850;
    const characters = { set: 'extended' };
    const sets = [withGuide<string, unknown>(definition, guideOf(definition, { characters }))];
    const options = isLater ? { isa: { 11: '!', 12: '00501' }, gs: { 8: '005010' } } : {};
    return read(interchange([order('N1*ST*SAMPLE STORE*92*0012', `N1*ST*${name}`)], options), { sets }).issues;
  };

  it.each([
    ['has small letters and signs at 004010', 'Store [7] #$@_{}\\|<%', false, 0],
    ['has no circumflex at 004010', 'A^B', false, 1],
    ['has no grave accent at 004010', 'A`B', false, 1],
    ['has both from 005010 on', 'A^B`C', true, 0],
    ['has no accented letters at either', 'É', true, 1],
  ])('%s', (_, name, isLater, count) => {
    expect(found(name, isLater).map(({ code }) => code)).toEqual(Array(count).fill('guide-character'));
  });
});
