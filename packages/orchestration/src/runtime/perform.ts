import type { OrderState } from '../word/state.ts';
import { checkedOutcome } from './checked-outcome.ts';
import type { Claimed, OutboxEffect } from './journal.ts';
import { ofOrder } from './order-fault.ts';
import type { Outcome, Performer } from './performers.ts';
import type { Running } from './running.ts';
import { policyOf } from './runtime-options.ts';
import { textOfError } from './text-of-error.ts';
import { timeoutOf } from './timeout-of.ts';

/** Calls the performer of an effect, and waits no longer for it than it may take. What it throws is an outcome too. */
export async function perform(running: Running, claim: Claimed, state: OrderState): Promise<Outcome> {
  const { effect, reclaimed } = claim;
  const { journal, performers } = running;
  // What one order tells another is told in the transaction that settles the effect.
  if (effect.body.type === 'order.tell') return {};
  const performer = performers[effect.body.type] as Performer<OutboxEffect>;
  const policy = ofOrder(effect.order, () => policyOf(running, state));
  const { signal, done } = running.inHand.signal(timeFor(running, effect, policy.retry.lookUpAfterSeconds));
  const { key, attempt } = effect;
  try {
    const context = { signal, attempt, reclaimed, key, journal, policy };
    return checkedOutcome(effect, await Promise.race([performer(effect, context), aborted(signal)]));
  } catch (error) {
    return { failure: thrown(effect, error) };
  } finally {
    done();
  }
}

/** An order may be pinned to a policy that looks up sooner than that of new orders: it must have ended before that. */
function timeFor(running: Running, { body, safety }: OutboxEffect, lookUpAfterSeconds: number): number {
  const timeout = timeoutOf(running, body.type);
  return safety === 'lookupFirst' ? Math.min(timeout, lookUpAfterSeconds * 1000) : timeout;
}

/** A performer that does not mind the signal is not waited for. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** A performer that throws has a fault of its own. What must be looked up first may have happened all the same. */
function thrown(effect: OutboxEffect, error: unknown): Extract<Outcome, { failure: object }>['failure'] {
  const message = textOfError(error);
  return { class: effect.safety === 'lookupFirst' ? 'inDoubt' : 'system', code: 'performer-threw', message };
}
