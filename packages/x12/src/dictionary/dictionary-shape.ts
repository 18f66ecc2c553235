import type { DataType, ElementUse, Requirement } from '../definition/definition.ts';
import { type JsonShape, shapeFault, shapes } from '../guide/json-shape.ts';
import type {
  DictionaryElement,
  DictionaryElementUse,
  DictionaryJson,
  DictionaryLoop,
  DictionaryNode,
  DictionaryPlace,
  DictionarySegment,
  DictionarySet,
} from './dictionary-json.ts';

const { text, integer, flag, oneOf, list, record, object, either } = shapes;

/** The longest that any data element may be. */
const LONGEST = 999_999_999_999_999;

const name = text(100);
const requirement = oneOf<Requirement>('M', 'O', 'X');
const segmentId = matching(/^[A-Z][A-Z0-9]{1,2}$/, 'the id of a segment, such as N1');

const description = {
  name,
  type: oneOf<DataType>(
    ...(['AN', 'ID', 'N0', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'R', 'DT', 'TM', 'B'] as const),
  ),
  minimum: integer(1, LONGEST),
  maximum: integer(1, LONGEST),
  codes: list(text(80), 20_000, 1),
};

const elementUse = object<DictionaryElementUse>(
  {
    ...description,
    element: matching(/^(?:\d{1,4}|[CSI]\d{2,3}|-)$/, 'the number of a data element or composite, or -'),
    requirement,
    repeat: integer(1, 1_000_000),
    unsure: oneOf<NonNullable<ElementUse['unsure']>>('requirement', 'value', 'both'),
  },
  ['element', 'requirement'],
);

const segment = object<DictionarySegment>(
  {
    name,
    elements: list(elementUse, 100, 1),
    notes: list(matching(/^[PRECL](?:\d\d){2,20}$/, 'a syntax note such as P0304'), 100),
  },
  ['name', 'elements'],
);

const most: JsonShape<number | '>1'> = (value, path, report) =>
  value === '>1' ? value : integer(1, 1_000_000_000)(value, path, report);

const place = object<DictionaryPlace>({ segment: segmentId, requirement, maximumUse: most, unsure: flag() }, [
  'segment',
  'requirement',
  'maximumUse',
]);

/** Deeper than any set of the standard. */
const DEEPEST = 12;

function nodeShape(depth: number): JsonShape<DictionaryNode> {
  if (depth === 0)
    return (_, path, report) => {
      report(shapeFault(path, 'is too deep', `at most ${DEEPEST} loops in one another`));
      return undefined;
    };
  // Made when it is met: a shape inside a shape would never end.
  const inner: JsonShape<DictionaryNode> = (value, path, report) => nodeShape(depth - 1)(value, path, report);
  const loop = object<DictionaryLoop>(
    { loop: segmentId, requirement, repeat: most, tree: flag(), children: list(inner, 1000), unsure: flag() },
    ['loop', 'requirement', 'repeat'],
  );
  return either<DictionaryNode>([
    ['segment', place],
    ['loop', loop],
  ]);
}

const set = object<DictionarySet>(
  {
    id: matching(/^[0-9A-Z]{3}$/, 'a transaction set such as 850'),
    functionalIdentifier: matching(/^[0-9A-Z]{2}$/, 'two characters such as PO'),
    name,
    structure: list(nodeShape(DEEPEST), 1000, 1),
  },
  ['id', 'functionalIdentifier', 'name', 'structure'],
);

const release = matching(/^\d{6}$/, 'six digits such as 004010');

/** The shape of a dictionary's JSON. */
export const dictionaryShape: JsonShape<DictionaryJson> = object<DictionaryJson>(
  {
    release,
    extends: release,
    source: text(2000),
    unsure: flag(),
    elements: record(object<DictionaryElement>(description, ['type', 'minimum', 'maximum']), 10_000),
    composites: record(segment, 2000),
    segments: record(segment, 5000),
    sets: list(set, 1000, 1),
  },
  ['release', 'sets'],
);

function matching(pattern: RegExp, expected: string): JsonShape<string> {
  return (value, path, report) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    report(shapeFault(path, 'is not understood', expected, value));
    return undefined;
  };
}
