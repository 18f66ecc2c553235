import { compiledSegments } from '../definition/compiled-definition.ts';
import type { Definition, SegmentDefinition, StructureNode } from '../definition/definition.ts';
import { mostAt } from '../structure/level.ts';
import { isBounded, segmentAt } from '../structure/places.ts';
import type { PlainCheck } from '../validate/plain-check.ts';
import type { Properties } from './decode-segment.ts';
import { propertiesMaker } from './properties-maker.ts';
import { ShortTexts } from './short-texts.ts';

/** A place of a definition, prepared for reading without a fault. */
export interface QuickPlace {
  readonly key: string;
  readonly most: number;
  readonly repeats: boolean;
  /** Another place of its level has the same key. */
  readonly shared: boolean;
  readonly segment: SegmentDefinition;
  /** Absent where a set that reaches the place has to be read the long way: levels (HL), bounded loops (LS). */
  readonly check: PlainCheck | undefined;
  /** A loop that LS and LE stand around: without LS, which is read the long way, its segment belongs further out. */
  readonly bounded: boolean;
  /** For each element its short values. */
  readonly short: readonly ShortTexts[];
  /** Makes an object for its elements. */
  readonly Empty: new () => Properties;
  /** The level that a loop opens. */
  readonly inner: QuickLevel | undefined;
  /** Property of the segment that starts the loop. */
  readonly startKey: string;
}

export interface QuickLevel {
  /** Makes an object for its places. */
  readonly Empty: new () => Properties;
  readonly places: readonly QuickPlace[];
  /** For each place the id of its segment, as a number. */
  readonly ids: Int32Array;
  /** Bits of the ids that there are, so that most others are not looked for. */
  readonly filter: number;
  /** For each place the first mandatory one at or behind it; the number of places where there is none. */
  readonly mandatory: readonly number[];
}

const plans = new WeakMap<Definition['structure'], QuickLevel>();

/** The plan of a definition, prepared once. */
export function quickPlan(definition: Definition): QuickLevel {
  let plan = plans.get(definition.structure);
  if (plan === undefined) {
    plan = quickLevel(definition.structure, compiledSegments(definition));
    plans.set(definition.structure, plan);
  }
  return plan;
}

type Compiled = ReturnType<typeof compiledSegments>;

function quickLevel(nodes: readonly StructureNode[], compiledOf: Compiled): QuickLevel {
  const ids = Int32Array.from(nodes, (node) => packedId(segmentAt(node)));
  const places = nodes.map((node, index) => ({
    ...quickPlace(node, nodes, compiledOf),
    bounded: isBounded(nodes, index),
  }));
  const mandatory = Array<number>(nodes.length + 1).fill(nodes.length);
  for (let index = nodes.length - 1; index >= 0; index--)
    mandatory[index] = nodes[index]?.requirement === 'M' ? index : (mandatory[index + 1] as number);
  return {
    Empty: propertiesMaker(),
    places,
    ids,
    filter: ids.reduce((bits, id) => bits | filterBit(id), 0),
    mandatory,
  };
}

function quickPlace(
  node: StructureNode,
  level: readonly StructureNode[],
  compiledOf: Compiled,
): Omit<QuickPlace, 'bounded'> {
  const id = segmentAt(node);
  const compiled = compiledOf(id);
  const isHard = id === 'LS' || id === 'LE' || (node.kind === 'loop' && node.hierarchical);
  return {
    key: node.key,
    most: mostAt(node),
    repeats: mostAt(node) > 1,
    shared: level.filter(({ key }) => key === node.key).length > 1,
    segment: compiled?.definition ?? { id, name: '', elements: [], notes: [] },
    check: isHard ? undefined : compiled?.check,
    Empty: propertiesMaker(),
    short: compiled?.check === undefined ? [] : shortTexts(compiled.check),
    inner: node.kind === 'loop' ? quickLevel(node.children, compiledOf) : undefined,
    startKey: node.kind === 'loop' ? (node.children[0]?.key ?? id) : id,
  };
}

/** One table for each check: the places of a segment share it. */
function shortTexts(check: PlainCheck): readonly ShortTexts[] {
  let texts = tables.get(check);
  if (texts === undefined) {
    texts = check.values.map((isRight) => new ShortTexts(isRight));
    tables.set(check, texts);
  }
  return texts;
}

const tables = new WeakMap<PlainCheck, readonly ShortTexts[]>();

/** One of 32 bits for an id. */
export const filterBit = (id: number): number => 1 << (Math.imul(id, 0x9e3779b1) >>> 27);

/** An id of two or three characters as a number. */
const packedId = (id: string): number =>
  id.charCodeAt(0) | (id.charCodeAt(1) << 8) | (id.length > 2 ? id.charCodeAt(2) << 16 : 0);
