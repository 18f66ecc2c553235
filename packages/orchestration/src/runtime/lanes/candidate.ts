import type { WorkClass } from '../../word/effect.ts';
import type { OutboxEffect } from '../journal.ts';
import { laneGroupOf } from '../lane-group-of.ts';

/** What the choice needs to know of one effect in the outbox that may start now. */
export interface Candidate {
  readonly key: string;
  readonly lane: string;
  readonly class: WorkClass;
  readonly partner: string;
  /** Lower goes first. */
  readonly priority: number;
  /** ISO instant from which it waits: its `notBefore`. */
  readonly since: string;
  /** Grows with each effect that is put in: of two that are equal otherwise the lower goes first. */
  readonly position: number;
  /** Type of the effect's body. */
  readonly type: string;
}

/** An effect of the outbox as a candidate; `position` is its place in the order of putting in. */
export function candidateOf(effect: OutboxEffect, position: number): Candidate {
  const { key, lane, priority, notBefore } = effect;
  return { key, lane, ...laneGroupOf(effect), priority, since: notBefore, position, type: effect.body.type };
}
