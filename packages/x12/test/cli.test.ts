import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as sets004010 from '../src/004010.ts';
import * as sets005010 from '../src/005010.ts';
import { examine } from '../src/cli/examine.ts';
import { Failure } from '../src/cli/failure.ts';
import { issueHelp } from '../src/cli/issue-help.ts';
import { issuesOf } from '../src/cli/issues-of.ts';
import { joined } from '../src/cli/joined.ts';
import { nearest } from '../src/cli/nearest.ts';
import { run } from '../src/cli/run.ts';
import type { System } from '../src/cli/system.ts';
import type { Definition } from '../src/definition/definition.ts';
import { readGuide } from '../src/guide/read-guide.ts';
import { withGuide } from '../src/guide/with-guide.ts';
import type { Issue } from '../src/issue.ts';
import { maskStream } from '../src/mask/mask-stream.ts';
import { mask } from '../src/mask.ts';
import { read } from '../src/read.ts';
import type { ExaminedGroup, ExaminedInterchange, ExaminedSet } from '../src/read-stream/examined.ts';
import { inReference, referenceFolder } from './reference-folder.ts';
import { interchange, isa, ORDER, SHIP_NOTICE } from './sample.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly told: string;
  /** Files that were made. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that were given, as they are now. */
  readonly given: Readonly<Record<string, string>>;
}

/** Runs a command among the given files; a name that is `-` is standard input. */
async function x12(
  words: string,
  given: Readonly<Record<string, string | Uint8Array | AsyncIterable<Uint8Array>>> = {},
  terminal: { readonly input?: boolean; readonly error?: boolean } = {},
): Promise<Outcome> {
  const streams = new Map<string, AsyncIterable<Uint8Array>>();
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(given))
    if (typeof content === 'string') files.set(name, bytes(content));
    else if (content instanceof Uint8Array) files.set(name, content);
    else streams.set(name, content);
  const out: Uint8Array[] = [];
  let told = '';
  const system: System = {
    isInputTerminal: terminal.input ?? false,
    isErrorTerminal: terminal.error ?? false,
    async *read(file) {
      yield* streams.get(file) ?? [];
      if (streams.has(file)) return;
      const content = files.get(file);
      if (content === undefined) throw new Failure(`${file} can not be read: there is no such file`);
      const piece = Math.max(1, Math.ceil(content.length / 3));
      for (let at = 0; at < content.length; at += piece) yield content.subarray(at, at + piece);
    },
    sizeOf: async (file) => files.get(file)?.length,
    print: async (output) => {
      out.push(typeof output === 'string' ? bytes(output) : output);
    },
    tell: (line) => {
      told += line;
    },
    create: async (file, content) => {
      if (files.has(file)) throw new Failure(`${file} can not be written: it is there already`);
      files.set(file, content);
    },
    append: async (file, more) => {
      const before = files.get(file);
      files.set(file, bytes(`${before === undefined ? '' : text(before)}${more}`));
    },
    now: () => new Date('2026-01-15T09:00:00Z'),
    version: () => '1.2.3',
  };
  const code = await run(words.split(' '), system);
  const now = (isGiven: boolean) =>
    Object.fromEntries(
      [...files].filter(([name]) => name in given === isGiven).map(([name, made]) => [name, text(made)]),
    );
  return { code, out: out.map(text).join(''), told, files: now(false), given: now(true) };
}

const GOOD = interchange([ORDER]);
const BAD = GOOD.replace('PO1*1*24*', 'PO1*1*2O*');
const TWO = interchange([ORDER, ORDER]);
const NOTICE = interchange([['ST*856*0001', ...SHIP_NOTICE]], { gs: { 1: 'SH' } });

describe('x12 validate', () => {
  it('--json prints one array, an object for each file in the order given, and nothing else', async () => {
    const { code, out, told } = await x12('validate bad.edi good.edi --json', { 'good.edi': GOOD, 'bad.edi': BAD });
    expect(code).toBe(1);
    expect(told).toBe('');
    const set = { id: '850', controlNumber: '0001', segments: 13 };
    const report = (status: string) => [
      {
        controlNumber: '000000001',
        groups: [{ id: 'PO', version: '004010', controlNumber: '1', sets: [{ ...set, status }] }],
      },
    ];
    expect(JSON.parse(out)).toEqual([
      {
        file: 'bad.edi',
        interchanges: report('rejected'),
        issues: [
          {
            code: 'element-invalid-character',
            severity: 'error',
            message:
              'PO102 (quantity ordered) holds a character that its type does not allow; expected a decimal number, found "2O"',
            at: { offset: BAD.indexOf('2O'), segment: 9, element: 2 },
            ack: 'AK403-6',
          },
        ],
      },
      { file: 'good.edi', interchanges: report('accepted'), issues: [] },
    ]);
    expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`);
  });

  it.each([
    ['an offset in bytes', BAD.replace('SAMPLE BUYER', 'ŁÓDŹ'), { offset: bytes(BAD).length }, 'AK403-6'],
    ['the segment from ISA = 1 outside a set', GOOD.replace('IEA*1', 'IEA*2'), { segment: 17, element: 1 }, 'TA1-021'],
    ['null where there is no segment and no code', 'hello', { segment: null, element: null }, null],
  ])('--json gives %s', async (_, content, at, ack) => {
    const { out } = await x12('validate a --json', { a: content });
    const [issue] = JSON.parse(out)[0].issues;
    const place = 'offset' in at ? { offset: bytes(content.slice(0, content.indexOf('2O'))).length } : at;
    expect(issue).toMatchObject({ at: place, ack });
  });

  it.each([
    ['0 for a valid file', { a: GOOD }, 0],
    ['0 for a warning', { a: NOTICE.replace('*0001~DTM', '*0002~DTM') }, 0],
    ['1 for an invalid one', { a: BAD }, 1],
    ['1 for an empty one', { a: '' }, 1],
    ['2 for one that is not there', {}, 2],
  ])('ends with %s', async (_, files: Record<string, string>, code) => {
    expect((await x12('validate a', files)).code).toBe(code);
    expect((await x12('validate a --json', files)).code).toBe(code);
  });

  it.each(['inspect', 'ack', 'json', 'json --lines', 'mask', 'split'])(
    'and %s, too, does the others when one can not be read',
    async (words) => {
      const { code, out, told } = await x12(`${words} gone a`, { a: GOOD });
      expect(code).toBe(2);
      expect(told).toBe('x12: gone can not be read: there is no such file\n');
      expect(out).toContain('000000001');
    },
  );

  it('looks at the other files when one can not be read', async () => {
    const { code, out, told } = await x12('validate gone.edi bad.edi --json', { 'bad.edi': BAD });
    expect(code).toBe(2);
    expect(told).toBe('x12: gone.edi can not be read: there is no such file\n');
    const codes = JSON.parse(out).map(({ issues }: { issues: { code: string }[] }) => issues[0]?.code);
    expect(codes).toEqual(['file-unreadable', 'element-invalid-character']);
  });

  it('tells a person what, where, expected and found, and ends with a summary', async () => {
    const faulty = NOTICE.replace('SN1*1*24*EA', 'SN1*1*2X*EA').replace('HL*5*2*P', 'HL*5*9*P').replaceAll('~', '~\n');
    const { out } = await x12('validate asn.edi', { 'asn.edi': faulty });
    expect(out.replaceAll(/offset \d+/g, 'offset …')).toBe(
      [
        'asn.edi: SN1 segment 16, HL loop 4, set 0001, offset … (line 18): SN102 (units shipped) holds a character that its type does not allow; expected a decimal number, found "2X" [AK403-6]',
        '  SN1*1*2X*EA',
        '        ^^',
        'asn.edi: HL segment 17, HL02, HL loop 5, set 0001, offset … (line 19): the parent 9 of level 5 does not come before it; expected the number of an earlier level, found "9" [AK403-7]',
        '  HL*5*9*P',
        '       ^',
        'asn.edi: not valid: 1 interchange, 1 transaction set (0 accepted, 0 accepted with errors, 1 rejected), 2 errors, 0 warnings',
        'What it means:',
        '  element-invalid-character: https://example.invalid/dist-sdk/reference/issue-codes#element-invalid-character',
        '  level-parent: https://example.invalid/dist-sdk/reference/issue-codes#level-parent',
        '',
      ].join('\n'),
    );
  });

  it('names the page of five kinds of fault, and how many more there are', () => {
    const codes = ['a-1', 'a-2', 'a-1', 'a-3', 'a-4', 'a-5', 'a-6', 'a-7'];
    const lines = issueHelp(codes.map((code) => ({ code }))).split('\n');
    expect([lines.length, lines[1]?.slice(-4), lines[6]?.slice(0, 20)]).toEqual([8, '#a-1', '  and 2 more kinds: ']);
    expect(issueHelp([])).toBe('');
  });

  it('checks the rules of a guide', async () => {
    const guide = {
      name: 'sample guide',
      set: '850',
      release: '004010',
      places: [{ path: 'REF[01=IA]', usage: 'required' }],
    };
    const files = { a: GOOD, guide: JSON.stringify(guide) };
    const { code, out } = await x12('validate a --guide guide', files);
    expect(code).toBe(0);
    expect(out).toContain('[AK304-3, guide sample guide]');
    for (const wrong of ['no JSON', '{"name":"x"}', JSON.stringify({ ...guide, release: '009999' })])
      expect((await x12('validate a --guide guide', { ...files, guide: wrong })).code).toBe(2);
  });

  it('knows the sets of a dictionary, and lays a guide over them', async () => {
    const dictionary = {
      release: '004010',
      extends: '004010',
      sets: [
        {
          id: '850',
          functionalIdentifier: 'PO',
          name: 'Short order',
          structure: [{ segment: 'BEG', requirement: 'M', maximumUse: 1 }],
        },
      ],
    };
    const guide = { name: 'g', set: '850', release: '004010', places: [{ path: 'BEG02', codes: ['RL'] }] };
    const files = {
      a: interchange([['BEG*00*SA*PO1**20260114']]),
      d: JSON.stringify(dictionary),
      g: JSON.stringify(guide),
    };
    expect((await x12('validate a', files)).out).toContain('PO1');
    expect((await x12('validate a --dictionary d', files)).code).toBe(0);
    expect((await x12('validate a --dictionary d --guide g', files)).out).toContain('guide g]');
    for (const wrong of ['no JSON', '{}', JSON.stringify({ ...dictionary, extends: '009999' })])
      expect((await x12('validate a --dictionary d', { ...files, d: wrong })).code).toBe(2);
  });

  it('shows how far it has come with a large file, to a person only', { timeout: 60_000 }, async () => {
    // A little over the 8 MiB from which a file is large.
    const large = interchange(
      Array.from({ length: 13 }, () => [...ORDER.slice(0, -1), ...Array(20_000).fill(ORDER[9])]),
    );
    const { told } = await x12('validate a --json', { a: large }, { error: true });
    expect(told).toMatch(/^\ra: 33 %\ra: 66 %\ra: 100 %\r\S+$/);
    expect((await x12('validate a --json', { a: large })).told).toBe('');
  });
});

const all: readonly Definition[] = [...Object.values<Definition>(sets004010), ...Object.values<Definition>(sets005010)];

interface ReadSet extends Pick<ExaminedSet, 'type' | 'controlNumber' | 'status'> {
  readonly segments: { readonly length: number };
  readonly count?: number;
}

interface ReadInterchange extends Pick<ExaminedInterchange, 'header' | 'status' | 'retransmission'> {
  readonly groups: readonly (Pick<ExaminedGroup, 'header' | 'status'> & { readonly sets: readonly ReadSet[] })[];
}

describe('examine', () => {
  const unknown = ['ST*999*0001', 'AK1*PO*1'];
  const files: Record<string, string> = {
    'two sets': TWO,
    'a rejected set': interchange([ORDER, ORDER.slice(1)]),
    'a set that is not known, then one that is': interchange([unknown, ORDER]),
    'a group of another type': interchange([ORDER], { gs: { 1: 'SH' } }),
    'a group of a type that is not known, its first set neither': interchange([unknown, ORDER], { gs: { 1: 'IM' } }),
    'a release that is not known': interchange([ORDER], { gs: { 8: '003010' } }),
    'sets of another release, one of them not known': interchange([ORDER, unknown, ORDER], { gs: { 8: '004030' } }),
    'a rejected interchange': interchange([ORDER.slice(1)]).replace('IEA*1', 'IEA*3'),
    'a rejected group': interchange([ORDER.slice(1)]).replace('GE*1', 'GE*3'),
    'a file cut off': TWO.slice(0, -100),
    'two interchanges and what is none': `${GOOD}junk\n${BAD.replaceAll('000000001', '000000002')}`,
    'a bare TA1': `${isa()}TA1*000000005*260115*0830*A*000~IEA*0*000000001~`,
  };
  const setOf = ({ type, controlNumber, status, segments, count = segments.length }: ReadSet) => ({
    type,
    controlNumber,
    status,
    count,
  });
  const said = (interchanges: readonly ReadInterchange[]) =>
    interchanges.map(({ header, status, retransmission, groups }) => ({
      controlNumber: header.controlNumber,
      status,
      retransmission,
      groups: groups.map((group) => ({ header: group.header, status: group.status, sets: group.sets.map(setOf) })),
    }));
  const same = async (file: string | Uint8Array, nearestRelease = false): Promise<void> => {
    const { interchanges, issues } = read(file, { sets: all, nearestRelease });
    const found: ExaminedInterchange[] = [];
    const told: Issue[] = [];
    for await (const item of examine(file, { definitions: all, nearestRelease })) {
      if (item.kind === 'issue') told.push(item.issue);
      if (item.kind !== 'interchange') continue;
      found.push(item.interchange);
      told.push(...issuesOf(item.interchange));
    }
    expect(said(found)).toEqual(said(interchanges));
    expect(told.sort((one, other) => one.at.offset - other.at.offset)).toEqual(issues);
  };

  it.each(Object.entries(files))('says of %s what read says', async (_, file) => {
    await same(file);
    await same(file, true);
  });

  it('says what read says of the separators that a guide wants', async () => {
    const guide = readGuide({
      name: 'sample guide',
      set: '850',
      release: '004010',
      separators: { element: '|', component: '>', segment: '~' },
    });
    if (!guide.ok) throw new Error('a guide');
    const definitions = [withGuide(sets004010.purchaseOrder850, guide.value)];
    const told: Issue[] = [];
    for await (const item of examine(TWO, { definitions }))
      if (item.kind === 'interchange') told.push(...issuesOf(item.interchange));
    expect(told).toHaveLength(2);
    expect(told).toEqual(read(TWO, { sets: definitions }).issues);
  });

  it.skipIf(referenceFolder === undefined)('and of the edge files (skipped without the reference folder)', async () => {
    const folder = inReference('x12', 'edge');
    for (const name of readdirSync(folder)) await same(readFileSync(join(folder, name)));
  });
});

describe('x12 ack', () => {
  it.each([
    ['a 997 by default', '', '~AK2*850*0001~AK3*PO1*9**8~AK4*2*330*6*2O~AK5*R*5~AK9*R*1*1*0~'],
    ['a 999 when asked', ' --type 999', '~IK5*R*5~AK9*R*1*1*0~'],
    ['a TA1 alone when asked', ' --type ta1', '~TA1*000000001*260115*0830*A*000~IEA*0*000000001~'],
    ['its control number', ' --control-number 77', '*000000077*0*T*>~'],
  ])('answers with %s', async (_, option, part) => {
    const { code, out, told } = await x12(`ack a${option}`, { a: BAD });
    expect(code).toBe(1);
    expect(told).toContain('found "2O"');
    expect(out).toContain(part);
    expect(read(out, { sets: all }).issues).toEqual([]);
  });

  it('says who can not be answered', async () => {
    const { code, out, told } = await x12('ack a --type ta1', { a: interchange([ORDER], { isa: { 6: ' ' } }) });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(told).toContain('ISA06 of the interchange header is not valid, so the interchange can not be answered');
    expect(told).toContain('a: interchange 000000001 can not be answered: its sender or receiver');
  });

  it('counts the answers to several interchanges on', async () => {
    const { code, out } = await x12('ack a b', { a: GOOD, b: GOOD });
    expect(code).toBe(0);
    expect(out.match(/(?<=IEA\*1\*)\d+/g)).toEqual(['000000001', '000000002']);
  });

  it('--json prints what json prints of the answer', async () => {
    const { out } = await x12('ack a --json', { a: GOOD });
    expect(JSON.parse(out)[0].interchanges[0].groups[0].sets[0]).toMatchObject({ id: '997', status: 'accepted' });
  });

  it('owes a 997 no answer', async () => {
    const { out: answer } = await x12('ack a', { a: GOOD });
    const { code, out, told } = await x12('ack a', { a: answer });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(told).toContain('is owed no answer');
  });
});

describe('what has been received', () => {
  const OTHER = GOOD.replace('*24*', '*30*');

  it('is answered once: the same bytes are told, other bytes under the number refused', async () => {
    const first = await x12('ack a --seen list --remember', { a: GOOD, list: '' });
    expect(first.code).toBe(0);
    const list = first.given['list'] ?? '';
    expect(list).toMatch(/^ZZ\tSENDER\tZZ\tRECEIVER\tT\t000000001\t[0-9a-f]{64}\n$/);
    const again = await x12('ack a --seen list', { a: GOOD, list });
    expect(again).toMatchObject({ code: 0, out: '' });
    expect(again.told).toBe('a: interchange 000000001 was received before: send the answer of that time again\n');
    const other = await x12('ack a --seen list --type ta1', { a: OTHER, list });
    expect(other.code).toBe(1);
    expect(other.out).toContain('~TA1*000000001*260115*0830*R*025~');
  });

  it.each(['validate a b --seen list', 'json a b --seen list', 'json a b --seen list --lines'])(
    '%s sees a copy in another file of the same run',
    async (words) => {
      const { code, out, given } = await x12(words, { a: GOOD, b: GOOD, list: '' });
      expect({ code, list: given['list'] }).toEqual({ code: 0, list: '' });
      expect(out.match(/"status": ?"rejected"/g)?.length ?? out.match(/1 rejected/g)?.length).toBeGreaterThan(0);
      expect((await x12(words, { a: GOOD, b: OTHER, list: '' })).code).toBe(1);
    },
  );

  it('begins a list where there is none, and leaves out what is rejected as a whole', async () => {
    const rejected = GOOD.replace('IEA*1', 'IEA*2').replaceAll('000000001', '000000002');
    const { files } = await x12('json a b --seen list --remember', { a: GOOD, b: rejected });
    expect(files['list']?.split('\n')).toHaveLength(2);
  });

  it.each([
    ['a list that is not there', 'ack a --seen gone', 'gone can not be read'],
    ['a list that is none', 'ack a --seen a', 'a: line 1 is no interchange'],
    ['no list to remember in', 'ack a --remember', '--remember needs --seen FILE'],
  ])('%s ends with 2', async (_, words, part) => {
    const { code, told } = await x12(words, { a: GOOD });
    expect(code).toBe(2);
    expect(told).toContain(part);
  });
});

describe('another release', () => {
  const later = interchange([ORDER], { gs: { 8: '004030' } });

  it.each(['validate', 'ack', 'json', 'inspect'])(
    '%s refuses it, and reads it by the nearest when asked',
    async (name) => {
      expect((await x12(`${name} a`, { a: later })).code).toBe(1);
      const { code, out } = await x12(`${name} a --nearest-release`, { a: later });
      expect(code).toBe(0);
      if (name === 'ack') expect(out).toContain('~AK5*A~AK9*A*1*1*1~');
    },
  );
});

describe('large files', () => {
  const large: AsyncIterable<Uint8Array> = {
    async *[Symbol.asyncIterator]() {
      for (let count = 0; count < 257; count++) yield new Uint8Array(1024 * 1024);
    },
  };

  it.each([
    ['json', 'json a', 'x12 json --lines does not keep it'],
    ['diff', 'diff a a', 'x12 split makes smaller ones'],
    ['write', 'write a', 'would have to be kept in memory'],
  ])('%s says that it would have to keep one of 257 MiB, and what to do', async (_, words, part) => {
    const { code, told } = await x12(words, { a: large });
    expect(code).toBe(2);
    expect(told).toContain('larger than 256 MiB');
    expect(told).toContain(part);
  });

  it('mask gives the same wherever the pieces are cut', async () => {
    const file = `\ufeffTo: Mr. É\n${GOOD.replace('SAMPLE BUYER', 'ŁÓDŹ')}junk ${TWO.replaceAll('~', '\n')}Bye`;
    const whole = mask(file);
    for (const size of [1, 2, 3, 50, 107, 500]) {
      const pieces = Array.from({ length: Math.ceil(bytes(file).length / size) }, (_, at) =>
        bytes(file).subarray(at * size, (at + 1) * size),
      );
      const masked: Uint8Array[] = [];
      for await (const piece of maskStream(pieces)) masked.push(piece);
      expect(text(joined(masked))).toBe(text(whole));
    }
  });
});

describe('x12 json and write', () => {
  it.each([
    ['an order', GOOD],
    ['two sets', TWO],
    ['a ship notice', NOTICE],
    ['other separators and a line feed for a terminator', interchange([ORDER], { element: '|', terminator: '\n' })],
    [
      'a release with a repetition separator',
      interchange([ORDER], { isa: { 11: '^', 12: '00501' }, gs: { 8: '005010' } }),
    ],
    ['two interchanges', GOOD + NOTICE.replaceAll('000000001', '000000002')],
    ['a bare TA1', `${isa()}TA1*000000005*260115*0830*A*000~IEA*0*000000001~`],
  ])('%s comes back byte for byte', async (_, file) => {
    const { code, out } = await x12('json a', { a: file });
    expect(code).toBe(0);
    expect((await x12('write -', { '-': out })).out).toBe(file);
  });

  it('--lines prints each set as it goes by, and its interchange behind it', async () => {
    const { code, out } = await x12('json a --lines', {
      a: interchange([ORDER, ORDER.map((line) => line.replace('*24*', '*2O*'))]),
    });
    expect(code).toBe(1);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind, controlNumber, status }) => [kind, controlNumber, status])).toEqual([
      ['set', '0001', 'accepted'],
      ['set', '0002', 'rejected'],
      ['interchange', '000000001', 'accepted'],
    ]);
    const whole = JSON.parse((await x12('json a', { a: GOOD })).out)[0].interchanges[0];
    expect(lines[0].document).toEqual(whole.groups[0].sets[0].document);
    expect('document' in lines[1]).toBe(false);
    expect(lines[2].groups).toMatchObject([
      { id: 'PO', status: 'partially-accepted', sets: [{}, { status: 'rejected' }] },
    ]);
  });

  it('a rejected set has no document and can not be written', async () => {
    const { code, out, told } = await x12('json a', { a: BAD });
    expect(code).toBe(1);
    expect(told).toContain('found "2O"');
    const [set] = JSON.parse(out)[0].interchanges[0].groups[0].sets;
    expect(set).toEqual({ id: '850', controlNumber: '0001', status: 'rejected' });
    const written = await x12('write a', { a: out });
    expect(written).toMatchObject({ code: 1, out: '' });
    expect(written.told).toContain('0/interchanges/0/groups/0/sets/0/document');
  });

  it.each([
    ['no JSON', 'ISA*00', 'must be JSON'],
    ['another shape', '{"a":1}', 'must be an array of objects'],
    [
      'parts of another kind',
      '[{"interchanges":[{"sender":"me","groups":[]}]}]',
      '0/interchanges/0/sender: must be an object',
    ],
  ])('%s is refused with its place', async (_, content, part) => {
    const { code, out, told } = await x12('write a', { a: content });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(told).toContain(part);
  });

  it('a document that breaks the standard is refused with its place', async () => {
    const { out } = await x12('json a', { a: GOOD });
    const { code, told } = await x12('write a', { a: out.replace('"24"', '"2O"') });
    expect(code).toBe(1);
    expect(told).toContain('a: PO1 segment 9');
  });
});

describe('x12 split', () => {
  it('makes an interchange of each set, with its own bytes', async () => {
    const { code, out, files } = await x12('split a --into out/', { a: TWO });
    expect(code).toBe(0);
    expect(out).toBe('out/850-000000001-1-0001.edi\nout/850-000000001-1-0002.edi\n');
    expect(files['out/850-000000001-1-0001.edi']).toBe(GOOD);
    expect(files['out/850-000000001-1-0002.edi']).toBe(
      GOOD.replace('ST*850*0001', 'ST*850*0002').replace('*0001~GE', '*0002~GE'),
    );
  });

  it('makes a file of an interchange without sets, as it is', async () => {
    const answer = `${isa()}TA1*000000005*260115*0830*A*000~IEA*0*000000001~`;
    expect(
      (await x12('split a', { a: GOOD.replaceAll('000000001', '000000009') + answer })).files['./000000001.edi'],
    ).toBe(answer);
  });

  it('makes a file of each interchange, as it is', async () => {
    const second = TWO.replaceAll('000000001', '000000002').replaceAll('~', '~\n');
    const { files } = await x12('split a --by interchange', { a: GOOD + second });
    expect(Object.keys(files)).toEqual(['./000000001.edi', './000000002.edi']);
    expect(files['./000000001.edi']).toBe(GOOD);
    expect(second).toContain(files['./000000002.edi'] ?? 'nothing');
  });

  it('leaves out what is between interchanges', async () => {
    const second = TWO.replaceAll('000000001', '000000002');
    const { code, files } = await x12('split a --by interchange', { a: `before ${GOOD}between\n${second}after` });
    expect(code).toBe(1);
    expect(files).toEqual({ './000000001.edi': GOOD, './000000002.edi': second });
  });

  it('never overwrites, numbers what comes twice, and stays in its folder', async () => {
    expect((await x12('split a', { a: GOOD, './850-000000001-1-0001.edi': '' })).code).toBe(2);
    const odd = interchange([
      ['ST*850*../1', ...ORDER, 'SE*13*../1'],
      ['ST*850*../1', ...ORDER, 'SE*13*../1'],
    ]);
    const { code, out } = await x12('split a --json', { a: odd });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual(['./850-000000001-1-___1.edi', './850-000000001-1-___1-2.edi']);
  });
});

describe('x12 inspect, mask and diff', () => {
  it('inspect prints the tree', async () => {
    const { code, out } = await x12('inspect a b', { a: GOOD, b: BAD });
    expect(code).toBe(1);
    expect(out).toMatch(/^a\nInterchange 000000001[\s\S]*\nb\nInterchange/);
    expect(out).toContain('! error AK403-6: PO102');
  });

  it('mask prints the copy', async () => {
    const { code, out } = await x12('mask', { '-': GOOD });
    expect(code).toBe(0);
    expect(out).toContain('~N1*ST*XXXXXX XXXXX*92*1111~');
  });

  it.each([
    ['', '850 0001 → 0001\n~ PO1 loop 1 (assigned identification 1), PO102 quantity ordered: 24 → 30\n'],
    [
      ' --markdown',
      '## 850 0001 → 0001\n\n| change | place | before | after |\n|---|---|---|---|\n| changed | PO1 loop 1 (assigned identification 1), PO102 quantity ordered | 24 | 30 |\n\n',
    ],
  ])('diff%s tells the differences', async (option, expected) => {
    const { code, out } = await x12(`diff a b${option}`, { a: GOOD, b: GOOD.replace('*24*', '*30*') });
    expect({ code, out }).toEqual({ code: 0, out: expected });
  });

  it('inspect shows each issue once, those of a trailer behind the sets', async () => {
    const faulty = `${GOOD.replace('GE*1', 'GE*3').replace('IEA*1', 'IEA*4')}junk${BAD.replaceAll('000000001', '000000002')}`;
    const { code, out } = await x12('inspect a', { a: faulty });
    expect(code).toBe(1);
    const lines = out.split('\n').filter((line) => /! error|^(?: {2}Functional |Interchange)/.test(line));
    expect(lines.map((line) => line.replace(/:.*/, ''))).toEqual([
      'Interchange 000000001',
      '  Functional group 1',
      '    ! error AK905-5',
      '  ! error TA1-021',
      '! error',
      'Interchange 000000002',
      '  Functional group 1',
      expect.stringMatching(/^ +! error AK403-6$/),
    ]);
  });

  it('diff --json gives them as data, and null for what has no partner', async () => {
    const { out } = await x12('diff a b --json', { a: TWO, b: GOOD });
    expect(JSON.parse(out)).toEqual([
      { id: '850', before: '0001', after: '0001', changes: [] },
      { id: '850', before: '0002', after: null, changes: null },
    ]);
  });
});

describe('usage', () => {
  it.each([
    ['no command', '', 'Usage: x12 COMMAND'],
    ['a command that is none', 'valdate a', 'Did you mean validate?'],
    ['an option that is none', 'validate a --jsno', 'Did you mean --json?'],
    ['a value for a switch', 'validate a --json=yes', '--json takes no value'],
    ['an option without its value', 'validate a --guide', '--guide needs a value'],
    ['a value that is none of the choices', 'ack a --type 998', 'must be one of 997, 999, ta1'],
    ['too few files', 'diff a', 'takes 2 files; found 1'],
    ['standard input twice', 'diff - -', 'can be read only once'],
    ['a number that is none', 'ack a --control-number x', 'from 1 to 999999999'],
  ])('%s ends with 2 and says why', async (_, words, part) => {
    const { code, out, told } = words === '' ? await withoutWords() : await x12(words, { a: GOOD });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(told).toContain(part);
  });

  const withoutWords = async (): Promise<Outcome> => {
    let told = '';
    const code = await run([], {
      tell: (line: string) => {
        told += line;
      },
    } as System);
    return { code, out: '', told, files: {}, given: {} };
  };

  it('--version prints the version and nothing else', async () => {
    expect(await x12('--version')).toMatchObject({ code: 0, out: '1.2.3\n', told: '' });
  });

  it.each(['--help', 'inspect', 'validate', 'ack', 'json', 'write', 'split', 'mask', 'diff'])(
    '%s has help',
    async (name) => {
      const { code, out } = await x12(name === '--help' ? name : `${name} --help`);
      expect(code).toBe(0);
      expect(out).toMatch(name === '--help' ? /^Usage: x12 COMMAND/ : new RegExp(`^Usage: x12 ${name} `));
    },
  );

  it('does not wait for a person to type an interchange', async () => {
    const { code, told } = await x12('validate', {}, { input: true });
    expect(code).toBe(2);
    expect(told).toContain('needs a file');
  });

  it.each([
    ['jsn', 'json'],
    ['gide', 'guide'],
    ['zzzzzzzzz', undefined],
    ['x'.repeat(1000), undefined],
  ])('%s may mean %s', (given, meant) => {
    expect(nearest(given, ['json', 'guide', 'help'])).toBe(meant);
  });
});

describe('the process', () => {
  const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
  const loader = pathToFileURL(join(root, '..', '..', 'node_modules/tsx/dist/loader.mjs')).href;
  const start = (words: readonly string[], input: string) =>
    spawnSync(process.execPath, ['--import', loader, join(root, 'src/cli.ts'), ...words], { input, encoding: 'utf8' });

  it('reads standard input, writes standard output, and ends with the code', () => {
    const { status, stdout, stderr } = start(['validate', '--json'], BAD);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)[0].file).toBe('-');
  });

  it('ends quietly when nobody reads on', () => {
    const command = `"${process.execPath}" --import "${loader}" "${join(root, 'src/cli.ts')}" inspect - | head -c 10`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { input: GOOD.repeat(300), encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: 'Interchang', stderr: '' });
  });

  it('tells the version of its package.json', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { status, stdout, stderr } = start(['--version'], '');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('says in a sentence that a folder is no file', () => {
    const { status, stderr } = start(['validate', root], '');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^x12: .* can not be read: it is a folder; name the files in it\n$/);
  });
});
