import { eventVersion, type OrderEvent } from '../word/event.ts';
import { type Dispatch, dispatch } from './dispatch.ts';
import type { AppendResult, Batch, Claimed, OutboxEffect } from './journal.ts';
import type { Outcome } from './performers.ts';
import { postpone } from './postpone.ts';
import { reportedEvents } from './reported-events.ts';
import type { Running } from './running.ts';
import { settleDelivery } from './settle-delivery.ts';

/** Commits what came of a claimed effect, and the end of its claim with it. */
export function settleEffect(running: Running, claim: Claimed, outcome: Outcome): Promise<AppendResult> {
  const { effect, lease } = claim;
  if (outcome.postponed !== undefined) return postpone(running, claim, outcome.postponed);
  if (effect.body.type === 'document.deliver') return settleDelivery(running, claim, outcome);
  const at = running.clock();
  const events = reportedEvents(effect, outcome, at);
  const settle = [{ key: effect.key, lease }];
  const dispatches = [{ id: effect.order, events }, ...toldBy(effect, at)];
  return dispatch(running, dispatches, { ...batchOf(outcome), settle });
}

/** What an order has for another one. Its key is the effect's: told twice, it is one event. */
function toldBy({ key, body }: OutboxEffect, at: string): readonly Dispatch[] {
  if (body.type !== 'order.tell') return [];
  const event = { ...body.told, key, at, v: eventVersion, causation: key } as OrderEvent;
  return [{ id: body.to, events: [event] }];
}

function batchOf(outcome: Outcome): Omit<Batch, 'streams' | 'settle'> {
  return outcome.failure === undefined ? (outcome.batch ?? {}) : {};
}

/** The claim ran out before the answer came. What an ERP has said is true all the same, and saves the look-up. */
export async function tellLate(running: Running, { effect }: Claimed, outcome: Outcome): Promise<void> {
  if (effect.safety !== 'lookupFirst' || outcome.failure !== undefined || outcome.batch !== undefined) return;
  if (outcome.postponed !== undefined) return;
  const events = reportedEvents(effect, outcome, running.clock());
  await dispatch(running, [{ id: effect.order, events }], {});
}
