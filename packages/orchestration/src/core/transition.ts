import type { Policy } from '../policy/policy.ts';
import type { Effect } from '../word/effect.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Hold, OrderState, Timer, Transition } from '../word/state.ts';
import { awaited } from './awaited.ts';
import { canonicalText } from './canonical-text.ts';
import { deadlines } from './deadlines.ts';
import { openHolds } from './holds.ts';
import { owed } from './owed.ts';
import { phase } from './phase.ts';
import { recordCapture } from './record-capture.ts';
import { recordFact } from './record-fact.ts';
import { replayEffect, reportDone, reportFailed } from './report-outcome.ts';
import { settleEffects } from './settle-effects.ts';
import { beginStep, entryOf, issue, ledgerOf, note, type Step } from './step.ts';
import { viewOf } from './view.ts';

/**
 * What one event does to one order: the state after it, the effects to put in the outbox, all timers that now run, and
 * notes for people. Pure: no clock, no randomness, nothing is written to; the same event again gives the same state
 * object back. Throws a RangeError when the order is pinned to another version of the policy.
 */
export function transition(state: OrderState, event: OrderEvent, policy: Policy): Transition {
  if (state.policy !== undefined && state.policy !== policy.version) {
    throw new RangeError(`order ${state.id} is pinned to policy ${state.policy}, not ${policy.version}`);
  }
  const step = beginStep(state, event, policy);
  if (!apply(step)) return { state, effects: [], timers: runningTimers(state), notes: step.notes };
  return finish(step);
}

/** Timers that still have to fire: the deadlines owed that have not been seen to pass. */
export function runningTimers({ timers, breaches }: OrderState): readonly Timer[] {
  return Object.entries(timers).flatMap(([timer, due]) => (timer in breaches ? [] : [{ timer, due }]));
}

function apply(step: Step): boolean {
  const { event } = step;
  switch (event.type) {
    case 'order.captured':
      return recordCapture(step, event);
    case 'effect.done':
      return reportDone(step, event);
    case 'effect.failed':
      return reportFailed(step, event);
    case 'operator.replayed':
      return replayEffect(step, event);
    case 'timer.fired':
      return fireTimer(step, event.timer);
    default:
      return recordFact(step);
  }
}

function finish(step: Step): Transition {
  const { before, policy } = step;
  settleEffects(step);
  const holds = deriveHolds(step);
  issueOwed(step, holds);
  const effects = ledgerOf(step);
  const view = viewOf(step.facts);
  const input = { id: before.id, view, policy, effects };
  const timers = keep(before.timers, deadlines(input));
  breachLate(step, timers);
  const state: OrderState = {
    id: before.id,
    policy: before.policy ?? (view.captured === undefined ? undefined : policy.version),
    facts: step.facts,
    effects,
    holds,
    awaited: keep(before.awaited, awaited(input)),
    timers,
    breaches: step.breaches,
    conflicts: step.conflicts,
  };
  notePhase(step, state);
  const issued: readonly Effect[] = [...step.issued.values()];
  return { state, effects: issued, timers: runningTimers(state), notes: step.notes };
}

function deriveHolds(step: Step): Readonly<Record<string, Hold>> {
  const { before, facts, conflicts, policy } = step;
  const found = openHolds({ id: before.id, facts, conflicts, policy, entry: (key) => entryOf(step, key) });
  for (const hold of Object.values(found)) {
    if (Object.hasOwn(before.holds, hold.hold)) continue;
    const data = { hold: hold.hold, owner: hold.owner, class: hold.class, lineId: hold.lineId };
    note(step, 'held', `${hold.hold} waits for ${hold.owner}: ${hold.reason}`, { data });
  }
  return keep(before.holds, found);
}

function issueOwed(step: Step, holds: OrderState['holds']): void {
  const view = viewOf(step.facts);
  const entry = (key: string) => entryOf(step, key);
  for (const one of owed({ id: step.before.id, view, holds, policy: step.policy, entry })) {
    if (entry(one.key) !== undefined) continue;
    const { key, lane, priority, safety } = one;
    const notBefore = one.notBefore ?? step.event.at;
    const partner = view.captured?.partner ?? '';
    issue(step, {
      key,
      order: step.before.id,
      partner,
      class: 'realTime',
      body: one.body(),
      lane,
      priority,
      notBefore,
      attempt: 1,
      safety,
    });
    note(step, 'effect.issued', `${key} is due on ${lane}`, { effect: key });
  }
  const { event } = step;
  if (event.type === 'cancel.requested' && view.lines.open.size === 0 && view.lines.shipped.size > 0) {
    note(step, 'cancel.refused', `Cancellation ${event.cancel} comes too late: nothing is open any more`);
  }
}

function fireTimer(step: Step, timer: string): boolean {
  const { timers } = step.before;
  const due = Object.hasOwn(timers, timer) ? timers[timer] : undefined;
  if (due === undefined || step.event.at < due || timer in step.breaches) return false;
  breach(step, timer, due, 'is overdue');
  return true;
}

/** Deadlines met too late, or opened again by a rejection after their time: their timers may never have fired. */
function breachLate(step: Step, timers: OrderState['timers']): void {
  const { before, event } = step;
  const [from, to, why] =
    event.type === 'effect.done'
      ? [before.timers, timers, 'was met late']
      : [timers, event.type === 'acknowledgment.received' ? before.timers : timers, 'is owed again after its time'];
  for (const [timer, due] of Object.entries(from)) {
    if (!(timer in to) && due < event.at && !(timer in step.breaches)) breach(step, timer, due, why);
  }
}

function breach(step: Step, timer: string, due: string, why: string): void {
  step.breaches = { ...step.breaches, [timer]: step.event.at };
  note(step, 'sla.breached', `${timer} ${why}: due ${due}`, { data: { timer, due } });
}

function notePhase(step: Step, state: OrderState): void {
  const [from, to] = [phase(step.before), phase(state)];
  if (from !== to) note(step, 'phase', `${from} -> ${to}`, { phase: to, data: { from } });
}

function keep<Value extends object>(before: Value, after: Value): Value {
  return canonicalText(before) === canonicalText(after) ? before : after;
}
