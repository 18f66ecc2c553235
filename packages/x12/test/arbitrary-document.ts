import fc from 'fast-check';
import type {
  Definition,
  ElementUse,
  LoopUse,
  SegmentDefinition,
  StructureNode,
} from '../src/definition/definition.ts';
import { syntaxNote } from '../src/validate/syntax-note.ts';

type Properties = Record<string, unknown>;

/**
 * Documents of a set that the standard allows: mandatory places always, others now and then, values of every type and
 * length, syntax notes kept. Levels leave HL01, HL02 and HL04 to the writer. A document follows from its seed alone.
 */
export function arbitraryDocument<Document>(definition: Definition<string, Document>): fc.Arbitrary<Document> {
  return fc.integer({ min: 0 }).map((seed) => nodes(definition.structure, definition, chanceOf(seed), 0) as Document);
}

/** Gives a whole number from 0 up to, and without, the one asked for. */
type Chance = (below: number) => number;

/** The generator of Lehmer with the multiplier of Park and Miller: plenty for choosing, and the same everywhere. */
function chanceOf(seed: number): Chance {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const oneOf = <T>(items: readonly T[], chance: Chance): T => items[chance(items.length)] as T;

function nodes(structure: readonly StructureNode[], definition: Definition, chance: Chance, depth: number): Properties {
  const document: Properties = {};
  for (const node of structure) {
    // LS and LE come in pairs, which this generator does not know.
    if (node.key === 'LS' || node.key === 'LE') continue;
    if (node.requirement !== 'M' && chance(100) >= (depth === 0 ? 20 : 8)) continue;
    const most = node.kind === 'segment' ? node.maximumUse : node.repeat;
    const count = most === 1 ? 1 : 1 + chance(2);
    const items = Array.from({ length: count }, () => item(node, definition, chance, depth));
    document[node.key] = most > 1 ? items : items[0];
  }
  return document;
}

function item(node: StructureNode, definition: Definition, chance: Chance, depth: number): Properties {
  if (node.kind === 'loop')
    return node.hierarchical ? level(node, definition, chance, 0) : nodes(node.children, definition, chance, depth + 1);
  const segment = definition.segments[node.segment];
  if (segment === undefined) throw new Error(`no segment ${node.segment}`);
  return arbitrarySegment(segment, chance);
}

function level(node: LoopUse, definition: Definition, chance: Chance, depth: number): Properties {
  const made = nodes(node.children, definition, chance, 1);
  made['HL'] = { level: 'SOPI'[depth] };
  const children = depth === 3 ? 0 : chance(3);
  if (children > 0)
    made['children'] = Array.from({ length: children }, () => level(node, definition, chance, depth + 1));
  return made;
}

function arbitrarySegment(segment: SegmentDefinition, chance: Chance): Properties {
  const present = chosen(segment.elements, segment.notes, chance);
  return values(segment.elements, present, chance);
}

/** Which elements are there: mandatory ones, some others, and whatever the notes then ask for or exclude. */
function chosen(uses: readonly ElementUse[], notes: readonly string[], chance: Chance): ReadonlySet<number> {
  const present = new Set<number>();
  uses.forEach((use, index) => {
    if (use.requirement === 'M' || chance(100) < 30) present.add(index + 1);
  });
  if (present.size === 0) present.add(1);
  for (let round = 0; round < 200; round++) {
    const broken = notes.find((note) => syntaxNote(note, String)((element) => present.has(element)) !== undefined);
    if (broken === undefined) return present;
    const elements = (broken.match(/\d\d/g) ?? []).map(Number);
    const element = oneOf(elements, chance);
    if (broken.startsWith('E')) present.delete(element);
    else present.add(element);
  }
  throw new Error(`notes can not be kept: ${notes.join(' ')}`);
}

function values(uses: readonly ElementUse[], present: ReadonlySet<number>, chance: Chance): Properties {
  const properties: Properties = {};
  uses.forEach((use, index) => {
    if (!present.has(index + 1)) return;
    properties[use.name] = use.components
      ? values(use.components, chosen(use.components, use.notes ?? [], chance), chance)
      : arbitraryValue(use, chance);
  });
  return properties;
}

/** No separators; letters that need more than one byte are in. */
const TEXT = [...'ABCXYZabc0123456789 -.,/&#é€😀'];
const CODE = [...'ABCXYZ0189'];
const DIGITS = [...'0123456789'];

function arbitraryValue(use: ElementUse, chance: Chance): string {
  if (use.codes) return oneOf([...use.codes], chance);
  const length = use.minimum + chance(Math.min(use.maximum - use.minimum, 12) + 1);
  const signs = (from: readonly string[], count = length) =>
    Array.from({ length: count }, () => oneOf(from, chance)).join('');
  switch (use.type) {
    case 'AN':
    case 'B':
      // A string is never blank.
      return `${oneOf(CODE, chance)}${signs(TEXT, length - 1)}`;
    case 'ID':
      return signs(CODE);
    case 'R':
      return oneOf(['', '-'], chance) + pointed(signs(DIGITS), chance(4));
    case 'DT':
      return new Date(Date.UTC(1990, 0, 1 + chance(36_500))).toISOString().slice(0, 10).replaceAll('-', '');
    case 'TM':
      return [chance(24), chance(60)].map((part) => String(part).padStart(2, '0')).join('');
    default:
      return oneOf(['', '-'], chance) + signs(DIGITS);
  }
}

const pointed = (text: string, places: number): string =>
  places === 0 || places > text.length ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
