import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterchangeFile } from '../src/envelope/interchange.ts';
import { parse } from '../src/parse.ts';
import { interchange, isa, ORDER, type SampleOptions } from './sample.ts';

const issuesOf = (file: InterchangeFile) => [
  ...file.issues,
  ...file.interchanges.flatMap(({ issues, groups }) => [
    ...issues,
    ...groups.flatMap((group) => [...group.issues, ...group.sets.flatMap((set) => set.issues)]),
  ]),
];

/** Each issue as code, segment and element, and acknowledgment code. */
const faults = (text: string | Uint8Array) =>
  issuesOf(parse(text)).map(({ code, at, acknowledgment }) =>
    [code, [at.segment, at.element].filter((part) => part !== undefined).join('/'), acknowledgment]
      .filter(Boolean)
      .join(' '),
  );

const segmentsOf = (file: InterchangeFile) =>
  file.interchanges.flatMap(({ groups }) =>
    groups.flatMap(({ sets }) =>
      sets.flatMap(({ segments }) =>
        segments.map(({ id, elements }) => [id, ...elements.map(({ repeats }) => repeats)]),
      ),
    ),
  );

const good = interchange([ORDER]);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('the header', () => {
  it('is read from its fixed places, its padding left out', () => {
    const [found] = parse(interchange([ORDER], { isa: { 14: '1' }, gs: { 8: '004010VICS' } })).interchanges;
    expect(found?.header).toEqual({
      sender: { qualifier: 'ZZ', id: 'SENDER' },
      receiver: { qualifier: 'ZZ', id: 'RECEIVER' },
      date: '260115',
      time: '0830',
      version: '00401',
      controlNumber: '000000001',
      acknowledgmentRequested: true,
      usage: 'T',
    });
    expect(found?.groups[0]?.header).toMatchObject({
      functionalIdentifier: 'PO',
      controlNumber: '1',
      version: '004010VICS',
    });
    expect(found?.groups[0]?.sets[0]?.address).toEqual({
      interchange: '000000001',
      group: '1',
      set: '0001',
      type: '850',
    });
  });

  it.each<[string, SampleOptions, object]>([
    [
      'separators are taken from the ISA',
      { element: '|', component: ':', terminator: "'" },
      { element: '|', component: ':', segment: "'" },
    ],
    [
      'control characters may separate',
      { element: '\x1d', component: '\x1f', terminator: '\x1c' },
      { element: '\x1d', component: '\x1f', segment: '\x1c' },
    ],
    ['a line feed may be the terminator', { terminator: '\n' }, { element: '*', component: '>', segment: '\n' }],
    ['ISA11 separates repeats from 00402 on', { isa: { 11: '^', 12: '00501' } }, { repetition: '^' }],
  ])('%s', (_, options, expected) => {
    const file = parse(interchange([ORDER], options));
    expect(file.interchanges[0]?.delimiters).toMatchObject(expected);
    expect(issuesOf(file)).toEqual([]);
    expect(segmentsOf(file)).toHaveLength(ORDER.length + 2);
  });

  it('before 00402 the caret is data, whatever ISA11 says', () => {
    const file = parse(interchange([['REF*DP*A^B']], { isa: { 11: '^' } }));
    expect(file.interchanges[0]?.delimiters.repetition).toBeUndefined();
    expect(segmentsOf(file)[1]).toEqual(['REF', [['DP']], [['A^B']]]);
  });

  it.each<[string, SampleOptions, string]>([
    ['ISA01 is a closed list', { isa: { 1: 'XX' } }, 'interchange-header-field 1/1 TA1-010'],
    ['ISA03 is a closed list', { isa: { 3: 'XX' } }, 'interchange-header-field 1/3 TA1-012'],
    ['ISA05 is a closed list', { isa: { 5: 'Q9' } }, 'interchange-header-field 1/5 TA1-005'],
    ['the sender has an id', { isa: { 6: '' } }, 'interchange-header-field 1/6 TA1-006'],
    ['ISA07 is a closed list', { isa: { 7: 'Q9' } }, 'interchange-header-field 1/7 TA1-007'],
    ['the sender has an id that can be printed', { isa: { 6: 'A\u001b[31m' } }, 'interchange-header-field 1/6 TA1-006'],
    ['the receiver has an id that can be printed', { isa: { 8: 'B\u0007' } }, 'interchange-header-field 1/8 TA1-008'],
    ['the receiver has an id', { isa: { 8: '' } }, 'interchange-header-field 1/8 TA1-008'],
    ['ISA09 is a date', { isa: { 9: '260231' } }, 'interchange-header-field 1/9 TA1-014'],
    ['ISA10 is a time', { isa: { 10: '2460' } }, 'interchange-header-field 1/10 TA1-015'],
    ['ISA11 names the standard', { isa: { 11: 'V' } }, 'interchange-header-field 1/11 TA1-016'],
    ['ISA12 is a version that there is', { isa: { 12: '00999' } }, 'interchange-header-field 1/12 TA1-017'],
    ['ISA13 is nine digits', { isa: { 13: 'ABC000001' } }, 'interchange-header-field 1/13 TA1-018'],
    ['ISA14 is 0 or 1', { isa: { 14: 'Y' } }, 'interchange-header-field 1/14 TA1-019'],
    ['ISA15 is T, P or I', { isa: { 15: 'X' } }, 'interchange-header-field 1/15 TA1-020'],
    ['the component separator is no other separator', { component: '*' }, 'interchange-separators 1/16 TA1-027'],
    [
      'the repetition separator is no other separator',
      { isa: { 11: '>', 12: '00501' } },
      'interchange-separators 1/11 TA1-026',
    ],
  ])('%s', (_, options, expected) => {
    expect(faults(interchange([ORDER], options))).toEqual([expected]);
  });
});

describe('what lies around the segments', () => {
  it.each([
    ['a byte order mark', `\uFEFF${good}`],
    ['blanks and line breaks before the ISA', ` \r\n\t${good}`],
    ['line breaks after each terminator', good.replaceAll('~', '~\r\n')],
    ['an end-of-file sign at the end', `${good}\r\n\x1a`],
    ['zero bytes at the end', `${good}\0\0`],
  ])('%s is not data', (_, text) => {
    const file = parse(text);
    expect(issuesOf(file)).toEqual([]);
    expect(segmentsOf(file)).toEqual(segmentsOf(parse(good)));
  });

  it('a carriage return before a line feed that terminates is not data', () => {
    const file = parse(interchange([ORDER], { terminator: '\n' }).replaceAll('\n', '\r\n').replace('\r\n', '\n'));
    expect(segmentsOf(file)).toEqual(segmentsOf(parse(good)));
  });

  it('text between and behind interchanges is one issue each, and both interchanges are read', () => {
    const second = interchange([ORDER], { isa: { 13: '000000002' }, element: '|', terminator: '!' });
    const file = parse(`${good}between${second}behind`);
    expect(file.interchanges).toHaveLength(2);
    expect(issuesOf(file).map(({ code, at }) => [code, at.offset, at.length])).toEqual([
      ['file-not-x12', good.length, 7],
      ['file-not-x12', good.length + 7 + second.length, 6],
    ]);
  });

  it.each([
    ['at once', ''],
    ['in the next line', '\n'],
  ])('an ISA that was cut off does not swallow the interchange that follows %s', (_, between) => {
    const sound = interchange([ORDER]);
    const cut = isa().slice(0, 45);
    const file = parse(sound + cut + between + interchange([ORDER], { isa: { 13: '000000002' } }));
    expect(file.interchanges.map(({ header }) => header.controlNumber)).toEqual(['000000001', '000000002']);
    expect(issuesOf(file).map(({ code, at }) => [code, at.offset])).toEqual([['file-not-x12', sound.length]]);
  });

  it('another ISA ends an interchange without IEA, also where its separators differ', () => {
    const cut = good.slice(0, good.indexOf('IEA'));
    const second = interchange([ORDER], { isa: { 13: '000000002' }, element: '|', terminator: '!' });
    const file = parse(cut + second);
    expect(file.interchanges.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ['interchange-trailer-missing'],
      [],
    ]);
    expect(file.interchanges[1]?.groups[0]?.sets[0]?.segments).toHaveLength(ORDER.length + 2);
  });

  it.each([
    ['nothing', '', 'file-empty'],
    ['blanks alone', ' \r\n ', 'file-empty'],
    ['a text', 'hello world', 'file-not-x12'],
    ['an ISA without its fields', 'ISA*00*', 'file-not-x12'],
  ])('%s is an issue of the file', (_, text, code) => {
    expect(parse(text)).toMatchObject({ interchanges: [], issues: [{ code }] });
  });

  it('UTF-16 is refused, not guessed', () => {
    const wide = (text: string) => Uint8Array.from([...text].flatMap((sign) => [sign.charCodeAt(0), 0]));
    expect(parse(wide(good)).issues).toMatchObject([{ code: 'file-unreadable-text' }]);
    expect(parse(wide(`\uFEFF${good}`.slice(1))).issues).toMatchObject([{ code: 'file-unreadable-text' }]);
  });
});

it('a component separator behind the id does not pass for an element separator', () => {
  expect(segmentsOf(parse(interchange([['REF>DP*038', 'N1>ST']]))).slice(1, -1)).toEqual([
    ['REF>DP', [['038']]],
    ['N1>ST'],
  ]);
});

describe('characters', () => {
  it.each([
    ['UTF-8', bytes(interchange([['N1*ST*CAFÉ €']])), 'CAFÉ €'],
    ['Latin-1', Uint8Array.from([...interchange([['N1*ST*CAFÉ']])].map((sign) => sign.charCodeAt(0))), 'CAFÉ'],
  ])('%s is read as such', (_, source, expected) => {
    const file = parse(source);
    expect(segmentsOf(file)[1]?.[2]).toEqual([[expected]]);
    expect(issuesOf(file)).toEqual([]);
  });
});

describe('the envelope', () => {
  const swap = (from: string, to: string) => good.replace(from, to);
  it.each([
    ['SE01 counts ST to SE', swap('SE*13*', 'SE*12*'), ['set-segment-count 13/1 AK502-4']],
    ['SE01 is a number', swap('SE*13*', 'SE*X*'), ['set-segment-count 13/1 AK502-4']],
    ['SE02 repeats ST02', swap('SE*13*0001', 'SE*13*0002'), ['set-trailer-control-number 13/2 AK502-3']],
    ['a set ends with SE', swap('SE*13*0001~', ''), ['set-trailer-missing 13 AK502-2']],
    ['ST01 is three digits', swap('ST*850', 'ST*85O'), ['set-type 1/1 AK502-6']],
    ['ST02 has four to nine characters', good.replaceAll('*0001~', '*7~'), ['set-control-number 1/2 AK502-7']],
    [
      'ST02 is unique in its group',
      interchange([ORDER, ['ST*850*0001', ...ORDER]]),
      ['set-control-number 1/2 AK502-23'],
    ],
    ['GE01 counts the sets', swap('GE*1*', 'GE*2*'), ['group-set-count 16/1 AK905-5']],
    ['GE02 repeats GS06', swap('GE*1*1', 'GE*1*9'), ['group-trailer-control-number 16/2 AK905-4']],
    ['a group ends with GE', swap('GE*1*1~', ''), ['group-trailer-missing 16 AK905-3']],
    [
      'GS06 is one to nine digits',
      good.replace('*1*X*', '*AB*X*').replace('GE*1*1', 'GE*1*AB'),
      ['group-control-number 2/6 AK905-6'],
    ],
    ['IEA01 counts the groups', swap('IEA*1*', 'IEA*3*'), ['interchange-group-count 17/1 TA1-021']],
    [
      'IEA02 repeats ISA13',
      swap('IEA*1*000000001', 'IEA*1*000000009'),
      ['interchange-trailer-control-number 17/2 TA1-001'],
    ],
    ['an interchange ends with IEA', swap('IEA*1*000000001~', ''), ['interchange-trailer-missing TA1-023']],
    [
      'a file that was cut off in a set has one fault',
      good.slice(0, good.indexOf('N3*')),
      ['interchange-trailer-missing TA1-023'],
    ],
    [
      'sets stand in a group',
      good.replace(/GS\*[^~]*~/, '').replace('GE*1*1~', ''),
      ['interchange-structure 1 TA1-022'],
    ],
    ['segments stand in a set', good.replace(/ST\*[^~]*~/, ''), ['interchange-structure 3 TA1-022']],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('leading zeros do not make another group control number', () => {
    expect(faults(swap('GE*1*1', 'GE*1*0001'))).toEqual([]);
  });

  it('GS06 is unique in its interchange', () => {
    const group = good.slice(good.indexOf('GS*'), good.indexOf('IEA'));
    expect(faults(`${isa()}${group}${group}IEA*2*000000001~`)).toEqual(['group-control-number 17/6 AK905-19']);
  });

  it('ISA13 is unique in a file between two parties', () => {
    expect(faults(good + good)).toEqual(['interchange-header-field 1/13 TA1-025']);
    expect(faults(good + interchange([ORDER], { isa: { 6: 'OTHER' } }))).toEqual([]);
  });

  it('a TA1 alone is an interchange without a fault', () => {
    const file = parse(`${isa()}TA1*000000007*260115*0830*A*000~IEA*0*000000001~`);
    expect(issuesOf(file)).toEqual([]);
    expect(file.interchanges[0]?.acknowledgments).toMatchObject([{ id: 'TA1' }]);
  });
});

describe('binary payloads', () => {
  it.each([
    ['BIN takes its payload by BIN01', 'BIN*9*a~b*c>d\n~', ['BIN', [['9']], [['a~b*c>d\n~']]]],
    ['BDS takes its payload by BDS02', 'BDS*ASC*3*~*~', ['BDS', [['ASC']], [['3']], [['~*~']]]],
  ])('%s', (_, segment, expected) => {
    const file = parse(interchange([[segment]]));
    expect(segmentsOf(file)[1]).toEqual(expected);
    expect(issuesOf(file)).toEqual([]);
  });

  it('a payload of another length than declared is an issue at the segment, and the count is not blamed', () => {
    expect(faults(interchange([['BIN*4*a~b*c~d']]))).toEqual(['segment-binary-length 2 AK304-8']);
  });
});

it('what is neither text nor bytes is a mistake of the caller', () => {
  expect(() => parse(JSON.parse('null'))).toThrow(TypeError);
  expect(() => parse('', { limits: { bytes: 0 } })).toThrow(RangeError);
});

describe('laws', () => {
  const sign = fc.constantFrom(...'ABCxyz019 .-/é€'.split(''));
  const text = fc.string({ unit: sign, maxLength: 6 });
  const element = fc.array(text, { minLength: 1, maxLength: 3 });
  const segment = fc.tuple(fc.constantFrom('REF', 'N1', 'PO1', 'ZZ9', 'N3'), fc.array(element, { maxLength: 5 }));
  const delimiters = fc.constantFrom(
    { element: '*', component: '>', terminator: '~' },
    { element: '|', component: ':', terminator: '\n' },
    { element: '\x1d', component: '\x1f', terminator: '\x1c' },
  );
  const lineBreak = fc.constantFrom('', '\n', '\r\n', '\n\n');

  it('parsing gives the segments that splitting by hand gives', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), delimiters, lineBreak, (segments, options, between) => {
        const body = segments.map(([id, elements]) =>
          [id, ...elements.map((parts) => parts.join(options.component))].join(options.element),
        );
        const source = interchange([body], options).replaceAll(options.terminator, options.terminator + between);
        const file = parse(source);
        expect(segmentsOf(file)).toEqual(naive(source, options));
        expect(issuesOf(file)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('every segment stands where its offset and length say', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), delimiters, (segments, options) => {
        const body = segments.map(([id, elements]) =>
          [id, ...elements.map((parts) => parts.join(options.component))].join(options.element),
        );
        const source = bytes(interchange([body], options));
        const found = parse(source).interchanges[0]?.groups[0]?.sets[0]?.segments ?? [];
        const slices = found.map(({ offset, length }) =>
          new TextDecoder().decode(source.subarray(offset, offset + length)),
        );
        expect(slices.slice(1, -1)).toEqual(body);
        expect(found.map(({ position }) => position)).toEqual(found.map((_, index) => index + 1));
      }),
      { numRuns: 100 },
    );
  });

  it('no bytes make it throw or run on', () => {
    const pieces = fc.constantFrom(
      isa(),
      good,
      'ISA*',
      'GS*PO~',
      'ST*850*0001~',
      'SE*1*0001~',
      'GE~',
      'IEA~',
      'BIN*5*',
      '~',
      '*',
      '>',
      '\n',
      '\0',
      'é',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const source = bytes(parts.join(''));
        const file = parse(source);
        for (const { at } of issuesOf(file)) expect(at.offset + at.length).toBeLessThanOrEqual(source.length);
        const read = file.interchanges.reduce((sum, { length }) => sum + length, 0);
        expect(read).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 150 },
    );
  });
});

/** The obvious reading: cut at terminators, then at element and component separators. */
function naive(
  source: string,
  { element, component, terminator }: { element: string; component: string; terminator: string },
) {
  const all = source
    .split(terminator)
    .map((text) => text.replace(/^[\r\n]+/, ''))
    .filter((text) => text !== '');
  const from = all.findIndex((text) => text.startsWith('ST'));
  return all.slice(from, -2).map((text) => {
    const [id, ...elements] = text.split(element);
    return [id, ...elements.map((part) => [part.split(component)])];
  });
}
