import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InterchangeFile, type Limits, parse, parseSegments, parseStream, type Segment } from '../src/index.ts';
import { inReference, referenceFolder } from './reference-folder.ts';

/** The pieces between some cuts. */
function* pieces(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  const places = [0, ...cuts, bytes.length].filter((at) => at <= bytes.length).sort((a, b) => a - b);
  for (let index = 1; index < places.length; index++) yield bytes.slice(places[index - 1], places[index]);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a file holds, without the difference between reading it whole and in pieces. */
const whole = ({ interchanges, issues }: InterchangeFile): unknown => plain({ interchanges, issues });

async function inPieces(bytes: Uint8Array, cuts: readonly number[], limits: Limits = {}): Promise<unknown> {
  const interchanges: unknown[] = [];
  const issues: unknown[] = [];
  let groups: unknown[] = [];
  let sets: unknown[] = [];
  for await (const item of parseStream(pieces(bytes, cuts), { limits })) {
    if (item.kind === 'set') sets.push(item.set);
    else if (item.kind === 'group') groups.push({ ...item.group, sets: sets.splice(0) });
    else if (item.kind === 'interchange') interchanges.push({ ...item.interchange, groups: groups.splice(0) });
    else issues.push(item.issue);
  }
  sets = [];
  groups = [];
  return plain({ interchanges, issues });
}

async function bySegment(bytes: Uint8Array, cuts: readonly number[]): Promise<{ segments: unknown; issues: unknown }> {
  const segments: Segment[] = [];
  const issues: unknown[] = [];
  for await (const item of parseSegments(pieces(bytes, cuts)))
    if (item.kind === 'segment') segments.push(item.segment);
    else issues.push(item.issue);
  return { segments: plain(segments), issues: plain(issues) };
}

const set = (number: number, body: string): string =>
  `ST*850*${number}~${body}SE*${body.split('~').length + 1}*${number}~`;
const isa = (number: number, more = '~'): string =>
  `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260115*0830*U*00401*${String(number).padStart(9, '0')}*0*T*>${more}`;
const FILE = [
  isa(1, '~\r\n'),
  'GS*PO*A*B*20260115*0830*1*X*004010~',
  set(1001, 'BEG*00*SA*1**20260115~N1*ST*CAFÉ INSIDE ISA*92*1~BIN*7*a~b*c>d~'),
  set(1002, 'BEG*00*SA*2**20260115~REF*IA*ISAAC~'),
  'ST*850*1003~BEG*00*SA*3~ST*850*1004~SE*2*1004~GE*9*1~IEA*1*000000001~\n\n',
  'some junk that is no ISA interchange\n',
  isa(2).replaceAll('*', '|'),
  'TA1|000000001|260115|0830|A|000~GS|PO|A|B|20260115|0830|1|X|004010~ST|850|0001~BIN|30|short~SE|3|0001~',
  isa(3),
  'IEA*0*000000003',
].join('');
const BYTES = new TextEncoder().encode(FILE);

describe('parseStream', () => {
  it('gives what parse gives, wherever the input is cut once', async () => {
    const expected = whole(parse(BYTES));
    for (let at = 0; at <= BYTES.length; at++) expect(await inPieces(BYTES, [at]), `cut at ${at}`).toEqual(expected);
  });

  it('gives what parse gives, byte by byte', async () => {
    const cuts = Array.from({ length: BYTES.length }, (_, at) => at);
    expect(await inPieces(BYTES, cuts)).toEqual(whole(parse(BYTES)));
  });

  it('law: cuts make no difference to any input, with any limits', async () => {
    const parts = fc.constantFrom(
      isa(1),
      isa(2),
      'GS*PO*A*B*1*2*1*X*004010~',
      'ST*850*0001~',
      'BEG*00~',
      'SE*3*0001~',
      'GE*1*1~',
      'IEA*1*000000001~',
      'BIN*9*~~~~~~~~~~',
      'BIN*999*~',
      'ISA',
      '~',
      '\n',
      'I',
      'é',
      'REF*a>b^c~',
      'X'.repeat(60),
    );
    const limits = fc.record({
      setBytes: fc.integer({ min: 10, max: 300 }),
      segmentBytes: fc.integer({ min: 5, max: 100 }),
      elements: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(parts, { maxLength: 40 }),
        fc.array(fc.nat(2000), { maxLength: 8 }),
        limits,
        async (text, cuts, limit) => {
          const bytes = new TextEncoder().encode(text.join(''));
          expect(await inPieces(bytes, cuts, limit)).toEqual(whole(parse(bytes, { limits: limit })));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('text may be cut between the halves of a character', async () => {
    const text = FILE.replace('CAFÉ', 'CAFÉ 😀');
    const at = text.indexOf('😀') + 1;
    const expected = await inPieces(new TextEncoder().encode(text), []);
    const sets: unknown[] = [];
    for await (const item of parseStream([text.slice(0, at), text.slice(at)]))
      if (item.kind === 'set') sets.push(item.set);
    expect(plain(sets)).toEqual(
      (expected as { interchanges: { groups: { sets: unknown[] }[] }[] }).interchanges.flatMap(({ groups }) =>
        groups.flatMap((group) => group.sets),
      ),
    );
  });

  it('takes a ReadableStream, and gives it back when the taker stops', async () => {
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(BYTES),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const item of parseStream(stream)) if (item.kind === 'set') break;
    expect(isCancelled).toBe(true);
  });

  it('asks for the next piece only when all sets of the one before have been taken', async () => {
    let asked = 0;
    const one = new TextEncoder().encode(
      `${isa(1)}GS*PO*A*B*20260115*0830*1*X*004010~${set(1001, 'BEG*00~').repeat(500)}`,
    );
    async function* input(): AsyncGenerator<Uint8Array> {
      for (;;) {
        asked++;
        yield one;
      }
    }
    let taken = 0;
    for await (const item of parseStream(input())) if (item.kind === 'set' && ++taken === 100) break;
    expect(asked).toBe(1);
  });

  it('a set over the limit is one issue, and the next set is read', async () => {
    const sets = [set(1001, 'BEG*00~'), set(1002, 'REF*AA*1~'.repeat(50)), set(1003, 'BEG*00~')];
    const file = `${isa(1)}GS*PO*A*B*20260115*0830*1*X*004010~${sets.join('')}GE*3*1~IEA*1*000000001~`;
    const found: string[] = [];
    for await (const item of parseStream(file, { limits: { setBytes: 200 } }))
      if (item.kind === 'set')
        found.push(`${item.set.controlNumber} ${item.set.segments.length} ${item.set.issues.map(({ code }) => code)}`);
      else if (item.kind !== 'issue')
        found.push(`${item.kind} ${(item.kind === 'group' ? item.group : item.interchange).issues.length}`);
    expect(found).toEqual(['1001 3 ', '1002 1 set-too-large', '1003 3 ', 'group 0', 'interchange 0']);
  });

  it('what is no input at all is a mistake of the caller', async () => {
    await expect(parseStream(7 as never).next()).rejects.toThrow(TypeError);
    await expect(parseStream([7] as never).next()).rejects.toThrow(TypeError);
  });
});

describe('parseSegments', () => {
  it('gives the segments of parse, wherever the input is cut, and the envelope around them', async () => {
    const { interchanges } = parse(BYTES);
    const inSets = interchanges.flatMap(({ groups }) =>
      groups.flatMap(({ sets }) => sets.flatMap(({ segments }) => segments)),
    );
    const expected = await bySegment(BYTES, []);
    const segments = expected.segments as Segment[];
    const envelope = new Set(['ISA', 'GS', 'GE', 'IEA', 'TA1']);
    expect(segments.filter(({ id }) => !envelope.has(id))).toEqual(plain(inSets));
    expect(segments.map(({ offset }) => offset)).toEqual(segments.map(({ offset }) => offset).sort((a, b) => a - b));
    for (let at = 0; at <= BYTES.length; at += 7)
      expect(await bySegment(BYTES, [at]), `cut at ${at}`).toEqual(expected);
  });

  it('finds the faults of the envelope that parse finds', async () => {
    const file = parse(BYTES);
    const codes = (list: readonly { code: string; at: { offset: number } }[]): string[] =>
      list.map(({ code, at }) => `${code} ${at.offset}`).sort();
    const all = [
      ...file.issues,
      ...file.interchanges.flatMap(({ issues, groups }) => [
        ...issues,
        ...groups.flatMap((group) => [...group.issues, ...group.sets.flatMap((one) => one.issues)]),
      ]),
    ];
    expect(codes((await bySegment(BYTES, [])).issues as never)).toEqual(codes(all));
  });

  it('a set has no limit', async () => {
    const body = 'REF*AA*1~'.repeat(10_000);
    const file = `${isa(1)}GS*PO*A*B*20260115*0830*1*X*004010~${set(1001, body)}GE*1*1~IEA*1*000000001~`;
    let [segments, last, issues] = [0, 0, 0];
    for await (const item of parseSegments(file, { limits: { setBytes: 100 } })) {
      if (item.kind === 'issue') issues++;
      else {
        segments++;
        if (item.segment.id === 'SE') last = item.segment.position;
      }
    }
    expect([segments, last, issues]).toEqual([10_006, 10_002, 0]);
  });
});

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

describe.skipIf(referenceFolder === undefined)('corpus (skipped without the reference folder)', () => {
  it('every file comes the same in pieces of 100 bytes', async () => {
    const files = ['corpus', 'edge'].flatMap((folder) => filesBelow(inReference('x12', folder)));
    let read = 0;
    for (const file of files) {
      if (!/\.(edi|x12|txt|dat)$/i.test(file) || statSync(file).size > 50_000) continue;
      const bytes = new Uint8Array(readFileSync(file));
      const cuts = Array.from({ length: Math.ceil(bytes.length / 100) }, (_, index) => 100 * index);
      expect(await inPieces(bytes, cuts), file).toEqual(whole(parse(bytes)));
      read++;
    }
    expect(read).toBeGreaterThan(100);
  });
});
