import type { DataType, ElementUse, Requirement, SegmentDefinition } from './definition.ts';
import { elementNames } from './element-name.ts';
import type { ReleaseText } from './release.ts';

/** Reads the segment tables of a release: `ID name`, then one line per element and the syntax notes. */
export function readSegments(text: ReleaseText): Readonly<Record<string, SegmentDefinition>> {
  const codes = readCodes(text.codes);
  const composites = new Map(blocksOf(text.composites).map((block) => [block.id, block]));
  const segments: Record<string, SegmentDefinition> = Object.create(null);
  for (const block of text.segments.flatMap(blocksOf)) {
    const { id, name, notes } = block;
    segments[id] = { id, name, notes, elements: toElements(id, '', block.rows, composites, codes) };
  }
  return segments;
}

type Codes = ReadonlyMap<string, ReadonlySet<string>>;

function readCodes(text: string): Codes {
  const lists = text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  return new Map(lists.map(([element = '', ...values]) => [element, new Set(values)]));
}

/** One segment or composite as written. */
interface Block {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly string[];
  readonly notes: readonly string[];
}

function blocksOf(text: string): Block[] {
  return text.trim().split('\n\n').map(toBlock);
}

function toBlock(text: string): Block {
  const [title = '', ...lines] = text.trim().split('\n');
  const blank = title.indexOf(' ');
  const last = lines.at(-1) ?? '';
  const hasNotes = last.startsWith('notes ');
  return {
    id: title.slice(0, blank),
    name: title.slice(blank + 1),
    rows: hasNotes ? lines.slice(0, -1) : lines,
    notes: hasNotes ? last.split(' ').slice(1) : [],
  };
}

function toElements(
  id: string,
  dash: string,
  rows: readonly string[],
  composites: ReadonlyMap<string, Block>,
  codes: Codes,
): ElementUse[] {
  const parsed = rows.map(toRow);
  const names = elementNames(parsed.map(({ name }) => name));
  return parsed.map((row, index): ElementUse => {
    const { place, element, requirement, unsure, type, minimum, maximum, repeat } = row;
    const designator = id + dash + place;
    const name = names[index] ?? place;
    const common = {
      designator: dash === '' ? designator : `${id}-${Number(place)}`,
      element,
      name,
      requirement,
      repeat,
      ...(unsure === undefined ? {} : { unsure }),
    };
    const composite = composites.get(element);
    if (composite !== undefined) {
      const components = toElements(designator, '-', composite.rows, composites, codes);
      const longest = components.reduce((sum, component) => sum + component.maximum, components.length - 1);
      return { ...common, type: 'AN', minimum: 1, maximum: longest, components, notes: composite.notes };
    }
    const closed = codes.get(element);
    return { ...common, type, minimum, maximum, ...(closed === undefined ? {} : { codes: closed }) };
  });
}

interface Row {
  readonly place: string;
  readonly element: string;
  readonly requirement: Requirement;
  readonly unsure: ElementUse['unsure'];
  readonly type: DataType;
  readonly minimum: number;
  readonly maximum: number;
  readonly repeat: number;
  readonly name: string;
}

// `02 330 X R 1/15 Quantity ordered`; a composite has neither type nor length: `05 C001 X Composite unit`. An element that
// repeats says so in front of its name: `05 C056 O x10 Race`.
const ROW =
  /^(?<place>\d\d) (?<element>\d+|C\d{3}|I\d\d|-) (?<requirement>[MOX])(?<requirementUnsure>\??) (?:(?<type>AN|ID|N\d|R|DT|TM|B)(?<valueUnsure>\??) (?<minimum>\d+)\/(?<maximum>\d+) )?(?:x(?<repeat>\d+) )?(?<name>.+)$/;

function toRow(line: string): Row {
  const { groups } = ROW.exec(line) ?? {};
  if (groups === undefined) throw new SyntaxError(`not a line of a segment table: ${line}`);
  return {
    place: groups['place'] as string,
    element: groups['element'] as string,
    requirement: groups['requirement'] as Requirement,
    unsure: unsureOf(groups['requirementUnsure'] === '?', groups['valueUnsure'] === '?'),
    type: (groups['type'] ?? 'AN') as DataType,
    minimum: Number(groups['minimum'] ?? 0),
    maximum: Number(groups['maximum'] ?? 0),
    repeat: Number(groups['repeat'] ?? 1),
    name: groups['name'] as string,
  };
}

function unsureOf(requirement: boolean, value: boolean): ElementUse['unsure'] {
  if (requirement) return value ? 'both' : 'requirement';
  return value ? 'value' : undefined;
}
