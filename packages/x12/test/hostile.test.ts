import { describe, expect, it } from 'vitest';
import { purchaseOrder850, shipNotice856 } from '../src/004010.ts';
import { acknowledge } from '../src/acknowledge.ts';
import type { Limits } from '../src/limits.ts';
import { parse } from '../src/parse.ts';
import { parseSegments } from '../src/parse-segments.ts';
import { parseStream } from '../src/parse-stream.ts';
import { read } from '../src/read.ts';
import { interchange, isa, ORDER } from './sample.ts';
import { whole } from './whole.ts';

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

  it('more sets than are kept reject their group, and the next groups, at the first that is not kept', () => {
    const text = interchange([ORDER, ORDER, ORDER]);
    const second = text
      .slice(text.indexOf('GS*'))
      .replace('PO*SENDER*RECEIVER*20260115*0830*1*', 'PO*SENDER*RECEIVER*20260115*0830*2*');
    const file = text.slice(0, text.indexOf('IEA')) + second.replace('GE*3*1', 'GE*3*2').replace('IEA*1', 'IEA*2');
    const found = read(file, { sets, limits: { sets: 2 } });
    expect(found.issues.map(({ code, at, found: what }) => [code, at.offset, what])).toEqual([
      ['group-too-many-sets', text.indexOf('ST*850*0003'), '3 in this group'],
      ['group-too-many-sets', file.lastIndexOf('ST*850*0001'), '3 in this group'],
    ]);
    expect(found.sets.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const [answered] = found.interchanges;
    const answer =
      answered && acknowledge(answered, { controlNumber: '000000001', at: new Date('2026-01-15T09:00:00Z') });
    expect(answer?.groups[0]?.sets.map(({ document }) => document)).toMatchObject([
      { AK9: { groupAcknowledgment: 'R', includedSets: '3', receivedSets: '3', acceptedSets: '0' } },
      { AK9: { groupAcknowledgment: 'R', includedSets: '3', receivedSets: '3', acceptedSets: '0' } },
    ]);
    expect(read(file, { sets, limits: { sets: 6 } }).issues).toEqual([]);
  });

  it('an interchange with more groups than are kept is rejected', () => {
    const group = (number: number) => `GS*PO*A1*B1*20260115*0830*${number}*X*004010~GE*0*${number}~`;
    const text = `${isa()}${[1, 2, 3, 4].map(group).join('')}IEA*4*000000001~`;
    const found = read(text, { sets, limits: { sets: 2 } });
    expect(found.issues.map(({ code, at, acknowledgment }) => [code, at.offset, acknowledgment])).toEqual([
      ['interchange-structure', text.indexOf(group(3)), 'TA1-022'],
    ]);
    expect(found.interchanges.map(({ status, groups }) => [status, groups.length])).toEqual([['rejected', 2]]);
    expect(read(text, { sets, limits: { sets: 4 } }).issues).toEqual([]);
  });

  it('of a file with more interchanges than are kept the rest is not read', () => {
    const one = (number: number) => interchange([ORDER], { isa: { 13: `00000000${number}` } });
    const text = [1, 2, 3, 4].map(one).join('');
    const found = parse(text, { limits: { sets: 2 } });
    expect(found.issues.map(({ code, at }) => [code, at.offset])).toEqual([['file-too-large', 2 * one(1).length]]);
    expect(found.interchanges).toHaveLength(2);
  });

  it('over the issues of a file each set keeps one, and its verdict', () => {
    const faulty = ['PO1*1*X*EA*Y', 'PO1*2*X*EA*Y'];
    const text = interchange([faulty, faulty, faulty, ORDER]);
    const found = read(text, { sets, limits: { fileIssues: 6 } });
    const codesOf = (index: number) => found.sets[index]?.issues.map(({ code }) => code);
    expect(codesOf(0)).toHaveLength(5);
    expect(codesOf(1)).toEqual(['segment-missing', 'set-too-many-issues']);
    expect(codesOf(2)).toEqual(['segment-missing', 'set-too-many-issues']);
    expect(found.sets.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'accepted']);
    expect(found.issues.find(({ code }) => code === 'file-too-many-issues')).toMatchObject({
      severity: 'information',
      at: { offset: text.indexOf('ST*850*0003') },
    });
  });

  it('faults of segments are told up to the limit, in a set and outside', () => {
    const text = interchange([Array(10).fill('BIN*99*X')]).replace('~GE', `~${'BIN*99*X~'.repeat(10)}GE`);
    const [group] = parse(text, { limits: { issues: 3 } }).interchanges[0]?.groups ?? [];
    expect(group?.sets[0]?.issues.map(({ code }) => code)).toEqual([
      ...Array(3).fill('segment-binary-length'),
      'set-too-many-issues',
    ]);
    expect(group?.issues.map(({ code }) => code)).toEqual([
      ...Array(3).fill('segment-binary-length'),
      'file-too-many-issues',
    ]);
  });

  it.each([
    [
      'a set too large by one segment that is too long',
      ['BEG*00*SA*PO1**20260114', `REF*DP*${'X'.repeat(3000)}`],
      ['segment-too-long'],
    ],
    [
      'one that would be too large without it',
      [...Array(60).fill(ORDER[8]), `REF*DP*${'X'.repeat(3000)}`],
      ['segment-too-long', 'set-too-large'],
    ],
    ['one of many segments', Array(60).fill(ORDER[8]), ['set-too-large']],
  ])('%s has one issue for each cause', async (_, body, expected) => {
    const limits = { segmentBytes: 1000, setBytes: 1000 };
    const text = interchange([body, ORDER]);
    const found = parse(text, { limits }).interchanges[0]?.groups[0]?.sets ?? [];
    expect(found.map(({ issues }) => issues.map(({ code }) => code))).toEqual([expected, []]);
    const streamed: unknown[] = [];
    for await (const item of parseStream(text.match(/.{1,50}/g) ?? [], { limits }))
      if (item.kind === 'set') streamed.push(item.set.issues);
    expect(streamed).toEqual(found.map(({ issues }) => issues));
  });

  it('levels that lie too deep are one issue', () => {
    const chain = Array.from({ length: 300 }, (_, at) => `HL*${at + 1}*${at || ''}*S`);
    expect(codes(interchange([['ST*856*0001', 'BSN*00*SHP1*20260116*1030', ...chain]], { gs: { 1: 'SH' } }))).toEqual([
      'level-parent',
    ]);
  });

  it('a terminator written twice is no segment, in a set or between sets, and is not counted', () => {
    const text = interchange([ORDER]);
    const doubled = `${text.slice(0, -1).replaceAll('~', '~~\n~')}~`;
    const [file, sound] = [read(doubled, { sets }), read(text, { sets })];
    expect(file.issues).toEqual([]);
    expect(file.sets.map(({ document }) => document)).toEqual(sound.sets.map(({ document }) => document));
    expect(file.sets[0]?.segments.map(({ id }) => id)).toEqual(sound.sets[0]?.segments.map(({ id }) => id));
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

/** All that the names say in the gate `whole`; elsewhere a fifth of it shows the same in less time. */
const SCALE = whole ? 5 : 1;

// What a file can hold at most of one thing; each gives an issue and an end, not a crash.
describe('much of one thing', () => {
  const OPEN = { elements: 10_000_000, segmentBytes: 100_000_000 };
  const levels = (count: number, level: (index: number) => string) =>
    interchange(
      [['ST*856*0001', 'BSN*00*SHP1*20260116*1030', ...Array.from({ length: count }, (_, index) => level(index))]],
      { gs: { 1: 'SH' } },
    );

  it.each<[string, () => string, Limits, string]>([
    ['a million elements', () => interchange([[`BEG${'*A'.repeat(1_000_000)}`]]), {}, 'segment-too-long'],
    [
      'a million empty elements',
      () => interchange([[`BEG${'*'.repeat(200_000 * SCALE)}`]]),
      {},
      'segment-too-many-elements',
    ],
    [
      'a million elements, limits lifted',
      () => interchange([[`BEG${'*A'.repeat(200_000 * SCALE)}`]]),
      OPEN,
      'element-too-many',
    ],
    [
      'a million components, limits lifted',
      () => interchange([['BEG*00*SA*PO1**20260114', `REF*DP*1**${'>'.repeat(200_000 * SCALE)}A`]]),
      OPEN,
      'element-too-many-components',
    ],
    [
      'levels one below the other',
      () => levels(20_000 * SCALE, (at) => `HL*${at + 1}*${at || ''}*S`),
      {},
      'level-parent',
    ],
    ['levels of one number', () => levels(20_000 * SCALE, () => 'HL*1**S'), {}, 'level-duplicate'],
    [
      'sets without a segment',
      () => interchange(Array.from({ length: 4000 * SCALE }, (_, at) => [`ST*850*${1000 + at}`])),
      {},
      'segment-missing',
    ],
  ])('%s', (_, input, limits, code) => {
    const { issues } = read(input(), { sets, limits });
    expect(issues.map((issue) => issue.code)).toContain(code);
  });
});

describe('much of one thing from a stream', () => {
  const [head = '', rest = ''] = interchange([['BEG*00*SA*'], ORDER]).split('BEG*00*SA*~');
  const MB = 1_000_000;
  function inUse(): number {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  }

  /** A segment of so many megabytes of one sign, in a file that is sound but for it; tells the most memory in use. */
  async function* oneSegment(
    sign: string,
    count: number,
    memory: { most: number },
  ): AsyncGenerator<string | Uint8Array> {
    const piece = new Uint8Array(MB).fill(sign.charCodeAt(0));
    yield `${head}BEG*00*SA*`;
    for (let sent = 0; sent < count; sent++) {
      yield piece;
      if (sent % 50 === 0) memory.most = Math.max(memory.most, inUse());
    }
    yield `~${rest}`;
  }

  it.each<[string, string, number]>([
    ['a segment of a gigabyte', 'X', 200],
    ['a segment of 200 million elements', '*', 40],
    ['a segment of 200 million components', '>', 40],
  ])('%s is given up, and what follows is read', { timeout: 60_000 }, async (_, sign, count) => {
    const memory = { most: 0 };
    const before = inUse();
    const found: [string, string[]][] = [];
    for await (const item of parseStream(oneSegment(sign, count * SCALE, memory)))
      if (item.kind === 'set') found.push([item.set.controlNumber, item.set.issues.map(({ code }) => code)]);
    expect(found).toEqual([
      ['0001', ['segment-too-long']],
      ['0002', []],
    ]);
    expect(memory.most - before).toBeLessThan(150 * MB);
  });

  it('an acknowledgment of an interchange does not keep what came with it', { timeout: 60_000 }, async () => {
    const memory = { most: 0 };
    const before = inUse();
    const blanks = ' '.repeat(300_000);
    async function* pieces() {
      yield isa();
      for (let sent = 0; sent < 400; sent++) {
        yield `TA1*${sent}*260115*0830*A*000~${blanks}`;
        memory.most = Math.max(memory.most, inUse());
      }
      yield 'IEA*0*000000001~';
    }
    const found: unknown[] = [];
    for await (const item of parseStream(pieces()))
      if (item.kind === 'interchange')
        found.push(...item.interchange.acknowledgments.map(({ elements }) => elements[0]?.repeats[0]?.[0]));
    expect(found).toEqual(Array.from({ length: 400 }, (_, sent) => String(sent)));
    expect(memory.most - before).toBeLessThan(80 * MB);
  });

  it('more acknowledgments than are kept are strays of their interchange', () => {
    const file = parse(`${isa()}${'TA1~'.repeat(100_002)}IEA*0*000000001~`);
    expect(file.interchanges.map(({ acknowledgments, issues }) => [acknowledgments.length, issues])).toMatchObject([
      [100_000, [{ code: 'interchange-structure', acknowledgment: 'TA1-022' }]],
    ]);
  });

  it('a segment of a gigabyte is one issue among the segments', { timeout: 60_000 }, async () => {
    const memory = { most: 0 };
    const before = inUse();
    const ids: string[] = [];
    const codes: string[] = [];
    for await (const item of parseSegments(oneSegment('X', 200 * SCALE, memory)))
      if (item.kind === 'segment') ids.push(item.segment.id);
      else codes.push(item.issue.code);
    const order = ORDER.map((line) => line.slice(0, line.indexOf('*')));
    expect(codes).toEqual(['segment-too-long']);
    // Nothing is known of the one that was given up, not even its id.
    expect(ids).toEqual(['ISA', 'GS', 'ST', '', 'SE', 'ST', ...order, 'SE', 'GE', 'IEA']);
    expect(memory.most - before).toBeLessThan(150 * MB);
  });

  it('a million sets without a segment are a million sets', { timeout: 60_000 }, async () => {
    const all = 200_000 * SCALE;
    async function* pieces() {
      yield `${isa()}GS*PO*SAMPLEMERC*EXAMPLESUP*20260115*0830*1*X*004010~`;
      for (let first = 0; first < all; first += 1000) {
        const numbers = Array.from({ length: 1000 }, (_, at) => String(first + at).padStart(9, '0'));
        yield numbers.map((number) => `ST*850*${number}~SE*2*${number}~`).join('');
      }
      yield `GE*${all}*1~IEA*1*000000001~`;
    }
    let count = 0;
    const issues: string[] = [];
    for await (const item of parseStream(pieces()))
      if (item.kind === 'set') count++;
      else if (item.kind === 'issue') issues.push(item.issue.code);
      else issues.push(...(item.kind === 'group' ? item.group : item.interchange).issues.map(({ code }) => code));
    expect([count, issues]).toEqual([all, []]);
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
