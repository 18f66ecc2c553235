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
  /** What notes say of the event, looked up once: events of each type have another shape. */
  readonly origin: Pick<Note, 'at' | 'causation' | 'trace'>;
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
  writeEntry(step, sent.key, { status: 'issued', attempt: sent.attempt, effect: sent, since: step.origin.at });
  return true;
}

/** Changes an entry of the ledger, where there is one. */
export function changeEntry(step: Step, key: string, change: Omit<Partial<IssuedEffect>, 'since'>): void {
  const entry = entryOf(step, key);
  if (entry !== undefined) writeEntry(step, key, changed(entry, step.origin.at, change));
}

/** Field by field: a spread with new fields behind it makes a new hidden class each time. */
function changed(entry: IssuedEffect, since: string, change: Partial<IssuedEffect>): IssuedEffect {
  const { status = entry.status, attempt = entry.attempt, effect = entry.effect } = change;
  const after: { -readonly [Name in keyof IssuedEffect]: IssuedEffect[Name] } = { status, attempt, effect, since };
  const { class: errorClass = entry.class, message = entry.message, sent = entry.sent, doneAt = entry.doneAt } = change;
  if (errorClass !== undefined) after.class = errorClass;
  if (message !== undefined) after.message = message;
  if (sent !== undefined) after.sent = sent;
  if (doneAt !== undefined) after.doneAt = doneAt;
  return after;
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

type More = Pick<Note, 'phase' | 'effect' | 'data'>;
const nothingMore: More = {};

/** What a step tells, in words. */
export function note(step: Step, type: string, message: string, more: More = nothingMore): void {
  const { at, causation, trace } = step.origin;
  const partner = partnerOf(step.view);
  const told: { -readonly [Name in keyof Note]: Note[Name] } = { at, order: step.before.id, type, message };
  if (partner !== undefined) told.partner = partner;
  told.causation = causation;
  if (trace !== undefined) told.trace = trace;
  if (more.phase !== undefined) told.phase = more.phase;
  if (more.effect !== undefined) told.effect = more.effect;
  if (more.data !== undefined) told.data = more.data;
  step.notes.push(told);
}
