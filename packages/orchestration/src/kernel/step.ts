import type { Policy, SlaRule } from '../policy/policy.ts';
import type { Effect } from '../word/effect.ts';
import type { OrderEvent } from '../word/event.ts';
import type { IssuedEffect, Note, OrderState } from '../word/state.ts';
import type { Machine } from './concern.ts';
import type { GrowingRecord } from './growing-record.ts';
import { partnerOf } from './partner-of.ts';
import { reshaping } from './take-early.ts';
import type { View } from './view.ts';

/** One step of the machine while it is being made. The state before is never written to. */
export interface Step {
  readonly machine: Machine;
  readonly before: OrderState;
  readonly event: OrderEvent;
  /** The policy of the order's partner. */
  policy: Policy;
  view: View;
  readonly facts: GrowingRecord<OrderEvent>;
  readonly effects: GrowingRecord<IssuedEffect>;
  holds: OrderState['holds'];
  conflicts: OrderState['conflicts'];
  breaches: OrderState['breaches'];
  /** What goes to the outbox, by key. */
  readonly issued: Map<string, Effect>;
  /** When a log is read back: what went to the outbox then. Nothing else does. */
  readonly logged: ReadonlyMap<string, Effect> | undefined;
  readonly notes: Note[];
  /** Deadlines that were asked for, by timer: a calendar is slow. */
  readonly dues: Map<string, { readonly rule: SlaRule; readonly start: string; readonly at: string }>;
}

/** The entry of the ledger under a key; undefined when there is none. */
export function entryOf({ effects }: Pick<Step, 'effects'>, key: string): IssuedEffect | undefined {
  return effects.get(key);
}

/** Puts an effect in the ledger and in the outbox. False when a log is read back in which it was not. */
export function issue(step: Step, effect: Effect): boolean {
  const sent = step.logged === undefined ? effect : step.logged.get(effect.key);
  if (sent === undefined) return false;
  step.issued.set(sent.key, sent);
  writeEntry(step, sent.key, { status: 'issued', attempt: sent.attempt, effect: sent, since: step.event.at });
  return true;
}

/** Changes an entry of the ledger, where there is one. */
export function changeEntry(step: Step, key: string, change: Partial<IssuedEffect>): void {
  const entry = entryOf(step, key);
  // A spread with new fields behind it makes a new hidden class each time.
  if (entry !== undefined) writeEntry(step, key, Object.assign({}, entry, { since: step.event.at }, change));
}

function writeEntry(step: Step, key: string, after: IssuedEffect): void {
  const before = entryOf(step, key);
  step.effects.write(key, after);
  step.machine.absorbEntry(step.view, { key, before, after });
}

/** Writes a fact; the view follows where it can, and is derived anew where a fact changed. */
export function writeFact(step: Step, key: string, fact: OrderEvent): void {
  const isNew = step.facts.get(key) === undefined;
  step.facts.write(key, fact);
  if (isNew && !reshaping.has(fact.type)) step.machine.absorb(step.view, key, fact);
  else step.view = deriveView(step);
}

function deriveView({ machine, before, facts, effects, view }: Step): View {
  // Of an order of which nothing was known the view is blank.
  const blank = facts.size === 1 && effects.size === 0 ? view : undefined;
  return machine.derive({ id: before.id, facts, effects }, blank);
}

/** What a step tells, in words. */
export function note(step: Step, type: string, message: string, more: Partial<Note> = {}): void {
  const { at, causation, key, trace } = step.event;
  const partner = partnerOf(step.view);
  const told: { -readonly [Name in keyof Note]: Note[Name] } = { at, order: step.before.id, type, message };
  if (partner !== undefined) told.partner = partner;
  told.causation = causation ?? key;
  if (trace !== undefined) told.trace = trace;
  step.notes.push(Object.assign(told, more));
}
