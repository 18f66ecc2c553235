import { empty } from '../core/empty.ts';
import { isDue } from '../core/is-due.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { OrderState } from '../word/state.ts';
import { dispatch, mostConflicts } from './dispatch.ts';
import type { AppendResult, Batch, Claimed, OutboxEffect } from './journal.ts';
import type { Outcome, Performer, Report } from './performers.ts';
import { policyOf, type RuntimeOptions } from './runtime-options.ts';
import { settleDelivery } from './settle-delivery.ts';

/** Performs one claimed effect and commits what came of it, together with the end of its claim. */
export async function runEffect(options: RuntimeOptions, claim: Claimed): Promise<void> {
  const { effect, reclaimed } = claim;
  const state = (await options.journal.load(effect.order))?.state ?? empty(effect.order);
  if (!isWanted(effect, state)) return forget(options, claim);
  // An effect that must be looked up first is never run again blindly: the worker that had it may have done it.
  if (reclaimed && effect.safety === 'lookupFirst') {
    await settle(options, claim, { failure: interrupted(effect) });
    return;
  }
  for (let runs = 1; ; runs++) {
    const outcome = await perform(options, claim, state);
    const result = await settle(options, claim, outcome);
    if (result.status === 'appended') return;
    if (result.what === 'lease') return tellLate(options, claim, outcome);
    // Another took the same number meanwhile: what may be done twice is made anew with the next one.
    const race = result.what === 'sequence' || result.what === 'mark';
    if (race && effect.safety === 'idempotent' && runs < mostConflicts) continue;
    await settle(options, claim, { failure: refused(effect, result) });
    return;
  }
}

/** An answer may have ended the question while the effect lay in the outbox; then it is not asked any more. */
function isWanted(effect: OutboxEffect, state: OrderState): boolean {
  return effect.body.type === 'document.deliver' || isDue(state, effect);
}

async function forget({ journal }: RuntimeOptions, { effect, lease }: Claimed): Promise<void> {
  await journal.append({ settle: [{ key: effect.key, lease }] });
}

function interrupted({ key }: OutboxEffect): Failure {
  const message = `The worker that had ${key} ended or took too long: it may have happened.`;
  return { class: 'inDoubt', code: 'interrupted', message };
}

async function perform(options: RuntimeOptions, claim: Claimed, state: OrderState): Promise<Outcome> {
  const { effect, reclaimed } = claim;
  const { journal, performers, lease = 60_000 } = options;
  const performer = performers[effect.body.type] as Performer<OutboxEffect>;
  const signal = AbortSignal.timeout(lease);
  const { key, attempt } = effect;
  const context = { signal, attempt, reclaimed, key, journal, policy: policyOf(options, state) };
  try {
    return await Promise.race([performer(effect, context), aborted(signal)]);
  } catch (error) {
    return { failure: thrown(effect, error) };
  }
}

/** A performer that does not mind the signal is not waited for. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** A performer that throws has a fault of its own. What must be looked up first may have happened all the same. */
function thrown(effect: OutboxEffect, error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { class: effect.safety === 'lookupFirst' ? 'inDoubt' : 'system', code: 'performer-threw', message };
}

function refused(effect: OutboxEffect, conflict: Extract<AppendResult, { status: 'conflict' }>): Failure {
  const message = `What came of ${effect.key} could not be committed: ${conflict.what} ${conflict.key} is another already.`;
  return { class: effect.safety === 'lookupFirst' ? 'inDoubt' : 'system', code: 'commit-conflict', message };
}

function settle(options: RuntimeOptions, claim: Claimed, outcome: Outcome): Promise<AppendResult> {
  const { effect, lease } = claim;
  if (effect.body.type === 'document.deliver') return settleDelivery(options, claim, outcome);
  const events = eventsOf(options, effect, outcome);
  const settled = [{ key: effect.key, lease }];
  return dispatch(options, [{ id: effect.order, events }], { ...batchOf(outcome), settle: settled });
}

/** The claim ran out before the answer came. What an ERP has said is true all the same, and saves the look-up. */
async function tellLate(options: RuntimeOptions, { effect }: Claimed, outcome: Outcome): Promise<void> {
  if (effect.safety !== 'lookupFirst' || outcome.failure !== undefined || outcome.batch !== undefined) return;
  await dispatch(options, [{ id: effect.order, events: eventsOf(options, effect, outcome) }], {});
}

function batchOf(outcome: Outcome): Omit<Batch, 'streams' | 'settle'> {
  return outcome.failure === undefined ? (outcome.batch ?? {}) : {};
}

/** What happened, as events whose keys come from the effect and its attempt: told twice, they are the same events. */
function eventsOf({ clock }: RuntimeOptions, effect: OutboxEffect, outcome: Outcome): OrderEvent[] {
  const { key, attempt } = effect;
  const at = clock();
  return reportsOf(effect, outcome).map(
    (report, index) =>
      ({ ...report, key: `${key}@${attempt}/${report.type}/${index}`, at, v: 2, causation: key }) as OrderEvent,
  );
}

function reportsOf({ key, attempt }: OutboxEffect, outcome: Outcome): readonly Report[] {
  if (outcome.failure !== undefined) {
    return [{ type: 'effect.failed', effect: key, attempt, failure: outcome.failure }];
  }
  const done: Report = { type: 'effect.done', effect: key, attempt, ...(outcome.sent && { sent: outcome.sent }) };
  return [...(outcome.events ?? []), done];
}
