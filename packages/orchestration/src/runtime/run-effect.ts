import { empty } from '../order/empty.ts';
import { isDue } from '../order/is-due.ts';
import type { Failure } from '../word/failure.ts';
import type { OrderState } from '../word/state.ts';
import { mostConflicts } from './dispatch.ts';
import type { AppendResult, Claimed, OutboxEffect } from './journal.ts';
import { reportCall } from './lanes-now.ts';
import { OrderFault } from './order-fault.ts';
import { perform } from './perform.ts';
import type { Outcome } from './performers.ts';
import type { Running } from './running.ts';
import { settleEffect, tellLate } from './settle-effect.ts';
import { textOfError } from './text-of-error.ts';

/** Performs one claimed effect and commits what came of it, together with the end of its claim. */
export async function runEffect(running: Running, claim: Claimed): Promise<void> {
  const { effect, reclaimed } = claim;
  const state = await stateOf(running, claim);
  if (!isWanted(effect, state)) return forget(running, claim);
  // An effect that must be looked up first is never run again blindly: the worker that had it may have done it.
  if (reclaimed && effect.safety === 'lookupFirst') {
    await settleEffect(running, claim, { failure: interrupted(effect) });
    return;
  }
  let lost: string | undefined;
  for (let runs = 1; ; runs++) {
    const run = () => performAndSettle(running, claim, state);
    const { outcome, result } = await (lost === undefined ? run() : running.inTurn(lost, run));
    if (result === undefined || result.status === 'appended') return;
    if (result.what === 'lease') return tellLate(running, claim, outcome);
    // Another took the same number meanwhile: what may be done twice is made anew with the next one.
    const race = result.what === 'sequence' || result.what === 'mark';
    lost = `${result.what} ${result.key}`;
    if (race && effect.safety === 'idempotent' && runs < mostConflicts) continue;
    await settleEffect(running, claim, { failure: refused(effect, result) });
    return;
  }
}

async function performAndSettle(
  running: Running,
  claim: Claimed,
  state: OrderState,
): Promise<{ readonly outcome: Outcome; readonly result: AppendResult | undefined }> {
  const outcome = await perform(running, claim, state);
  // What is postponed has called nobody.
  if (outcome.postponed === undefined) reportCall(running, claim.effect.lane, outcome);
  return { outcome, result: await settled(running, claim, outcome) };
}

/**
 * What came of it, committed. Undefined when its order or its journal cannot take it: then that is a failure of the attempt,
 * which counts, so that it is not performed for ever.
 */
async function settled(running: Running, claim: Claimed, outcome: Outcome): Promise<AppendResult | undefined> {
  try {
    return await settleEffect(running, claim, outcome);
  } catch (error) {
    if (!isOfThis(claim.effect, error)) throw error;
    await settleEffect(running, claim, { failure: untaken(claim.effect, error) });
    return undefined;
  }
}

/** A journal that is not there fails with errors of its own; the fault of another order, which is told something, is not this one's. */
function isOfThis({ order }: OutboxEffect, error: unknown): boolean {
  return error instanceof OrderFault ? error.order === order : error instanceof RangeError;
}

async function stateOf({ orders }: Running, { effect: { order }, version }: Claimed): Promise<OrderState> {
  return order === '' ? empty(order) : (await orders.open(order, version)).state;
}

/** An answer may have ended the question while the effect lay in the outbox; then it is not asked any more. */
function isWanted(effect: OutboxEffect, state: OrderState): boolean {
  return effect.body.type === 'document.deliver' || isDue(state, effect);
}

async function forget({ journal }: Running, { effect, lease }: Claimed): Promise<void> {
  await journal.append({ settle: [{ key: effect.key, lease }] });
}

function interrupted({ key }: OutboxEffect): Failure {
  const message = `The worker that had ${key} ended or took too long: it may have happened.`;
  return { class: 'inDoubt', code: 'interrupted', message };
}

function refused(effect: OutboxEffect, conflict: Extract<AppendResult, { status: 'conflict' }>): Failure {
  const message = `What came of ${effect.key} could not be committed: ${conflict.what} ${conflict.key} is another already.`;
  return { class: effect.safety === 'lookupFirst' ? 'inDoubt' : 'system', code: 'commit-conflict', message };
}

function untaken({ key, safety }: OutboxEffect, error: unknown): Failure {
  const why = textOfError(error instanceof OrderFault ? error.cause : error);
  const message = `What came of ${key} cannot be taken: ${why}. Mend the performer, then replay this`;
  return { class: safety === 'lookupFirst' ? 'inDoubt' : 'system', code: 'performer-answer', message };
}
