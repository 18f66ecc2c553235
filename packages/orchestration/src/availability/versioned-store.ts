import type { Timer } from '../word/state.ts';
import type { AvailabilityEffect } from './availability-effect.ts';
import type { AvailabilityState } from './availability-state.ts';

/** What one event left, committed at once or not at all. */
export interface AvailabilityCommit {
  readonly state: AvailabilityState;
  /** For the outbox; a key that it has already is put in once. */
  readonly effects: readonly AvailabilityEffect[];
  /** All timers now running of this item; those not listed are gone. */
  readonly timers: readonly Timer[];
}

/** Any store that can write a row only if nobody else has: a version column, an ETag, a revision. */
export interface VersionedStore {
  /** Undefined for an item that was never saved; its version is 0. */
  load(item: string): Promise<{ readonly version: number; readonly state: AvailabilityState } | undefined>;
  /** Compare and set: saves as version `expected + 1`, or nothing at all when another version is there. */
  save(item: string, expected: number, commit: AvailabilityCommit): Promise<'saved' | 'conflict'>;
}
