import { concerns } from '../concerns/concerns.ts';
import type { EventType } from '../kernel/fact.ts';
import { factKey } from '../kernel/fact-key.ts';
import { join } from '../kernel/join.ts';
import { partnerOf } from '../kernel/partner-of.ts';
import { SparseMap } from '../kernel/sparse-map.ts';
import { issue, note, type Step } from '../kernel/step.ts';
import type { Policy } from '../policy/policy.ts';
import { policyFor } from '../policy/policy-for.ts';
import type { Effect } from '../word/effect.ts';
import type { OrderEvent } from '../word/event.ts';
import type { OrderState, Timer, Transition } from '../word/state.ts';
import { breachLate } from './breach-late.ts';
import { deriveHolds } from './derive-holds.ts';
import { deriveAwaited, deriveTimers } from './derive-owed.ts';
import { fireTimer } from './fire-timer.ts';
import { isActive } from './is-active.ts';
import { keptOf, stateOf } from './kept-of.ts';
import { machine, tableOf } from './machine.ts';
import { phase } from './phase.ts';
import { reviewTimer } from './review-timer.ts';
import { leaveView, takeView } from './view-of.ts';

type Apply = (step: Step, event: OrderEvent) => boolean;

const applying = tableOf(({ apply }) => apply as Partial<Record<EventType, Apply>> | undefined);
// Functions, and no concerns that have them: those are each of another shape, so that to look into one takes longer than most do.
const settling = concerns.flatMap(({ settle }) => settle ?? []);
const issuing = concerns.flatMap(({ issue }) => issue ?? []);
const none: readonly Effect[] = [];

/**
 * What one event does to one order: the state after it, the effects to put in the outbox, all timers that now run, and
 * notes for people. Pure: no clock, no randomness, nothing is written to; the same event again gives the same state
 * object back. Throws a RangeError when the order is pinned to another version of the policy.
 */
export function transition(state: OrderState, event: OrderEvent, policy: Policy): Transition {
  return step(state, event, policy, undefined);
}

/** A step of which is known what it put in the outbox: a log is read back, by whatever release of the machine. */
export function logged(state: OrderState, event: OrderEvent, policy: Policy, issued: readonly Effect[]): Transition {
  return step(state, event, policy, new Map(issued.map((effect) => [effect.key, effect])));
}

/** Timers that still have to fire: the deadlines owed that have not been seen to pass. */
export function runningTimers(state: OrderState): readonly Timer[] {
  const kept = keptOf(state);
  if (kept.running !== undefined) return kept.running;
  const running: Timer[] = [];
  const onTime = isEmpty(state.breaches);
  for (let index = 0; index < kept.timers.size; index++) {
    const timer = kept.timers.name(index);
    if (onTime || !Object.hasOwn(state.breaches, timer)) running.push({ timer, due: kept.timers.at(index) });
  }
  kept.running = running;
  return running;
}

function step(before: OrderState, event: OrderEvent, policy: Policy, sent: Step['logged']): Transition {
  if (before.policy !== undefined && before.policy !== policy.version) {
    throw new RangeError(`order ${before.id} is pinned to policy ${before.policy}, not ${policy.version}`);
  }
  const step = begin(before, event, policy, sent);
  const changed = apply(step);
  if (changed || (sent !== undefined && sent.size > 0)) return finish(step, policy);
  return isReview(event) ? review(step, policy) : unchanged(step);
}

function unchanged({ before, view, notes }: Step): Transition {
  leaveView(before, view);
  return { state: before, effects: [], timers: runningTimers(before), notes };
}

/** A release of the machine that owes more than the one before it issues it at the next change, or when it is asked to. */
function isReview(event: OrderEvent): boolean {
  return event.type === 'timer.fired' && event.timer === reviewTimer;
}

function review(step: Step, policy: Policy): Transition {
  const { before } = step;
  const after = finish(step, policy);
  const { timers, awaited } = keptOf(after.state);
  const last = keptOf(before);
  const isSame =
    !step.facts.isWritten &&
    !step.effects.isWritten &&
    timers === last.timers &&
    awaited === last.awaited &&
    step.holds === before.holds &&
    step.breaches === before.breaches;
  return isSame ? unchanged(step) : after;
}

function begin(before: OrderState, event: OrderEvent, policy: Policy, sent: Step['logged']): Step {
  const { holds, conflicts, breaches } = before;
  // The view is written to from here on: what is asked of the state before is asked now.
  phase(before);
  // Taken from the state, so that a step that throws leaves none behind that is half written.
  const { view, facts, effects, dues } = takeView(before);
  const subject = subjectOf(view, event);
  return {
    machine,
    before,
    event,
    origin: { at: event.at, causation: event.causation ?? event.key, trace: event.trace },
    policy: subject === undefined ? policy : policyFor(policy, subject),
    view,
    facts,
    effects,
    holds,
    conflicts,
    breaches,
    issued: new SparseMap(),
    logged: sent,
    notes: [],
    dues,
  };
}

/** Whose order it is; known from its first capture on. */
function subjectOf(view: Step['view'], event: OrderEvent) {
  const { captured } = view;
  if (captured !== undefined) return { partner: captured.partner, channel: captured.order.channel };
  if (event.type === 'order.captured') return { partner: event.partner, channel: event.order.channel };
  const partner = partnerOf(view) ?? ('partner' in event ? event.partner : undefined);
  return partner === undefined ? undefined : ({ partner, channel: 'edi' } as const);
}

function apply(step: Step): boolean {
  const { event } = step;
  const own = applying.get(event.type);
  if (own === undefined && factKey(event) === undefined) {
    note(
      step,
      'event.unknown',
      'This release knows no such event: nothing was taken. Update it, or leave this to a person',
    );
    return false;
  }
  if (own === undefined) return join(step);
  let changed = event.type === 'timer.fired' && fireTimer(step, event.timer);
  for (const take of own) changed = take(step, event) || changed;
  return changed;
}

function finish(step: Step, policy: Policy): Transition {
  const { before } = step;
  for (const settle of settling) settle(step);
  step.holds = deriveHolds(step);
  if (isActive(step.view)) for (const owed of issuing) owed(step);
  // An earlier release put in the outbox what this one would not: it is there all the same.
  if (step.logged !== undefined)
    for (const effect of step.logged.values()) if (!step.issued.has(effect.key)) issue(step, effect);
  const last = keptOf(before);
  const timers = deriveTimers(step, last.timers);
  breachLate(step, last.timers, timers);
  const version = before.policy ?? (partnerOf(step.view) === undefined ? undefined : policy.version);
  const { view, holds, breaches, conflicts } = step;
  const state = stateOf(
    { id: before.id, policy: version, holds, breaches, conflicts },
    {
      facts: step.facts.next(),
      effects: step.effects.next(),
      timers,
      awaited: deriveAwaited(step, last.awaited),
      view,
      isTaken: false,
      phase: undefined,
      running: timers === last.timers && breaches === before.breaches ? last.running : undefined,
      dues: step.dues,
    },
  );
  notePhase(step, state);
  return {
    state,
    effects: step.issued.size === 0 ? none : [...step.issued.values()],
    timers: runningTimers(state),
    notes: step.notes,
  };
}

function notePhase(step: Step, state: OrderState): void {
  const [from, to] = [phase(step.before), phase(state)];
  if (from !== to) note(step, 'phase', `${from} -> ${to}`, { phase: to, data: { from } });
}

function isEmpty(record: object): boolean {
  for (const _name in record) return false;
  return true;
}
