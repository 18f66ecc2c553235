import type { StructureNode } from '../definition/definition.ts';
import type { Segment } from '../envelope/interchange.ts';
import { type Level, mostAt } from './level.ts';
import type { Candidate, MatchState } from './match-state.ts';
import { placesOf, segmentAt } from './places.ts';

/** Where a segment may go on from here. */
export interface Outlook {
  /** The innermost place that comes next. */
  readonly forward?: Candidate | undefined;
  /** A place behind a mandatory one that is still to come: the segment is rather out of order. */
  readonly doubtful?: Candidate | undefined;
  /** The innermost place that would be right but is full. */
  readonly over?: Candidate | undefined;
}

/**
 * The place of a segment in a set without a fault so far: the innermost one that comes next, where no mandatory place is
 * passed over. Undefined where it takes a closer look.
 */
export function lookNext(state: MatchState, segment: Segment): Candidate | undefined {
  const { levels } = state;
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const { places, index: reached, uses, bounded } = levels[depth] as Level;
    const index = places.find(segment.id, firstOpen(reached, depth));
    if (index < 0 || (places.bounded[index] === true && !bounded)) continue;
    if (index === reached) return uses < mostAt(places.nodes[index] as StructureNode) ? { depth, index } : undefined;
    return places.mandatory(reached + 1, index) < 0 ? { depth, index } : undefined;
  }
  return undefined;
}

/** Looks for the place of a segment that comes next, from the innermost open loop out. */
export function lookForward(state: MatchState, segment: Segment, at: number): Outlook {
  let over: Candidate | undefined;
  let doubtful: Candidate | undefined;
  let unbounded: Candidate | undefined;
  for (let depth = state.levels.length - 1; depth >= 0; depth--) {
    const { places, index: reached, uses, bounded } = state.levels[depth] as Level;
    let index = places.find(segment.id, firstOpen(reached, depth));
    if (index < 0) continue;
    // LS is what tells the LX inside a W01 from the next one outside. Without it the loop is taken where there is no other.
    if (places.bounded[index] === true && !bounded) {
      unbounded ??= { depth, index };
      continue;
    }
    if (index === reached && uses >= mostAt(places.nodes[index] as StructureNode)) {
      over ??= { depth, index };
      index = places.find(segment.id, index + 1);
      if (index < 0) continue;
    }
    const skipped = places.mandatory(reached + 1, index);
    const comesLater = skipped >= 0 && occursAfter(state, segmentAt(places.nodes[skipped] as StructureNode), at);
    if (!comesLater) return { forward: { depth, index }, over, doubtful };
    doubtful ??= { depth, index };
  }
  return { forward: unbounded, over, doubtful };
}

// The first segment of an open loop begins another repetition, which is a place of the level around it.
const firstOpen = (reached: number, depth: number): number => Math.max(reached, depth === 0 ? 0 : 1);

function occursAfter(state: MatchState, id: string, at: number): boolean {
  state.last ??= new Map(state.body.map((segment, index) => [segment.id, index]));
  return (state.last.get(id) ?? -1) > at;
}

/** The innermost place of a segment that has been passed already. */
export function lookBack(state: MatchState, segment: Segment): Candidate | undefined {
  for (let depth = state.levels.length - 1; depth >= 0; depth--) {
    const { places, index: reached } = state.levels[depth] as Level;
    const index = places.find(segment.id, 0);
    if (index >= 0 && index < reached && (depth === 0 || index > 0)) return { depth, index };
  }
  return undefined;
}

/**
 * Whether a segment has come before its turn: going on to its place would leave the two that follow without one, while
 * they go on well from here. Only then; of two neighbours that are swapped the second is the one out of order.
 */
export function comesTooEarly(state: MatchState, candidate: Candidate, at: number): boolean {
  const level = state.levels[candidate.depth] as Level;
  const next = state.body[at + 1];
  const afterNext = state.body[at + 2];
  if (next === undefined || afterNext === undefined || candidate.index <= level.index) return false;
  if (fitsAfter(state, candidate, next) || fitsAfter(state, candidate, afterNext)) return false;
  const instead = placeOf(state, next);
  return instead !== undefined && fitsAfter(state, instead, afterNext);
}

function placeOf(state: MatchState, segment: Segment): Candidate | undefined {
  for (let depth = state.levels.length - 1; depth >= 0; depth--) {
    const { places, index: reached } = state.levels[depth] as Level;
    const index = places.find(segment.id, firstOpen(reached, depth));
    if (index >= 0) return { depth, index };
  }
  return undefined;
}

/** Whether a segment finds a place once the pass has gone on to a candidate. */
function fitsAfter(state: MatchState, { depth, index }: Candidate, segment: Segment): boolean {
  const { levels } = state;
  const { places } = levels[depth] as Level;
  const { id } = segment;
  if ((places.inner[index]?.find(id, 1) ?? -1) > 0 || places.find(id, index) >= 0) return true;
  for (let outer = depth - 1; outer >= 0; outer--) {
    const level = levels[outer] as Level;
    if (level.places.find(id, firstOpen(level.index, outer)) >= 0) return true;
  }
  return false;
}

/** Whether a loop has a place for a segment behind the one that starts it. */
export const holds = (node: StructureNode, id: string): boolean =>
  node.kind === 'loop' && placesOf(node.children).find(id, 1) > 0;
