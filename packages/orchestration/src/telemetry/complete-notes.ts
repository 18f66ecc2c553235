import { partnerOf } from '../kernel/partner-of.ts';
import { effectIn } from '../order/effect-in.ts';
import { policyOfOrder } from '../order/policy-of-order.ts';
import { slaOf } from '../order/sla-of.ts';
import { viewOf } from '../order/view-of.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderEvent } from '../word/event.ts';
import type { IssuedEffect, Note, OrderState } from '../word/state.ts';
import { documentOf } from './document-of.ts';
import { namesOf } from './names-of.ts';

/** One step of the machine: the states around an event, and what the machine noted of it. */
export interface NotedStep {
  readonly before: OrderState;
  readonly event: OrderEvent;
  readonly after: OrderState;
  readonly notes: readonly Note[];
  /** That of the order; with it a deadline says whose it is and what missing it costs. */
  readonly policy?: Policy | undefined;
}

/**
 * The notes of a step with all that telemetry, read model and audit can use: partner, causation and trace on each, the
 * numbers an event tells, of effects the lane, attempt and document, and notes of holds that ended (`hold.ended`) and of
 * deadlines (`deadline.set`, `deadline.ended`). Only what a note lacks is added; the same again adds nothing.
 */
export function completeNotes(step: NotedStep): readonly Note[] {
  const noted = step.notes.map((note) => completed(step, note));
  const more: Note[] = [];
  issuedAgain(step, more);
  holdsEnded(step, more);
  deadlinesMoved(step, more);
  if (more.length === 0) return noted;
  const told = new Set(step.notes.map(nameOf));
  for (const note of more) if (!told.has(nameOf(note))) noted.push(completed(step, note));
  return noted;
}

function nameOf({ type, effect, data }: Note): string {
  return `${type} ${String(effect ?? data?.['hold'] ?? data?.['timer'])}`;
}

type Written<Value> = { -readonly [Name in keyof Value]: Value[Name] };

// Fields one by one: there is a note or two for each event, and spreads of spreads took a quarter of what a runtime does.
function completed(step: NotedStep, note: Note): Note {
  const { event } = step;
  const { at, order, type, message, phase } = note;
  const partner = note.partner ?? partnerOf(viewOf(step.after));
  const trace = note.trace ?? event.trace;
  const effect = note.effect ?? (isAnswer(event) && type === event.type ? event.document : undefined);
  const complete: Written<Note> = {
    at,
    order,
    type,
    message,
    causation: note.causation ?? event.causation ?? event.key,
  };
  if (phase !== undefined) complete.phase = phase;
  if (partner !== undefined) complete.partner = partner;
  if (trace !== undefined) complete.trace = trace;
  if (effect !== undefined) complete.effect = effect;
  const data: Data = { event: event.key };
  addDetail(data, step, complete, note.data?.['hold']);
  add(data, note.data ?? {});
  complete.data = data;
  return complete;
}

type Detail = Readonly<Record<string, unknown>>;
type Data = Record<string, unknown>;

/** What is undefined is left out. */
function add(data: Data, more: Detail): void {
  for (const name in more) if (more[name] !== undefined) data[name] = more[name];
}

function addDetail(data: Data, step: NotedStep, { type, effect }: Note, heldBy: unknown): void {
  const { event, after } = step;
  if (effect !== undefined) addEffect(data, step, type, effect);
  if (isAnswer(event) && type === event.type) data['status'] = event.status;
  const hold = type === 'held' ? own(after.holds, String(heldBy)) : undefined;
  if (hold !== undefined) add(data, { reason: hold.reason, expiresAt: hold.expiresAt });
  if (type === 'phase') add(data, { policy: after.policy });
  if (type !== event.type && !(event.type === 'effect.done' && effect === event.effect)) return;
  const names = namesOf(event);
  if (names.length > 0) data['names'] = names;
}

function isAnswer(
  event: OrderEvent,
): event is Extract<OrderEvent, { readonly document: string; readonly status: string }> {
  return event.type === 'acknowledgment.received' || event.type === 'mdn.received';
}

function addEffect(data: Data, { before, after }: NotedStep, type: string, key: string): void {
  const [was, is] = [effectIn(before, key), effectIn(after, key)];
  const { effect, attempt, sent } = is ?? was ?? {};
  if (effect === undefined) return;
  data['effectType'] = effect.body.type;
  add(data, { document: documentOf(key, effect.order) });
  data['lane'] = effect.lane;
  const isNew = startsAttempt.has(type);
  add(data, { attempt: isNew ? attempt : (was?.attempt ?? attempt) });
  if (isNew) data['notBefore'] = effect.notBefore;
  if (was?.status === 'issued' && endsAttempt.has(type)) data['since'] = startOf(was);
  if (type === 'effect.inDoubt') data['class'] = 'inDoubt';
  if (type === 'effect.done') add(data, { controlNumber: sent?.controlNumber, file: sent?.file });
}

const startsAttempt: ReadonlySet<string> = new Set(['effect.issued', 'effect.retry']);
const endsAttempt: ReadonlySet<string> = new Set([
  'effect.done',
  'effect.inDoubt',
  'effect.retry',
  'effect.withdrawn',
  'parked',
]);

/** An attempt begins when it is let go, not when it is put in the outbox. */
function startOf({ since, effect }: IssuedEffect): string {
  return effect.notBefore > since ? effect.notBefore : since;
}

/** A parked effect that an operator sends once more. */
function issuedAgain({ before, event, after }: NotedStep, notes: Note[]): void {
  if (event.type !== 'operator.replayed') return;
  const [was, is] = [effectIn(before, event.effect), effectIn(after, event.effect)];
  if (is?.status !== 'issued' || is.attempt === was?.attempt) return;
  const message = `${event.effect} is due again on ${is.effect.lane}`;
  notes.push({ at: event.at, order: after.id, type: 'effect.issued', message, effect: event.effect });
}

function holdsEnded({ before, event, after }: NotedStep, notes: Note[]): void {
  if (before.holds === after.holds) return;
  for (const hold of Object.keys(before.holds)) {
    if (Object.hasOwn(after.holds, hold)) continue;
    notes.push({ at: event.at, order: after.id, type: 'hold.ended', message: `${hold} holds no more`, data: { hold } });
  }
}

function deadlinesMoved({ before, event, after, policy }: NotedStep, notes: Note[]): void {
  const [was, is] = [before.timers, after.timers];
  if (was === is) return;
  const note = (type: string, message: string, data: Detail) =>
    notes.push({ at: event.at, order: after.id, type, message, data });
  const met = event.type === 'effect.done' || isAnswer(event);
  for (const timer in was) {
    const due = was[timer];
    if (!Object.hasOwn(is, timer))
      note('deadline.ended', `${timer} is ${met ? 'met' : 'owed no more'}: due ${due}`, { timer, due, met });
  }
  for (const timer in is) {
    const due = is[timer];
    if (own(was, timer) !== due)
      note('deadline.set', `${timer} is due ${due}`, { timer, due, ...slaDetail(after, timer, policy) });
  }
}

/** Whose a deadline is, and what missing it costs. */
function slaDetail(state: OrderState, timer: string, policy: Policy | undefined): Detail {
  if (policy === undefined) return {};
  const view = viewOf(state);
  const { owner, breachCost, currency } = slaOf({ policy: policyOfOrder(policy, view), view }, timer) ?? {};
  return { owner, breachCost, currency };
}

/** A name comes from outside: `constructor` is no entry. */
function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
