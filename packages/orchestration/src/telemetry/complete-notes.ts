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
}

/**
 * The notes of a step with all that telemetry, read model and audit can use: partner, causation and trace on each, the
 * numbers an event tells, of effects the lane, attempt and document, and notes of holds that ended (`hold.ended`) and of
 * deadlines (`deadline.set`, `deadline.ended`). Only what a note lacks is added; the same again adds nothing.
 */
export function completeNotes(step: NotedStep): readonly Note[] {
  const noted = step.notes.map((note) => completed(step, note));
  const told = new Set(
    step.notes.map(({ type, effect, data }) => nameOf(type, effect ?? data?.['hold'] ?? data?.['timer'])),
  );
  const more = [...issuedAgain(step), ...holdsEnded(step), ...deadlinesMoved(step)].filter(
    ({ type, effect, data }) => !told.has(nameOf(type, effect ?? data?.['hold'] ?? data?.['timer'])),
  );
  return [...noted, ...more.map((note) => completed(step, note))];
}

function nameOf(type: string, what: unknown): string {
  return `${type} ${String(what)}`;
}

function completed(step: NotedStep, note: Note): Note {
  const { event, after } = step;
  const captured = own(after.facts, 'order.captured');
  const partner = note.partner ?? (captured?.type === 'order.captured' ? captured.partner : undefined);
  const trace = note.trace ?? event.trace;
  const effect = note.effect ?? (isAnswer(event) && note.type === event.type ? event.document : undefined);
  const data = { event: event.key, ...detail(step, note, effect), ...note.data };
  return {
    ...note,
    ...(partner !== undefined && { partner }),
    causation: note.causation ?? event.causation ?? event.key,
    ...(trace !== undefined && { trace }),
    ...(effect !== undefined && { effect }),
    data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)),
  };
}

type Detail = Readonly<Record<string, unknown>>;

function detail(step: NotedStep, note: Note, effect: string | undefined): Detail {
  const { event, after } = step;
  const tells = note.type === event.type || (event.type === 'effect.done' && note.effect === event.effect);
  const names = tells ? namesOf(event) : [];
  const hold = note.type === 'held' ? own(after.holds, String(note.data?.['hold'])) : undefined;
  return {
    ...(effect !== undefined && ofEffect(step, note.type, effect)),
    ...(isAnswer(event) && note.type === event.type && { status: event.status }),
    ...(hold && { reason: hold.reason, expiresAt: hold.expiresAt }),
    ...(names.length > 0 && { names }),
    ...(note.type === 'phase' && { policy: after.policy }),
  };
}

function isAnswer(
  event: OrderEvent,
): event is Extract<OrderEvent, { readonly document: string; readonly status: string }> {
  return event.type === 'acknowledgment.received' || event.type === 'mdn.received';
}

function ofEffect({ before, after }: NotedStep, type: string, key: string): Detail {
  const [was, is] = [own(before.effects, key), own(after.effects, key)];
  const { effect, attempt, sent } = is ?? was ?? {};
  if (effect === undefined) return {};
  const ends = endsAttempt.has(type) && was?.status === 'issued';
  return {
    effectType: effect.body.type,
    document: documentOf(key, effect.order),
    lane: effect.lane,
    attempt: type === 'effect.retry' ? attempt : (was?.attempt ?? attempt),
    ...(startsAttempt.has(type) && { attempt, notBefore: effect.notBefore }),
    ...(ends && { since: startOf(was) }),
    ...(type === 'effect.inDoubt' && { class: 'inDoubt' }),
    ...(type === 'effect.done' && { controlNumber: sent?.controlNumber, file: sent?.file }),
  };
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
function* issuedAgain({ before, event, after }: NotedStep): Iterable<Note> {
  if (event.type !== 'operator.replayed') return;
  const [was, is] = [own(before.effects, event.effect), own(after.effects, event.effect)];
  if (is?.status !== 'issued' || is.attempt === was?.attempt) return;
  const message = `${event.effect} is due again on ${is.effect.lane}`;
  yield { at: event.at, order: after.id, type: 'effect.issued', message, effect: event.effect };
}

function* holdsEnded({ before, event, after }: NotedStep): Iterable<Note> {
  if (before.holds === after.holds) return;
  for (const hold of Object.keys(before.holds)) {
    if (Object.hasOwn(after.holds, hold)) continue;
    yield { at: event.at, order: after.id, type: 'hold.ended', message: `${hold} holds no more`, data: { hold } };
  }
}

function* deadlinesMoved({ before, event, after }: NotedStep): Iterable<Note> {
  if (before.timers === after.timers) return;
  const note = (type: string, message: string, data: Detail): Note => ({
    at: event.at,
    order: after.id,
    type,
    message,
    data,
  });
  for (const [timer, due] of Object.entries(before.timers)) {
    if (Object.hasOwn(after.timers, timer)) continue;
    const met = event.type === 'effect.done' || isAnswer(event);
    yield note('deadline.ended', `${timer} is ${met ? 'met' : 'owed no more'}: due ${due}`, { timer, due, met });
  }
  for (const [timer, due] of Object.entries(after.timers))
    if (own(before.timers, timer) !== due) yield note('deadline.set', `${timer} is due ${due}`, { timer, due });
}

/** A name comes from outside: `constructor` is no entry. */
function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
