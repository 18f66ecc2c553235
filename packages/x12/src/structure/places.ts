import type { StructureNode } from '../definition/definition.ts';

/** The places of one level, found by the segment that stands at them or starts their loop. */
export interface Places {
  readonly nodes: readonly StructureNode[];
  /** The places inside each loop; undefined where a segment stands. */
  readonly inner: readonly (Places | undefined)[];
  /** Whether a place is a loop that LS and LE stand around. */
  readonly bounded: readonly boolean[];
  /** Index of the first place at or behind `from` that takes the segment; -1 where there is none. */
  find(segment: string, from: number): number;
  /** Index of the first mandatory place in the range [from, to); -1 where there is none. */
  mandatory(from: number, to: number): number;
}

const known = new WeakMap<readonly StructureNode[], Places>();

/** The places of a level of a definition, prepared once. */
export function placesOf(nodes: readonly StructureNode[]): Places {
  let places = known.get(nodes);
  if (places === undefined) {
    places = prepare(nodes);
    known.set(nodes, places);
  }
  return places;
}

/** The segment that stands at a place, or starts the loop that does. */
export const segmentAt = (node: StructureNode): string => (node.kind === 'segment' ? node.segment : node.loop);

/** Whether a loop stands right behind an LS. */
export function isBounded(nodes: readonly StructureNode[], index: number): boolean {
  const before = nodes[index - 1];
  return nodes[index]?.kind === 'loop' && before?.kind === 'segment' && before.segment === 'LS';
}

function prepare(nodes: readonly StructureNode[]): Places {
  const bySegment = new Map<string, number[]>();
  nodes.forEach((node, index) => {
    const id = segmentAt(node);
    bySegment.set(id, [...(bySegment.get(id) ?? []), index]);
  });
  // For each place the first mandatory one at or behind it.
  const mandatory = new Int32Array(nodes.length + 1).fill(nodes.length);
  for (let index = nodes.length - 1; index >= 0; index--)
    mandatory[index] = nodes[index]?.requirement === 'M' ? index : (mandatory[index + 1] as number);
  return {
    nodes,
    inner: nodes.map((node) => (node.kind === 'loop' ? placesOf(node.children) : undefined)),
    bounded: nodes.map((_, index) => isBounded(nodes, index)),
    find(segment, from) {
      const places = bySegment.get(segment);
      if (places === undefined) return -1;
      for (let at = 0; at < places.length; at++) if ((places[at] as number) >= from) return places[at] as number;
      return -1;
    },
    mandatory(from, to) {
      const index = mandatory[from] ?? nodes.length;
      return index < to && index < nodes.length ? index : -1;
    },
  };
}

const belonging = new WeakMap<readonly StructureNode[], ReadonlySet<string>>();

/** Whether a segment stands anywhere in a structure. */
export function belongsTo(structure: readonly StructureNode[], id: string): boolean {
  let ids = belonging.get(structure);
  if (ids === undefined) {
    ids = new Set(idsOf(structure));
    belonging.set(structure, ids);
  }
  return ids.has(id);
}

const idsOf = (nodes: readonly StructureNode[]): string[] =>
  nodes.flatMap((node) => (node.kind === 'segment' ? [node.segment] : idsOf(node.children)));
