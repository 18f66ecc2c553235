import { effectKey } from './effect-key.ts';
import { park, tryAgain, withdrawNeedless } from './report-outcome.ts';
import { changeEntry, entryOf, note, type Step } from './step.ts';
import { partsOf, viewOf } from './view.ts';

/**
 * Brings the ledger in line with the facts, whichever came first: an answer ends its question, a look-up that found
 * nothing lets the submit go again, what a cancellation has made needless is withdrawn, a rejected document parks. It looks at what is, not at what just happened.
 */
export function settleEffects(step: Step): void {
  const view = viewOf(step.facts);
  for (const key of answered(step)) endQuestion(step, key);
  for (const { partId } of partsOf(view)) submitAgain(step, partId);
  for (const key of asked(step)) if (entryOf(step, key)?.status === 'parked') withdrawNeedless(step, key);
  for (const [document, answer] of view.acknowledgments) {
    if (answer.status === 'rejected') parkRejected(step, document, answer.codes);
  }
}

function* answered(step: Step): Iterable<string> {
  const { id } = step.before;
  const view = viewOf(step.facts);
  if (view.enriched !== undefined || view.invalid !== undefined) {
    for (let round = 1; round <= view.unresolved.length + 1; round++) yield effectKey.enrich(id, round);
  }
  for (const partId of [...view.accepted.keys(), ...view.refused.keys()]) {
    const submit = effectKey.submit(id, partId);
    yield submit;
    const attempts = entryOf(step, submit)?.attempt ?? 0;
    for (let attempt = 1; attempt <= attempts; attempt++) yield effectKey.find(id, partId, attempt);
  }
  for (const { cancel, partId } of view.cancelResults.values()) yield effectKey.cancel(id, cancel, partId);
}

/** The questions that come before an ERP has the order. */
function* asked(step: Step): Iterable<string> {
  const { id } = step.before;
  const view = viewOf(step.facts);
  for (let round = 1; round <= view.unresolved.length + 1; round++) yield effectKey.enrich(id, round);
  for (const { partId } of partsOf(view)) yield effectKey.submit(id, partId);
}

function endQuestion(step: Step, key: string): void {
  const status = entryOf(step, key)?.status;
  if (status === undefined || status === 'done' || status === 'superseded') return;
  changeEntry(step, key, { status: 'done' });
  note(step, 'effect.done', `${key} answered`, { effect: key });
}

function submitAgain(step: Step, partId: string): void {
  const key = effectKey.submit(step.before.id, partId);
  const entry = entryOf(step, key);
  if (entry?.status !== 'inDoubt') return;
  if (!viewOf(step.facts).notFound.has(`${partId}/${entry.attempt}`)) return;
  if (withdrawNeedless(step, key)) return;
  const message = `attempt ${entry.attempt} did not arrive`;
  if (entry.attempt < step.policy.retry.maximumAttempts) tryAgain(step, entry, { class: 'inDoubt', message });
  else park(step, key, { class: 'inDoubt', message });
}

function parkRejected(step: Step, key: string, codes: readonly string[]): void {
  const entry = entryOf(step, key);
  if (entry?.status !== 'issued' && entry?.status !== 'done') return;
  park(step, key, {
    class: 'partnerFormat',
    message: `rejected by the partner: ${codes.join(', ') || 'no code given'}`,
  });
}
