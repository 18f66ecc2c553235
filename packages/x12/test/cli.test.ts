import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as sets004010 from '../src/004010.ts';
import * as sets005010 from '../src/005010.ts';
import { examine } from '../src/cli/examine.ts';
import { Failure } from '../src/cli/failure.ts';
import { nearest } from '../src/cli/nearest.ts';
import { run } from '../src/cli/run.ts';
import type { System } from '../src/cli/system.ts';
import type { Definition } from '../src/definition/definition.ts';
import { read } from '../src/read.ts';
import { inReference, referenceFolder } from './reference-folder.ts';
import { interchange, isa, ORDER, SHIP_NOTICE } from './sample.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly told: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Runs a command among the given files; a name that is `-` is standard input. */
async function x12(
  words: string,
  given: Readonly<Record<string, string | Uint8Array>> = {},
  terminal: { readonly input?: boolean; readonly error?: boolean } = {},
): Promise<Outcome> {
  const files = new Map(Object.entries(given).map(([name, content]) => [name, contentOf(content)]));
  const out: Uint8Array[] = [];
  let told = '';
  const system: System = {
    isInputTerminal: terminal.input ?? false,
    isErrorTerminal: terminal.error ?? false,
    async *read(file) {
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
    now: () => new Date('2026-01-15T09:00:00Z'),
  };
  const code = await run(words.split(' '), system);
  const made = [...files].filter(([name]) => !(name in given)).map(([name, content]) => [name, text(content)] as const);
  return { code, out: out.map(text).join(''), told, files: Object.fromEntries(made) };
}

const contentOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? bytes(content) : content;

const GOOD = interchange([ORDER]);
const BAD = GOOD.replace('PO1*1*24*', 'PO1*1*2O*');
const TWO = interchange([ORDER, ORDER]);
const NOTICE = interchange([['ST*856*0001', ...SHIP_NOTICE]], { gs: { 1: 'SH' } });

/** With HL04, which is written also where it was left out. */
const FULL_NOTICE = NOTICE.replaceAll(
  /(HL\*\d\*\d?\*)([SOPI])/g,
  (_, start, level) => `${start}${level}*${level === 'I' ? 0 : 1}`,
);

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
        '',
      ].join('\n'),
    );
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

  it('shows how far it has come with a large file, to a person only', { timeout: 60_000 }, async () => {
    const large = interchange(
      Array.from({ length: 30 }, () => [...ORDER.slice(0, -1), ...Array(20_000).fill(ORDER[9])]),
    );
    const { told } = await x12('validate a --json', { a: large }, { error: true });
    expect(told).toMatch(/^\ra: 33 %\ra: 66 %\ra: 100 %\r\S+$/);
    expect((await x12('validate a --json', { a: large })).told).toBe('');
  });
});

const all: readonly Definition[] = [...Object.values<Definition>(sets004010), ...Object.values<Definition>(sets005010)];

describe('examine', () => {
  const unknown = ['ST*999*0001', 'AK1*PO*1'];
  const files: Record<string, string> = {
    'two sets': TWO,
    'a rejected set': interchange([ORDER, ORDER.slice(1)]),
    'a set that is not known, then one that is': interchange([unknown, ORDER]),
    'a group of another type': interchange([ORDER], { gs: { 1: 'SH' } }),
    'a group of a type that is not known, its first set neither': interchange([unknown, ORDER], { gs: { 1: 'IM' } }),
    'a release that is not known': interchange([ORDER], { gs: { 8: '003010' } }),
    'a rejected interchange': interchange([ORDER.slice(1)]).replace('IEA*1', 'IEA*3'),
    'a rejected group': interchange([ORDER.slice(1)]).replace('GE*1', 'GE*3'),
    'a file cut off': TWO.slice(0, -100),
    'two interchanges and what is none': `${GOOD}junk\n${BAD.replaceAll('000000001', '000000002')}`,
    'a bare TA1': `${isa()}TA1*000000005*260115*0830*A*000~IEA*0*000000001~`,
  };
  const same = async (file: string | Uint8Array): Promise<void> => {
    const { interchanges, issues } = read(file, { sets: all });
    const expected = interchanges.map(({ header, groups }) => ({
      controlNumber: header.controlNumber,
      groups: groups.map(({ header: group, sets }) => ({
        header: group,
        sets: sets.map(({ type, controlNumber, status, segments }) => ({
          type,
          controlNumber,
          status,
          segments: segments.length,
        })),
      })),
    }));
    const found = await examine(file, all);
    expect(found.interchanges).toEqual(expected);
    expect(found.issues).toEqual(issues);
  };

  it.each(Object.entries(files))('says of %s what read says', async (_, file) => {
    await same(file);
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

describe('x12 json and write', () => {
  it.each([
    ['an order', GOOD],
    ['two sets', TWO],
    ['a ship notice', FULL_NOTICE],
    ['other separators and a line feed for a terminator', interchange([ORDER], { element: '|', terminator: '\n' })],
    [
      'a release with a repetition separator',
      interchange([ORDER], { isa: { 11: '^', 12: '00501' }, gs: { 8: '005010' } }),
    ],
    ['two interchanges', GOOD + FULL_NOTICE.replaceAll('000000001', '000000002')],
    ['a bare TA1', `${isa()}TA1*000000005*260115*0830*A*000~IEA*0*000000001~`],
  ])('%s comes back byte for byte', async (_, file) => {
    const { code, out } = await x12('json a', { a: file });
    expect(code).toBe(0);
    expect((await x12('write -', { '-': out })).out).toBe(file);
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

  it('makes a file of each interchange, as it is', async () => {
    const second = TWO.replaceAll('000000001', '000000002').replaceAll('~', '~\n');
    const { files } = await x12('split a --by interchange', { a: GOOD + second });
    expect(Object.keys(files)).toEqual(['./000000001.edi', './000000002.edi']);
    expect(files['./000000001.edi']).toBe(GOOD);
    expect(second).toContain(files['./000000002.edi'] ?? 'nothing');
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
    return { code, out: '', told, files: {} };
  };

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

  it('says in a sentence that a folder is no file', () => {
    const { status, stderr } = start(['validate', root], '');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^x12: .* can not be read: it is a folder; name the files in it\n$/);
  });
});
