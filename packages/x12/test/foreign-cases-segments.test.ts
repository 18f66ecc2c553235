import { readFileSync } from 'node:fs';
import { describe } from 'vitest';
import type {
  Definition,
  ElementUse,
  LoopUse,
  SegmentDefinition,
  SegmentUse,
  StructureNode,
} from '../src/definition/definition.ts';
import { readSegments } from '../src/definition/read-segments.ts';
import type { Segment, TransactionSet } from '../src/envelope/interchange.ts';
import type { Issue } from '../src/issue.ts';
import { parse } from '../src/parse.ts';
import { checkSegment } from '../src/validate/check-segment.ts';
import { validateSet } from '../src/validate/validate-set.ts';
import { type ForeignCase, foreignInput, testForeignCases } from './foreign-case.ts';
import { inReference, referenceFolder } from './reference-folder.ts';

interface NodeCase extends ForeignCase {
  /** `/ISA_LOOP/GS_LOOP/ST_LOOP/FOOTER/PLB`, an element (`…/CLM01`) or a component (`…/CLM05-01`). */
  readonly node: string;
  readonly kind: 'segment_if' | 'element_if' | 'composite_if';
  readonly input: string | null;
  readonly expected_valid: boolean;
  /** `code` is that of AK403. */
  readonly expected: readonly { readonly code: string }[];
}

/** As much of health care segments as the cases ask of, requirements as in the guides that they were made for. */
const segments = readSegments({
  release: '004010',
  segments: [
    `
CLM Claim
01 1028 M AN 1/38 Claim identifier
02 782 M R 1/18 Amount
03 1032 O ID 1/2 Filing
04 1343 O ID 1/2 Institution
05 C023 M Place
06 1073 O ID 1/1 Signature
07 1359 O ID 1/1 Assignment
08 1073 O ID 1/1 Benefits
09 1363 O ID 1/1 Release
10 1351 O ID 1/1 Source
11 C024 O Causes
12 1366 O ID 2/3 Program

SV1 Professional service
01 C003 M Procedure

SV2 Institutional service
01 234 O AN 1/48 Revenue
02 C003 O Procedure

PLB Provider adjustment
01 127 M AN 1/30 Reference
02 373 M DT 8/8 Date
03 C042 M Adjustment
04 782 M R 1/18 Amount

DTP Date
01 374 M ID 3/3 Qualifier
02 1250 M ID 2/3 Format
03 1251 M AN 1/35 Period

DMG Demographic
01 1250 X ID 2/3 Format
02 1251 X AN 1/35 Period
03 1068 O ID 1/1 Gender
notes P0102`,
  ],
  composites: `
C003 Procedure
01 235 M ID 2/2 Qualifier
02 234 M AN 1/48 Code

C023 Place
01 1331 M ID 1/2 Facility
02 1332 O ID 1/2 Qualifier
03 1325 O ID 1/1 Frequency

C024 Causes
01 1362 M ID 2/3 Cause
02 1362 O ID 2/3 Cause
03 1362 O ID 2/3 Cause
04 156 O ID 2/2 State
05 26 O ID 2/3 Country

C042 Adjustment
01 426 M ID 2/2 Reason
02 127 O AN 1/30 Reference`,
  codes: `
156 MI OH NY
235 HC
1331 03 11 12 21 22 23`,
});

function issuesOf(definition: SegmentDefinition, elements: readonly string[]): Issue[] {
  const issues: Issue[] = [];
  const segment: Segment = {
    id: definition.id,
    elements: elements.map((text) => ({ repeats: [text.split(':')] })),
    offset: 0,
    length: 0,
    position: 1,
  };
  checkSegment(definition, segment, { address: {}, path: [], report: (issue) => issues.push(issue) });
  return issues;
}

const codeOf = ({ acknowledgment = '' }: Issue): string => acknowledgment.replace('AK403-', '');

function compareNode({ node, kind, input, expected }: NodeCase): { expected: unknown; found: unknown } | undefined {
  const codes = expected.map(({ code }) => code);
  const place = /(?<id>[A-Z][A-Z0-9]{1,2}?)(?<element>\d\d)?(?:-(?<component>\d\d))?(?:\[\d+\])?\/?$/.exec(
    node,
  )?.groups;
  const definition = segments[place?.['id'] ?? ''];
  if (definition === undefined) return undefined;
  if (kind === 'segment_if') {
    const [, ...elements] = (input ?? '').replace('~', '').split('*');
    return { expected: codes, found: issuesOf(definition, elements).map(codeOf) };
  }
  // A composite is named by its segment alone: the first of it.
  const composite = definition.elements.findIndex(({ components }) => components !== undefined) + 1;
  const element = kind === 'composite_if' ? composite : Number(place?.['element']);
  const component = Number(place?.['component'] ?? 0);
  const text = component > 1 ? `${'11'.padEnd(2)}${':'.repeat(component - 1)}${input ?? ''}` : (input ?? '');
  const elements = definition.elements.map((_, index) => (index === element - 1 ? text : ''));
  const found = issuesOf(definition, elements).filter(
    ({ at, code }) =>
      at.element === element &&
      (component === 0 || at.component === component) &&
      // Where one component is looked at, those that were not given are no fault.
      (component === 0 || code !== 'element-missing'),
  );
  return { expected: codes, found: found.map(codeOf) };
}

interface StreamCase extends ForeignCase {
  readonly input: string | null;
  readonly schemas: readonly string[];
  readonly recorded_by_us?: {
    readonly errors: readonly { readonly error: string; readonly segmentPosition: number }[];
    readonly exception: string | null;
  } | null;
}

const STRUCTURE_ERRORS: Readonly<Record<string, string>> = {
  MANDATORY_SEGMENT_MISSING: 'segment-missing',
  UNEXPECTED_SEGMENT: 'segment-unexpected',
  SEGMENT_NOT_IN_PROPER_SEQUENCE: 'segment-out-of-sequence',
  SEGMENT_EXCEEDS_MAXIMUM_USE: 'segment-over-use',
  SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET: 'segment-not-in-set',
  LOOP_OCCURS_OVER_MAXIMUM_TIMES: 'loop-over-repeat',
  TOO_MANY_DATA_ELEMENTS: 'element-too-many',
};

const TX = '/x12/EDISchemaSegmentValidationTx.xml';

/** A schema of theirs as a definition: as much as the cases of segment order use. */
function definitionOf(xml: string): Definition {
  const types = [...xml.matchAll(/<segmentType name="(\w+)">([\s\S]*?)<\/segmentType>/g)];
  const segmentsOf = Object.fromEntries(
    types.map(([, id = '', body = '']): [string, SegmentDefinition] => [
      id,
      { id, name: id, notes: [], elements: [...body.matchAll(/<element /g)].map((_, at) => anyElement(id, at + 1)) },
    ]),
  );
  const transaction = /<transaction>([\s\S]*?)<\/transaction>/.exec(xml)?.[1] ?? '';
  return {
    id: '000',
    release: '005010',
    functionalIdentifier: 'ZZ',
    name: 'test',
    structure: nodesOf(transaction),
    // A segment of their envelope that the set does not have.
    segments: { ...segmentsOf, S0B: { id: 'S0B', name: 'S0B', notes: [], elements: [] } },
  };
}

const anyElement = (id: string, number: number): ElementUse => ({
  designator: `${id}${String(number).padStart(2, '0')}`,
  element: '999',
  name: `value${number}`,
  requirement: 'M',
  type: 'AN',
  minimum: 1,
  maximum: 99,
  repeat: 1,
});

function nodesOf(xml: string): StructureNode[] {
  const parts = xml.matchAll(/<loop (?<loop>[^>]*)>(?<body>[\s\S]*?)<\/loop>|<segment (?<segment>[^>]*)\/>/g);
  return [...parts].map(({ groups }): StructureNode => {
    const attributes = groups?.['loop'] ?? groups?.['segment'] ?? '';
    const number = (name: string, absent: number) =>
      Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? absent);
    const requirement = number('minOccurs', 0) > 0 ? 'M' : 'O';
    if (groups?.['segment'] !== undefined) {
      const segment = /ref="(\w+)"/.exec(attributes)?.[1] ?? '';
      const use: SegmentUse = {
        kind: 'segment',
        segment,
        key: segment,
        requirement,
        maximumUse: number('maxOccurs', 1),
        sure: true,
      };
      return use;
    }
    const children = nodesOf(groups?.['body'] ?? '');
    const loop = (children[0] as SegmentUse).segment;
    const use: LoopUse = {
      kind: 'loop',
      loop,
      key: `${loop}Loop`,
      requirement,
      repeat: number('maxOccurs', 1),
      hierarchical: false,
      children,
      sure: true,
    };
    return use;
  });
}

function compareOrder(each: StreamCase): { expected: unknown; found: unknown } | undefined {
  const { input, schemas, recorded_by_us: recorded } = each;
  if (input === null || !recorded || recorded.exception !== null) return undefined;
  if (schemas.length === 0) return compareControl(foreignInput(input), recorded.errors);
  if (!schemas.includes(TX)) return undefined;
  const definition = definitionOf(
    readFileSync(inReference('x12', 'cases', 'staedi-schemas', 'x12__EDISchemaSegmentValidationTx.xml'), 'utf8'),
  );
  const lines = new TextDecoder()
    .decode(foreignInput(input))
    .split('~')
    .map((line) => line.trim().split('*'));
  const start = lines.findIndex(([id]) => id === 'S01');
  const end = lines.findIndex(([id]) => id === 'S09');
  const all = lines.slice(start, end + 1).map(
    ([id = '', ...elements], index): Segment => ({
      // Their set begins with S01 and ends with S09.
      id: index === 0 ? 'ST' : index === end - start ? 'SE' : id,
      elements: elements.map((text) => ({ repeats: [[text]] })),
      offset: index,
      length: 0,
      position: index + 1,
    }),
  );
  const set: TransactionSet = {
    type: '000',
    controlNumber: '0001',
    segments: all,
    issues: [],
    address: {},
    offset: 0,
    length: 0,
  };
  const { issues } = validateSet(definition, set, { issues: 100 });
  return {
    expected: recorded.errors.map(({ error, segmentPosition }) => [STRUCTURE_ERRORS[error], segmentPosition - start]),
    found: issues.map(({ code, at }) => [code, at.segment]),
  };
}

const CONTROL_ERRORS: Readonly<Record<string, string>> = {
  CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT: 'set-segment-count',
  CONTROL_REFERENCE_MISMATCH: 'group-trailer-control-number',
};

/** Without a schema of theirs only the envelope is checked. */
function compareControl(bytes: Uint8Array, errors: readonly { readonly error: string }[]) {
  const groups = parse(bytes).interchanges.flatMap((interchange) => interchange.groups);
  const issues = groups.flatMap(({ issues: own, sets }) => [...sets.flatMap((set) => set.issues), ...own]);
  return {
    expected: errors.flatMap(({ error }) => CONTROL_ERRORS[error] ?? []),
    found: issues.map(({ code }) => code),
  };
}

describe.skipIf(referenceFolder === undefined)(
  'cases of other libraries (skipped without the reference folder)',
  () => {
    testForeignCases<NodeCase>('pyx12-element-segment-validation', compareNode);
    testForeignCases<StreamCase>('staedi-stream-validation', compareOrder);
  },
);
