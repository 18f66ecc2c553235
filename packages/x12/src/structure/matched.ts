import type { LoopUse, SegmentUse } from '../definition/definition.ts';
import type { Segment } from '../envelope/interchange.ts';

/** A segment at its place in the loop tree. */
export interface MatchedSegment {
  readonly kind: 'segment';
  readonly use: SegmentUse;
  readonly segment: Segment;
  readonly loop: MatchedLoop;
  /** Its number among the uses of its place, from 0. */
  readonly number: number;
}

/** One repetition of a loop; the transaction set itself is the outermost one. */
export interface MatchedLoop {
  readonly kind: 'loop';
  /** Absent for the transaction set. */
  readonly use?: LoopUse | undefined;
  readonly parent?: MatchedLoop | undefined;
  /** Its number among the repetitions of its place, from 0. */
  readonly number: number;
  readonly members: (MatchedSegment | MatchedLoop)[];
}

/** The place of a segment by name: `['N1Loop', 0, 'REF', 1]`; numbers only where the place repeats. */
export function pathOf({ use, loop, number }: MatchedSegment): (string | number)[] {
  return [...loopPath(loop), use.segment, ...(use.maximumUse > 1 ? [number] : [])];
}

/** The place of a loop by name: `['PO1Loop', 2, 'N1Loop', 0]`. */
export function loopPath(loop: MatchedLoop | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = loop; at?.use !== undefined; at = at.parent)
    path.unshift(at.use.key, ...(at.use.repeat > 1 ? [at.number] : []));
  return path;
}
