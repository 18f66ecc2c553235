import { retryAt } from '../policy/retry-rules.ts';
import type { Failure } from '../word/failure.ts';
import type { IssuedEffect } from '../word/state.ts';
import type { EntryChange } from './concern.ts';
import { effectKey } from './effect-key.ts';
import { changeEntry, entryOf, issue, note, type Step } from './step.ts';
import type { LedgerView, View } from './view.ts';

/** Takes a change of the ledger into its view: by status, what is unanswered, which repetition is the newest. */
export function absorbLedger({ ledger, answers }: View, { key, before, after }: EntryChange): void {
  if (before !== undefined && isOpen(before.status)) ledger.byStatus[before.status].delete(key);
  if (isOpen(after.status)) ledger.byStatus[after.status].add(key);
  if (after.effect.body.type !== 'document.send') return;
  if (after.status === 'done' && !answers.has(key))
    ledger.unanswered.set(key, { name: `997/${key}`, since: after.since });
  else ledger.unanswered.delete(key);
  const root = effectKey.root(key);
  const newest = ledger.newest.get(root);
  if (newest === undefined || newest === key || newest.length < key.length || newest < key)
    ledger.newest.set(root, key);
}

/** Whether something is still to become of an effect; what is over is asked for by nobody. */
function isOpen(status: IssuedEffect['status']): status is keyof LedgerView['byStatus'] {
  return status === 'issued' || status === 'inDoubt' || status === 'parked';
}

/** Whether an entry is the newest of a document and its repetitions. */
export function isNewest({ ledger }: View, key: string): boolean {
  return (ledger.newest.get(effectKey.root(key)) ?? key) === key;
}

/** The newest of a document and its repetitions; undefined when it was never issued. */
export function newestOf(step: Pick<Step, 'effects' | 'view'>, key: string): IssuedEffect | undefined {
  return entryOf(step, step.view.ledger.newest.get(key) ?? key);
}

/** Why an attempt came to nothing. */
export type FailedTry = Pick<Failure, 'class' | 'message' | 'retryAfterSeconds'>;

/**
 * The next attempt, after a wait, with the body as it was issued: a gate that has closed meanwhile does not lose it. When
 * there is none left it waits for the team that owns the failure.
 */
export function tryAgain(step: Step, entry: IssuedEffect, failure: FailedTry): void {
  const { key } = entry.effect;
  const notBefore = retryAt(step.policy.retry, { ...failure, key, attempt: entry.attempt, at: step.event.at });
  // Of an abandoned order nothing is issued any more.
  if (notBefore === undefined || step.view.abandoned !== undefined) {
    park(step, key, failure);
    return;
  }
  issue(step, { ...entry.effect, attempt: entry.attempt + 1, notBefore });
  changeEntry(step, key, { class: failure.class, message: failure.message });
  const data = { attempt: entry.attempt + 1, notBefore, class: failure.class };
  note(step, 'effect.retry', `${key} again: ${failure.message}`, { effect: key, data });
}

/** Leaves an effect to the team that owns its failure. */
export function park(step: Step, key: string, failure: Pick<Failure, 'class' | 'message'>): void {
  const { owner } = step.policy.errorClasses[failure.class];
  changeEntry(step, key, { status: 'parked', class: failure.class, message: failure.message });
  const data = { class: failure.class, owner };
  note(step, 'parked', `${key} waits for ${owner}: ${failure.message}`, { effect: key, data });
}

/** Ends an effect whose answer came by another way. */
export function endQuestion(step: Step, key: string): void {
  const status = entryOf(step, key)?.status;
  if (status === undefined || status === 'done' || status === 'superseded') return;
  // What was given up was not done, though what follows from that is an answer, too.
  if (status === 'withdrawn' && step.view.dismissed.has(key)) return;
  changeEntry(step, key, { status: 'done' });
  note(step, 'effect.done', `${key} answered`, { effect: key });
}

/** Ends what nobody needs any more and what has not happened. */
export function withdraw(step: Step, key: string, why: string): void {
  changeEntry(step, key, { status: 'withdrawn' });
  note(step, 'effect.withdrawn', `${key} is withdrawn: ${why}`, { effect: key });
}
