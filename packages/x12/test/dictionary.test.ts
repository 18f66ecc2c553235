import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as sets004010 from '../src/004010.ts';
import { decode } from '../src/decode.ts';
import type { Definition, SegmentDefinition, StructureNode } from '../src/definition/definition.ts';
import { type DictionaryJson, readDictionary } from '../src/dictionary.ts';
import { encode } from '../src/encode.ts';
import { readGuide } from '../src/guide/read-guide.ts';
import { withGuide } from '../src/guide/with-guide.ts';
import { parse } from '../src/parse.ts';
import { read } from '../src/read.ts';
import { interchange } from './sample.ts';

const base: readonly Definition[] = Object.values(sets004010);

/** A whole dictionary of its own: nothing is taken from the package. */
const OWN: DictionaryJson = {
  release: '004010',
  elements: {
    '353': { name: 'Purpose', type: 'ID', minimum: 2, maximum: 2, codes: ['00', '01'] },
    '380': { name: 'Quantity', type: 'R', minimum: 1, maximum: 15 },
  },
  composites: {
    C001: {
      name: 'Unit',
      elements: [
        { element: '-', requirement: 'M', name: 'Unit code', type: 'ID', minimum: 2, maximum: 2 },
        { element: '-', requirement: 'O', name: 'Exponent', type: 'R', minimum: 1, maximum: 15 },
      ],
    },
  },
  segments: {
    BXX: { name: 'Start', elements: [{ element: '353', requirement: 'M' }] },
    LXX: {
      name: 'Line',
      elements: [
        { element: '380', requirement: 'X' },
        { element: 'C001', requirement: 'X' },
      ],
      notes: ['P0102'],
    },
    DXX: { name: 'Detail', elements: [{ element: '380', requirement: 'M', maximum: 3 }] },
  },
  sets: [
    {
      id: '999',
      functionalIdentifier: 'XX',
      name: 'Own set',
      structure: [
        { segment: 'BXX', requirement: 'M', maximumUse: 1 },
        {
          loop: 'LXX',
          requirement: 'M',
          repeat: '>1',
          children: [{ segment: 'DXX', requirement: 'O', maximumUse: 2 }],
        },
        { segment: 'BXX', requirement: 'O', maximumUse: 1 },
      ],
    },
  ],
};

const faults = (json: unknown, options: Parameters<typeof readDictionary>[1] = {}): string[] =>
  readDictionary(json, options).issues.map(({ code, path }) => `${code} ${path.join('.')}`);

function only(json: unknown, options: Parameters<typeof readDictionary>[1] = {}): Definition {
  const result = readDictionary(json, options);
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result.value[0] as Definition;
}

function received(definition: Definition, gs01: string, segments: readonly string[]) {
  const text = interchange([[`ST*${definition.id}*0001`, ...segments]], { gs: { 1: gs01, 8: definition.release } });
  return read(text, { sets: [definition] });
}

describe('a dictionary of its own', () => {
  const definition = only(OWN);
  const GOOD = ['BXX*00', 'LXX*12*EA>2', 'DXX*123', 'DXX*1', 'LXX*1*CA'];

  it('gives a typed document, elements by the names in it', () => {
    const [set] = received(definition, 'XX', GOOD).sets;
    expect(set?.issues).toEqual([]);
    expect(set?.document).toEqual({
      BXX: { purpose: '00' },
      LXXLoop: [
        {
          LXX: { quantity: '12', unit: { unitCode: 'EA', exponent: '2' } },
          DXX: [{ quantity: '123' }, { quantity: '1' }],
        },
        { LXX: { quantity: '1', unit: { unitCode: 'CA' } } },
      ],
    });
  });

  it('a document is written as it was read, a second place of a segment by its own name', () => {
    const [set] = received(definition, 'XX', [...GOOD, 'BXX*01']).sets;
    expect(set?.document).toMatchObject({ BXX: { purpose: '00' }, BXX2: { purpose: '01' } });
    const encoded = encode(definition, set?.document as never);
    expect(encoded.ok && encoded.value.map(({ id }) => id)).toEqual(['BXX', 'LXX', 'DXX', 'DXX', 'LXX', 'BXX']);
  });

  it.each<[string, string[], string, string | undefined]>([
    ['a code outside a closed list', ['BXX*05', 'LXX*1*EA'], 'element-invalid-code', 'AK403-7'],
    ['a broken syntax note', ['BXX*00', 'LXX*1'], 'element-conditional', 'AK403-2'],
    ['more than a place takes', ['BXX*00', 'LXX*1*EA', 'DXX*1', 'DXX*1', 'DXX*1'], 'segment-over-use', 'AK304-5'],
    ['more than the place says of the element', ['BXX*00', 'LXX*1*EA', 'DXX*1234'], 'element-too-long', 'AK403-5'],
    ['a mandatory loop that is not there', ['BXX*00'], 'segment-missing', 'AK304-3'],
    ['a component that is too long', ['BXX*00', 'LXX*1*EACH'], 'element-too-long', 'AK403-5'],
  ])('%s is an issue', (_, segments, code, acknowledgment) => {
    const [set] = received(definition, 'XX', segments).sets;
    expect(set?.issues.map((issue) => [issue.code, issue.acknowledgment])).toEqual([[code, acknowledgment]]);
    expect(set?.status).toBe('rejected');
  });

  it('nothing rejects where the dictionary says that it is unsure', () => {
    const unsure = only({ ...OWN, unsure: true });
    const [set] = received(unsure, 'XX', ['BXX*00', 'LXX*1*EA', 'DXX*1234', 'DXX*1', 'DXX*1']).sets;
    expect(set?.issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'element-too-long information',
      'segment-over-use information',
    ]);
    expect(set?.status).toBe('accepted');
  });

  it('a guide can be laid over it', () => {
    const guide = readGuide(
      { name: 'g', set: '999', release: '004010', places: [{ path: 'BXX01', codes: ['01'] }], violations: {} },
      { definition },
    );
    if (!guide.ok) throw new Error(guide.issues.map(({ message }) => message).join('\n'));
    const [set] = received(withGuide(definition, guide.value), 'XX', GOOD).sets;
    expect(set?.issues.map(({ code }) => code)).toEqual(['guide-code']);
  });
});

describe('a dictionary that extends a release', () => {
  const SET = {
    release: '004010',
    extends: '004010',
    sets: [
      {
        id: '998',
        functionalIdentifier: 'XX',
        name: 'A set of known segments',
        structure: [
          { segment: 'BGN', requirement: 'M', maximumUse: 1 },
          {
            loop: 'HL',
            requirement: 'O',
            repeat: 100,
            tree: true,
            children: [{ segment: 'REF', requirement: 'O', maximumUse: 3 }],
          },
        ],
      },
    ],
  };

  it('has the segments of that release, with its names', () => {
    const definition = only(SET, { base });
    const [set] = received(definition, 'XX', ['BGN*00*A1*20260115', 'HL*1**S*1', 'REF*BM*7', 'HL*2*1*O*0']).sets;
    expect(set?.issues).toEqual([]);
    expect(set?.document).toMatchObject({
      HLLoop: [{ REF: [{ referenceNumber: '7' }], children: [{ HL: { levelId: '2' } }] }],
    });
  });

  it('its elements are known by their number, and a segment of its own goes before', () => {
    const REF = {
      name: 'Own reference',
      elements: [
        { element: '128', requirement: 'M' },
        { element: 'C040', requirement: 'O' },
      ],
    };
    const definition = only({ ...SET, segments: { REF } }, { base });
    expect(definition.segments['REF']?.elements).toMatchObject([
      { designator: 'REF01', name: 'referenceQualifier', type: 'ID', minimum: 2, maximum: 3 },
      { designator: 'REF02', components: [{ designator: 'REF02-1' }, {}, {}, {}, {}, {}] },
    ]);
    expect(sets004010.purchaseOrder850.segments['REF']?.elements.length).toBe(4);
  });

  it('is refused without a definition of that release', () => {
    expect(faults(SET)).toEqual(['dictionary-malformed extends']);
    expect(faults({ ...SET, extends: '005010' }, { base })).toEqual(['dictionary-malformed extends']);
  });
});

describe('a dictionary that is wrong', () => {
  const [own] = OWN.sets;
  const withSet = (part: object) => ({ ...OWN, sets: [{ ...own, ...part }] });
  const withSegment = (segment: object) => ({ ...OWN, segments: { ...OWN.segments, DXX: segment } });
  const place = { segment: 'BXX', requirement: 'M', maximumUse: 1 };

  it.each<[string, unknown, string[]]>([
    ['text', 'a dictionary', ['']],
    ['nothing', null, ['']],
    ['no sets', { release: '004010' }, ['sets']],
    ['a release that is none', { ...OWN, release: '4010' }, ['release']],
    ['a property that is not known', { ...OWN, set: [] }, ['set']],
    ['a set that comes twice', { ...OWN, sets: [own, own] }, ['sets.1.id']],
    [
      'a segment that is known nowhere',
      withSet({ structure: [{ ...place, segment: 'ZZZ' }] }),
      ['sets.0.structure.0.segment'],
    ],
    [
      'a segment of the envelope',
      withSet({ structure: [{ ...place, segment: 'ST' }] }),
      ['sets.0.structure.0.segment'],
    ],
    ['a maximum use of none', withSet({ structure: [{ ...place, maximumUse: 0 }] }), ['sets.0.structure.0.maximumUse']],
    [
      'a tree that is not of HL',
      withSet({ structure: [{ loop: 'LXX', requirement: 'O', repeat: 1, tree: true }] }),
      ['sets.0.structure.0.tree'],
    ],
    [
      'a loop that holds its own start',
      withSet({ structure: [{ loop: 'BXX', requirement: 'O', repeat: 1, children: [place] }] }),
      ['sets.0.structure.0.children.0'],
    ],
    [
      'an element that is known nowhere',
      withSegment({ name: 'D', elements: [{ element: '1', requirement: 'M' }] }),
      ['segments.DXX.elements.0'],
    ],
    [
      'a composite with a length of its own',
      withSegment({ name: 'D', elements: [{ element: 'C001', requirement: 'M', maximum: 2 }] }),
      ['segments.DXX.elements.0'],
    ],
    [
      'a length that is contrary',
      withSegment({ name: 'D', elements: [{ element: '380', requirement: 'M', minimum: 16 }] }),
      ['segments.DXX.elements.0.maximum'],
    ],
    [
      'a name that every object has',
      withSegment({ name: 'D', elements: [{ element: '380', requirement: 'M', name: 'Constructor' }] }),
      ['segments.DXX.elements.0.name'],
    ],
    [
      'a note about an element that is not there',
      withSegment({ name: 'D', elements: [{ element: '380', requirement: 'M' }], notes: ['P0102', 'P0001'] }),
      ['segments.DXX.notes.0', 'segments.DXX.notes.1'],
    ],
    [
      'a composite in a composite',
      {
        ...OWN,
        composites: { ...OWN.composites, C002: { name: 'C', elements: [{ element: 'C001', requirement: 'M' }] } },
      },
      ['composites.C002.elements.0.element'],
    ],
    [
      'a key that is no segment',
      { ...OWN, segments: { ...OWN.segments, long1: OWN.segments?.['BXX'] } },
      ['segments.long1'],
    ],
    [
      'a key that every object has',
      JSON.parse(
        `{"release":"004010","sets":${JSON.stringify(OWN.sets)},"segments":{"__proto__":${JSON.stringify(OWN.segments?.['BXX'])}}}`,
      ),
      [
        'segments.__proto__',
        'segments.__proto__.elements.0',
        'sets.0.structure.0.segment',
        'sets.0.structure.1.loop',
        'sets.0.structure.2.segment',
      ],
    ],
  ])('%s is told with its place', (_, json, paths) => {
    expect(faults(json)).toEqual(paths.map((path) => `dictionary-malformed ${path}`));
  });

  it('loops in one another have an end', () => {
    let node: object = { loop: 'LXX', requirement: 'O', repeat: 1 };
    for (let depth = 0; depth < 10_000; depth++) node = { loop: 'LXX', requirement: 'O', repeat: 1, children: [node] };
    const [fault = '', ...others] = faults(withSet({ structure: [node] }));
    expect(fault.match(/children/g)?.length).toBe(12);
    expect(others).toEqual([]);
  });

  it('a segment has at most a hundred elements', () => {
    const elements = (count: number) => Array.from({ length: count }, () => ({ element: '380', requirement: 'O' }));
    expect(faults(withSegment({ name: 'D', elements: elements(100) }))).toEqual([]);
    expect(faults(withSegment({ name: 'D', elements: elements(101) }))).toEqual([
      'dictionary-malformed segments.DXX.elements',
    ]);
  });

  it('at most a hundred faults are told', () => {
    const structure = Array.from({ length: 900 }, () => ({ ...place, segment: 'ZZZ' }));
    expect(faults(withSet({ structure })).length).toBe(100);
  });

  it('law: whatever JSON it is, the answer is a value', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(OWN.sets, OWN.segments, OWN.elements, '004010', []));
    const json = fc.record(
      { release: part, extends: part, elements: part, composites: part, segments: part, sets: part },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), json), (value) => {
        const result = readDictionary(value, { base });
        expect(result.ok).toBe(result.issues.length === 0);
      }),
      { numRuns: 300 },
    );
  });
});

/** The tables of the package as a dictionary: what a licensed release would look like. */
function asDictionary({ id, release, functionalIdentifier, name, structure, segments }: Definition): unknown {
  const elements = (uses: SegmentDefinition['elements']): unknown[] =>
    uses.map(({ element, requirement, type, minimum, maximum, codes, components, repeat, unsure, name: own }) => ({
      element,
      requirement,
      repeat,
      name: own.replace(/\d+$/, '').replace(/[A-Z]/g, ' $&'),
      ...(unsure === undefined ? {} : { unsure }),
      ...(components === undefined ? { type, minimum, maximum } : {}),
      ...(codes === undefined ? {} : { codes: [...codes] }),
    }));
  const composites: Record<string, unknown> = {};
  for (const use of Object.values(segments).flatMap((segment) => segment.elements))
    if (use.components)
      composites[use.element] = { name: use.element, elements: elements(use.components), notes: use.notes };
  const most = (count: number) => (count === Number.POSITIVE_INFINITY ? '>1' : count);
  const nodes = (all: readonly StructureNode[]): unknown[] =>
    all.map((node) => {
      const { requirement, sure } = node;
      if (node.kind === 'segment')
        return { segment: node.segment, requirement, maximumUse: most(node.maximumUse), unsure: !sure };
      const children = nodes(node.children.slice(1));
      return {
        loop: node.loop,
        requirement,
        repeat: most(node.repeat),
        tree: node.hierarchical,
        children,
        unsure: !sure,
      };
    });
  const table = Object.values(segments).map((segment) => [
    segment.id,
    { name: segment.name, notes: segment.notes, elements: elements(segment.elements) },
  ]);
  return {
    release,
    composites,
    segments: Object.fromEntries(table),
    sets: [{ id, functionalIdentifier, name, structure: nodes(structure) }],
  };
}

it.each(base.map((definition) => [definition.id, definition] as const))(
  'law: the %s as a dictionary has the structure and the elements that it has in the tables',
  (_, definition) => {
    const again = only(JSON.parse(JSON.stringify(asDictionary(definition))));
    expect(again.structure).toEqual(definition.structure);
    const facts = (segment: SegmentDefinition | undefined) =>
      segment?.elements.map(({ name: _name, components, ...use }) => [
        use,
        components?.map(({ name: _own, ...one }) => one),
      ]);
    for (const id of Object.keys(definition.segments))
      expect(facts(again.segments[id]), id).toEqual(facts(definition.segments[id]));
  },
);

describe('the dictionaries of the package', () => {
  const folder = new URL('../dictionaries/', import.meta.url);
  const dictionaries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const load = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

  const SAMPLES: Readonly<Record<string, readonly string[]>> = {
    '004010/180.json': [
      'BGN*00*RMA70412*20260115',
      'N9*IA*57928480',
      'N1*RL*SAMPLE STORE*92*17',
      'BLI*UP*012345678905*2*EA**3.25',
      'RDR*RT*01',
      'PRF*SMP70412',
      'DTM*007*20260114',
    ],
    '004010/812.json': [
      'BCD*20260115*CM4711*M*2436*C**INV9001***SMP70412',
      'N9*IV*INV9001',
      'N1*SU*EXAMPLE SUPPLIER*92*44',
      'CDD*01*C**2436**' + '*2*EA',
      'LIN**UP*012345678905',
    ],
    '004030/753.json': [
      'BGN*00*RR70412*20260115',
      'N1*SF*EXAMPLE SUPPLIER*92*44',
      'N4*ANYTOWN*TX*75001',
      'LX*1',
      'N1*ST*SAMPLE STORE*92*17',
      'G62*10*20260120',
      'USI*4*PLT',
      'OID**SMP70412**CT*96*L*1200',
    ],
    '004030/754.json': [
      'BGN*00*RI70412*20260116',
      'N1*SF*EXAMPLE SUPPLIER*92*44',
      'LX*1',
      'L11*LD4711*LO',
      'BLR*ABCD',
      'OID**SMP70412',
      'G62*10*20260120',
      'N1*ST*SAMPLE STORE*92*17',
    ],
  };

  it('each has a sample here', () => {
    expect(dictionaries.sort()).toEqual(Object.keys(SAMPLES));
  });

  it.each(Object.entries(SAMPLES))('%s reads a sound set, and says of itself that it is unsure', (file, segments) => {
    const json = load(file) as DictionaryJson;
    expect(json).toMatchObject({ unsure: true, source: expect.any(String) });
    const definition = only(json, { base });
    const [set] = received(definition, definition.functionalIdentifier, segments).sets;
    expect(set?.issues).toEqual([]);
    expect(set?.status).toBe('accepted');
    expect(set?.definition?.id).toBe(definition.id);
  });

  it.each<[string, string, number, string, string]>([
    ['004010/180.json', 'a segment that belongs elsewhere', 5, 'PO1*1', 'segment-not-in-set error'],
    [
      '004010/180.json',
      'a quantity that is no number',
      3,
      'BLI*UP*012345678905*2O*EA',
      'element-invalid-character information',
    ],
    [
      '004010/812.json',
      'an amount with letters',
      0,
      'BCD*20260115*CM4711*M*24x6*C',
      'element-invalid-character information',
    ],
    ['004030/753.json', 'a reference without its pair', 7, 'OID**SMP70412**CT', 'element-conditional error'],
    ['004030/754.json', 'a date that is none', 6, 'G62*10*20260231', 'element-invalid-date error'],
  ])('%s finds %s', (file, _, index, segment, expected) => {
    const definition = only(load(file), { base });
    const segments = (SAMPLES[file] as string[]).with(index, segment);
    const [set] = received(definition, definition.functionalIdentifier, segments).sets;
    expect(set?.issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual([expected]);
  });

  it('decode takes their definitions too', () => {
    const definition = only(load('004010/180.json'), { base });
    const text = interchange([['ST*180*0001', ...(SAMPLES['004010/180.json'] as string[])]], { gs: { 1: 'AN' } });
    const set = parse(text).interchanges[0]?.groups[0]?.sets[0];
    const result = decode(definition, set as never);
    expect(result.ok && result.value).toMatchObject({
      BLILoop: [{ BLI: { productId: '012345678905' }, RDR: { disposition: 'RT' } }],
    });
  });
});
