import type { Definition } from '../definition/definition.ts';
import type { Segment } from '../envelope/interchange.ts';
import type { Address, Issue } from '../issue.ts';
import type { Level } from './level.ts';

export interface MatchOptions {
  readonly definition: Definition;
  /** The segments between ST and SE. */
  readonly body: readonly Segment[];
  /** SE, or what stands for the end; what is missing at the end is reported there. Absent where the set was cut off. */
  readonly end: Segment | undefined;
  readonly address: Address;
  readonly report: (issue: Issue) => void;
  /** Takes an issue back: what was reported as missing came late, and that is said instead. */
  readonly retract: (issue: Issue) => void;
}

/** How far the pass has come. */
export interface MatchState extends MatchOptions {
  /** Open loops from the outermost (the set) in. */
  readonly levels: Level[];
  /** Unplaced segments just before: each may have been the mandatory one that is missing now, mistyped. */
  pardons: number;
  /** Last place in the body of each segment; made when first needed. */
  last: Map<string, number> | undefined;
  /** The segment before, where it came after its place: one that goes on from it belongs to the same fault. */
  lateRun: { readonly at: number; readonly level: Level; readonly index: number } | undefined;
  /** Segments that are no segments of the set. */
  readonly strays: Segment[];
  /** Segments came out of order, or without the start of their loop, below a hierarchical level or before the first. */
  lostLevels: boolean;
}

/** A place for a segment: which open loop, and which place of it. */
export interface Candidate {
  readonly depth: number;
  readonly index: number;
}
