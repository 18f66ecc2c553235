import type { WorkClass } from '../../word/effect.ts';

/** What is remembered of a lane from one choice to the next, as plain JSON: whose turn it is, and how fast it went. */
export interface LaneState {
  /** Milliseconds since 1970 of the last start, with the place in its choice as a fraction: lanes take turns by it. */
  readonly last: number;
  /** Milliseconds since 1970 at which the bucket of the rate is full again; absent when nothing was counted. */
  readonly full?: number | undefined;
  /** How far each class is ahead of the lane's virtual time; absent means not at all. */
  readonly ahead: Readonly<Partial<Record<WorkClass, number>>>;
  /** Partners of each class that had a start, least recent first. */
  readonly served: Readonly<Partial<Record<WorkClass, readonly string[]>>>;
}

/** A lane that nothing has started on. */
export const freshLane: LaneState = { last: 0, ahead: {}, served: {} };
