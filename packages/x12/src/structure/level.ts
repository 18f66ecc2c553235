import type { LoopUse, StructureNode } from '../definition/definition.ts';
import type { Segment } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import type { MatchedLoop, MatchedSegment } from './matched.ts';
import { type Places, placesOf } from './places.ts';

/** How far one open loop, or the set itself, has come. */
export interface Level {
  readonly places: Places;
  readonly loop: MatchedLoop;
  /** Index of the place reached; -1 before the first. */
  index: number;
  /** Segments or repetitions at that place. */
  uses: number;
  /** A repetition that came after its place: it lies upon the loops that are open, not inside them. */
  isLate: boolean;
  /** An LS is open. */
  bounded: boolean;
  /** Places whose overuse has been said: one cause, one issue. */
  overused: Set<number> | undefined;
  /** Places that were filled out of order, each with the number of its uses so far. */
  late: Map<number, number> | undefined;
  /** Places whose segment came before its turn. */
  early: Set<number> | undefined;
  /** What has been reported as missing, until it comes late. */
  missing: Map<number, Issue> | undefined;
}

/** A level before its first segment. */
export function openLevel(loop: MatchedLoop, nodes: readonly StructureNode[]): Level {
  return {
    places: placesOf(nodes),
    loop,
    index: -1,
    uses: 0,
    isLate: false,
    bounded: false,
    overused: undefined,
    late: undefined,
    early: undefined,
    missing: undefined,
  };
}

/** A new repetition of a loop, below the level that holds its place. */
export function openLoop(parent: Level, use: LoopUse, number: number): Level {
  const loop: MatchedLoop = { kind: 'loop', use, parent: parent.loop, number, members: [] };
  parent.loop.members.push(loop);
  return openLevel(loop, use.children);
}

/** Puts a segment at a place of a level. */
export function addSegment(level: Level, node: StructureNode, segment: Segment, number: number): void {
  if (node.kind !== 'segment') return;
  const match: MatchedSegment = { kind: 'segment', use: node, segment, loop: level.loop, number };
  level.loop.members.push(match);
}

/** Most segments or repetitions at a place. */
export const mostAt = (node: StructureNode): number => (node.kind === 'segment' ? node.maximumUse : node.repeat);
