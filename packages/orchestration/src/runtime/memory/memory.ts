import type { Note, OrderState, Timer } from '../../word/state.ts';
import type { LoggedEvent, OutboxEffect, StoredDocument } from '../journal.ts';
import type { Candidate } from '../lanes/candidate.ts';
import type { LaneState } from '../lanes/lane-state.ts';
import { type WaitingIndex, waitingIndex } from '../lanes/waiting-index.ts';

/** What a journal in memory holds. */
export interface Memory {
  /** By id, in order of first append. */
  readonly orders: Map<string, MemoryOrder>;
  /** By key of the effect. */
  readonly outbox: Map<string, MemoryRow>;
  /** Rows of a queue, first in first; no queue is empty. */
  readonly queues: Map<string, MemoryRow[]>;
  /** What nobody has and that is first in its queue, due or not. */
  readonly waiting: WaitingIndex<MemoryRow>;
  /** What a worker has, also when its lease has run out. */
  readonly held: Set<MemoryRow>;
  readonly lanes: Map<string, LaneState>;
  readonly sequences: Map<string, number>;
  readonly marks: Map<string, string>;
  readonly documents: Map<string, StoredDocument>;
  /** Each with its place among all that were ever noted. */
  readonly notes: { readonly position: number; readonly note: Note }[];
  noted: number;
  position: number;
}

/** One order as it is held in memory. */
export interface MemoryOrder {
  readonly version: number;
  readonly snapshot: OrderState | undefined;
  /** How many entries of the log the snapshot has in it. */
  readonly snapshotAt: number;
  /** Grows with every append; what is handed out is a copy. */
  readonly log: LoggedEvent[];
  readonly timers: readonly Timer[];
  readonly closedAt: string | undefined;
  readonly compactedVersion: number | undefined;
}

/** One effect in the outbox. */
export interface MemoryRow extends Candidate {
  readonly effect: OutboxEffect;
  /** Position of the first attempt. */
  readonly place: number;
  readonly queue: string | undefined;
  claims: number;
  worker: string | undefined;
  lease: string | undefined;
  /** Empty when no worker has it. */
  leaseUntil: string;
}

/** A memory with nothing in it. */
export function emptyMemory(): Memory {
  return {
    orders: new Map(),
    outbox: new Map(),
    queues: new Map(),
    waiting: waitingIndex(),
    held: new Set(),
    lanes: new Map(),
    sequences: new Map(),
    marks: new Map(),
    documents: new Map(),
    notes: [],
    noted: 0,
    position: 0,
  };
}
