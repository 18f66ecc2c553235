import type { Concern } from '../kernel/concern.ts';
import type { Fact } from '../kernel/fact.ts';
import { isUndelivered } from '../kernel/is-undelivered.ts';
import { park, tryAgain, withdraw } from '../kernel/ledger.ts';
import { changeEntry, entryOf, note, type Step } from '../kernel/step.ts';

/** What became of effects: done, failed, nobody knows. */
export const reporting: Concern = {
  name: 'reporting',
  apply: { 'effect.done': reportDone, 'effect.failed': reportFailed },
};

/** False when that was known. */
function reportDone(step: Step, event: Fact<'effect.done'>): boolean {
  const entry = entryOf(step, event.effect);
  if (entry === undefined || entry.status === 'done' || entry.status === 'superseded') return false;
  // The partner's rejection, or the transport's receipt, may be here before our own report of the sending.
  const rejected = step.view.rejected.has(event.effect);
  const tellsNothing = entry.sent !== undefined || event.sent === undefined;
  const isTold = rejected || isUndelivered(step.view, event.effect);
  if (isTold && entry.status === 'parked' && tellsNothing) return false;
  changeEntry(step, event.effect, { status: rejected ? 'parked' : 'done', ...(event.sent && { sent: event.sent }) });
  note(step, 'effect.done', `${event.effect} done`, { effect: event.effect, ...(event.sent && { data: event.sent }) });
  return true;
}

/** An effect failed: it is tried again, looked up, or waits for a person. False for reports of an attempt gone by. */
function reportFailed(step: Step, { effect, attempt, failure }: Fact<'effect.failed'>): boolean {
  const entry = entryOf(step, effect);
  if (entry === undefined || entry.status !== 'issued' || entry.attempt !== attempt) return false;
  const { class: errorClass, message } = failure;
  const { safety, body } = entry.effect;
  if (errorClass === 'inDoubt' && safety === 'lookupFirst') {
    changeEntry(step, effect, { status: 'inDoubt', class: errorClass, message });
    note(step, 'effect.inDoubt', `${effect}: ${message}`, { effect, data: { attempt } });
    return true;
  }
  const needless = step.view.cancels.size > 0 && (body.type === 'erp.submit' || body.type === 'order.enrich');
  if (needless) {
    withdraw(step, effect, 'the order is cancelled');
    return true;
  }
  const blind = errorClass === 'inDoubt' && safety === 'manual';
  const retryable = step.policy.errorClasses[errorClass].retryable && !blind;
  if (retryable) tryAgain(step, entry, failure);
  else park(step, effect, failure);
  return true;
}
