import type { Policy } from '../policy/policy.ts';
import type { Effect } from '../word/effect.ts';
import type { OrderEvent } from '../word/event.ts';
import type { IssuedEffect, Note, OrderState } from '../word/state.ts';
import type { Facts } from './view.ts';

/** One step of the machine while it is being made. The state before is never written to. */
export interface Step {
  readonly before: OrderState;
  readonly event: OrderEvent;
  readonly policy: Policy;
  facts: Facts;
  conflicts: OrderState['conflicts'];
  breaches: OrderState['breaches'];
  /** Entries of the ledger that this step wrote, over those before. */
  readonly written: Map<string, IssuedEffect>;
  /** What goes to the outbox, by key. */
  readonly issued: Map<string, Effect>;
  readonly notes: Note[];
}

export function beginStep(before: OrderState, event: OrderEvent, policy: Policy): Step {
  const { facts, conflicts, breaches } = before;
  return { before, event, policy, facts, conflicts, breaches, written: new Map(), issued: new Map(), notes: [] };
}

export function entryOf(step: Step, key: string): IssuedEffect | undefined {
  const { effects } = step.before;
  // A key comes from outside: `constructor` is no entry.
  return step.written.get(key) ?? (Object.hasOwn(effects, key) ? effects[key] : undefined);
}

/** Puts an effect in the ledger and in the outbox. */
export function issue(step: Step, effect: Effect): void {
  step.written.set(effect.key, { status: 'issued', attempt: effect.attempt, effect, since: step.event.at });
  step.issued.set(effect.key, effect);
}

export function changeEntry(step: Step, key: string, change: Partial<IssuedEffect>): void {
  const entry = entryOf(step, key);
  if (entry !== undefined) step.written.set(key, { ...entry, since: step.event.at, ...change });
}

export function note(step: Step, type: string, message: string, more: Partial<Note> = {}): void {
  step.notes.push({ at: step.event.at, order: step.before.id, type, message, ...more });
}

/** The ledger after the step; the same object when nothing was written. */
export function ledgerOf(step: Step): OrderState['effects'] {
  return step.written.size === 0
    ? step.before.effects
    : { ...step.before.effects, ...Object.fromEntries(step.written) };
}
