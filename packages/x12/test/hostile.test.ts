import { describe, expect, it } from 'vitest';
import { purchaseOrder850, shipNotice856 } from '../src/004010.ts';
import { parse } from '../src/parse.ts';
import { read } from '../src/read.ts';
import { interchange, isa, ORDER } from './sample.ts';

const sets = [purchaseOrder850, shipNotice856] as const;
const codes = (text: string, limits = {}) => read(text, { sets, limits }).issues.map(({ code }) => code);

describe('limits', () => {
  const long = `REF*DP*${'X'.repeat(70)}`;
  const wide = 'PO1*1*24*EA*3.25**UP*012345678905*VN*AX-100';
  it.each([
    ['an input over the limit of bytes is not read', ORDER, { bytes: 100 }, ['file-too-large']],
    [
      'a segment over the limit of bytes is one issue',
      [...ORDER.slice(0, 2), long, ...ORDER.slice(3)],
      { segmentBytes: 60 },
      ['segment-too-long'],
    ],
    [
      'a segment over the limit of elements is one issue',
      [...ORDER.slice(0, 7), wide, 'CTT*1'],
      { elements: 8 },
      ['segment-too-many-elements'],
    ],
  ])('%s', (_, body, limits, expected) => {
    expect(codes(interchange([body]), limits)).toEqual(expected);
  });

  it('a payload over the limit of bytes is one issue', () => {
    expect(
      parse(interchange([[`BIN*50*${'~'.repeat(50)}`]]), { limits: { segmentBytes: 40 } }).interchanges[0]?.groups[0]
        ?.sets[0]?.issues,
    ).toMatchObject([{ code: 'segment-too-long' }]);
  });
});

// Each input is large enough that reading it in the square of its size would run into the time limit of a test.
describe('linear time', () => {
  const MANY = 10_000;
  it.each<[string, string]>([
    ['ISA over and over', 'ISA*'.repeat(MANY)],
    [
      'headers of wrong width without terminator',
      'ISA*00* *00* *ZZ*A*ZZ*B*260115*0830*U*00401*000000001*0*T*>~'.repeat(MANY / 10),
    ],
    ['headers alone', isa().repeat(MANY / 10)],
    [
      'headers that declare terminators which never come',
      Array.from({ length: MANY / 20 }, (_, index) =>
        isa({ terminator: String.fromCharCode(33 + (index % 90)), isa: { 13: String(index).padStart(9, '0') } }),
      ).join(''),
    ],
    ['one endless segment', `${isa()}GS*PO${'*'.repeat(MANY * 5)}`],
    ['one element of components', interchange([[`REF*DP*${'>'.repeat(MANY * 5)}`]])],
    ['terminators alone', `${isa()}${'~'.repeat(MANY * 5)}`],
    ['binary lengths that promise too much', interchange([Array(MANY).fill('BIN*999999999*X')])],
    ['sets without end', `${isa()}GS*PO*A*B*20260115*0830*1*X*004010~${'ST*850*0001~'.repeat(MANY)}`],
    ['groups without end', `${isa()}${'GS*PO*A*B*20260115*0830*1*X*004010~'.repeat(MANY)}`],
    [
      'segments out of order',
      interchange([
        [
          'BEG*00*SA*PO1**20260114',
          ...Array.from(
            { length: MANY },
            (_, index) => ['DTM*010*20260120', 'CUR*BY*USD', 'N1*ST*A', 'CTT*1', 'PO1*1*1*EA'][index % 5] as string,
          ),
        ],
      ]),
    ],
    ['segments without their loop', interchange([[...ORDER.slice(0, 2), ...Array(MANY).fill('N3*A')]])],
    ['segments that are not known', interchange([[...ORDER.slice(0, 2), ...Array(MANY).fill('ZQ9*A')]])],
    [
      'levels that name no level',
      interchange(
        [
          [
            'ST*856*0001',
            'BSN*00*SHP1*20260116*1030',
            ...Array.from({ length: MANY }, (_, index) => `HL*${index}*X*S`),
          ],
        ],
        { gs: { 1: 'SH' } },
      ),
    ],
    [
      'a chain of levels',
      interchange(
        [
          [
            'ST*856*0001',
            'BSN*00*SHP1*20260116*1030',
            ...Array.from({ length: MANY }, (_, index) => `HL*${index + 1}*${index || ''}*S`),
          ],
        ],
        { gs: { 1: 'SH' } },
      ),
    ],
  ])('%s', (_, text) => {
    const file = read(text, { sets });
    expect(file.issues.length).toBeGreaterThan(0);
    expect(file.issues.every(({ at }) => at.offset + at.length <= file.source.length)).toBe(true);
  });
});

describe('names of data', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s as a segment, set, group or level changes nothing',
    (name) => {
      const file = read(
        interchange(
          [
            [name],
            [`ST*${name}*0002`, name],
            ['ST*856*0003', 'BSN*00*SHP1*20260116*1030', `HL*${name}**S`, `HL*2*${name}*O`],
          ],
          { gs: { 1: name } },
        ),
        { sets },
      );
      expect(file.sets).toHaveLength(3);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(() => JSON.stringify(file.sets)).not.toThrow();
    },
  );
});
