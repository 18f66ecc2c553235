import type { IssuedEffect } from '../word/state.ts';
import { effectKey } from './effect-key.ts';
import { later } from './instant.ts';
import { recordFact } from './record-fact.ts';
import { changeEntry, entryOf, issue, note, type Step } from './step.ts';
import { type Fact, viewOf } from './view.ts';

/** An effect was done. False when that was known. */
export function reportDone(step: Step, event: Fact<'effect.done'>): boolean {
  const entry = entryOf(step, event.effect);
  if (entry === undefined || entry.status === 'done' || entry.status === 'superseded') return false;
  // The partner's rejection may be here before our own report of the sending.
  const rejected = viewOf(step.facts).acknowledgments.get(event.effect)?.status === 'rejected';
  const tellsNothing = entry.sent !== undefined || event.sent === undefined;
  if (rejected && entry.status === 'parked' && tellsNothing) return false;
  changeEntry(step, event.effect, { status: rejected ? 'parked' : 'done', ...(event.sent && { sent: event.sent }) });
  note(step, 'effect.done', `${event.effect} done`, { effect: event.effect, ...(event.sent && { data: event.sent }) });
  return true;
}

/** An effect failed: it is tried again, looked up, or waits for a person. False for reports of an attempt gone by. */
export function reportFailed(step: Step, event: Fact<'effect.failed'>): boolean {
  const entry = entryOf(step, event.effect);
  if (entry === undefined || entry.status !== 'issued' || entry.attempt !== event.attempt) return false;
  const { class: errorClass, message } = event.failure;
  if (errorClass === 'inDoubt' && entry.effect.safety === 'lookupFirst') {
    changeEntry(step, event.effect, { status: 'inDoubt', class: errorClass, message });
    note(step, 'effect.inDoubt', `${event.effect}: ${message}`, {
      effect: event.effect,
      data: { attempt: entry.attempt },
    });
    return true;
  }
  if (withdrawNeedless(step, event.effect)) return true;
  const blind = errorClass === 'inDoubt' && entry.effect.safety === 'manual';
  const retryable = step.policy.errorClasses[errorClass].retryable && !blind;
  if (retryable && entry.attempt < step.policy.retry.maximumAttempts) tryAgain(step, entry, event.failure);
  else park(step, event.effect, event.failure);
  return true;
}

/**
 * What did not happen, and a cancellation has made needless, is not tried again and waits for nobody. False when the
 * effect is still wanted.
 */
export function withdrawNeedless(step: Step, key: string): boolean {
  const type = entryOf(step, key)?.effect.body.type;
  if (viewOf(step.facts).cancels.length === 0 || (type !== 'erp.submit' && type !== 'order.enrich')) return false;
  changeEntry(step, key, { status: 'withdrawn' });
  note(step, 'effect.withdrawn', `${key} is withdrawn: the order is cancelled`, { effect: key });
  return true;
}

/** The next attempt, after a wait, with the body as it was issued: a gate that has closed meanwhile does not lose it. */
export function tryAgain(step: Step, entry: IssuedEffect, failure: Pick<IssuedEffect, 'class' | 'message'>): void {
  const { backoffSeconds } = step.policy.retry;
  const wait = backoffSeconds[Math.min(entry.attempt, backoffSeconds.length) - 1] ?? 0;
  const notBefore = later(step.event.at, wait);
  issue(step, { ...entry.effect, attempt: entry.attempt + 1, notBefore });
  changeEntry(step, entry.effect.key, { class: failure.class, message: failure.message });
  const data = { attempt: entry.attempt + 1, notBefore, class: failure.class };
  note(step, 'effect.retry', `${entry.effect.key} again: ${failure.message}`, { effect: entry.effect.key, data });
}

export function park(step: Step, key: string, failure: Required<Pick<IssuedEffect, 'class' | 'message'>>): void {
  const owner = failure.class === undefined ? 'integration' : step.policy.errorClasses[failure.class].owner;
  changeEntry(step, key, { status: 'parked', class: failure.class, message: failure.message });
  const data = { class: failure.class, owner };
  note(step, 'parked', `${key} waits for ${owner}: ${failure.message}`, { effect: key, data });
}

/** An operator sends something again (R13, R29). False when there is nothing to send or the request was seen. */
export function replayEffect(step: Step, event: Fact<'operator.replayed'>): boolean {
  const entry = entryOf(step, event.effect);
  const body = event.correction ?? entry?.effect.body;
  const view = viewOf(step.facts);
  if (entry === undefined || body === undefined || view.abandoned !== undefined) return false;
  if (body.type !== entry.effect.body.type) {
    note(step, 'replay.refused', `A correction of ${event.effect} must be ${entry.effect.body.type}, not ${body.type}`);
    return false;
  }
  const rejected = view.acknowledgments.get(event.effect)?.status === 'rejected';
  const wentOut = body.type === 'document.send' && (entry.status === 'done' || rejected);
  if ((!wentOut && entry.status !== 'parked') || entry.status === 'superseded') return false;
  if (!recordFact(step)) return false;
  if (!wentOut) {
    issue(step, { ...entry.effect, body, attempt: entry.attempt + 1, notBefore: step.event.at });
    return true;
  }
  // What the partner has seen is never repeated under its old numbers (R12): a new key makes new ones.
  const key = effectKey.again(event.effect);
  changeEntry(step, event.effect, { status: 'superseded' });
  issue(step, { ...entry.effect, key, body, attempt: 1, notBefore: step.event.at });
  note(step, 'effect.issued', `${key} takes the place of ${event.effect}`, { effect: key });
  return true;
}
