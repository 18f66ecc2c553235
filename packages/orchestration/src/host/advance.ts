import { type Policy, transition } from '../index.ts';
import type { DeliveryEffect, OutboxEffect } from '../runtime/journal.ts';
import { completeNotes } from '../telemetry/complete-notes.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Note, OrderState, Timer } from '../word/state.ts';
import type { HostedOrder } from './hosted-order.ts';
import { join, leave, type Queued } from './partner-queues.ts';

/** What an order is told in one step. */
export interface Told {
  readonly events: readonly OrderEvent[];
  /** The attempt that these events report on: it makes room for the next one of its partner. */
  readonly ended?: { readonly key: string; readonly attempt: number } | undefined;
  /** Stored bytes of this order that have to be carried now. */
  readonly deliveries?: readonly DeliveryEffect[] | undefined;
}

/** What one step did. The engine stores the order, sends the effects and arms the timers, all of it or none. */
export interface Advance {
  /** The same object when nothing changed. */
  readonly hosted: HostedOrder;
  /** What the engine is to perform, not before its time. */
  readonly send: readonly OutboxEffect[];
  /** Timers that the engine does not know yet. Those that no longer run may fire all the same: it changes nothing. */
  readonly arm: readonly Timer[];
  readonly notes: readonly Note[];
}

/** One step of a hosted order: events through the machine, effects into the queues of their partners. Pure. */
export function advance(before: HostedOrder, told: Told, policyOf: (state: OrderState) => Policy): Advance {
  const notes: Note[] = [];
  const issued: OutboxEffect[] = [];
  let { state } = before;
  let running: readonly Timer[] | undefined;
  for (const event of told.events) {
    const policy = policyOf(state);
    const step = transition(state, event, policy);
    const changed = step.state !== state || step.notes.length > 0;
    if (changed) notes.push(...completeNotes({ before: state, event, after: step.state, notes: step.notes, policy }));
    state = step.state;
    running = step.timers;
    issued.push(...step.effects);
  }
  const { queues, send } = queued(before, [...newest(issued), ...(told.deliveries ?? [])], told.ended);
  const { armed, arm } = rearmed(before, running);
  const same = state === before.state && queues === before.queues;
  const hosted = same ? before : { version: before.version + 1, state, queues, armed };
  return { hosted, send, arm, notes };
}

/** Of several attempts that one step issued, the last. */
function newest(issued: readonly OutboxEffect[]): Iterable<OutboxEffect> {
  return new Map(issued.map((effect) => [effect.key, effect])).values();
}

function queued(before: HostedOrder, effects: readonly OutboxEffect[], ended: Told['ended']): Queued {
  let { queues } = before;
  const send: OutboxEffect[] = [];
  for (const effect of effects) {
    const joined = join(queues, effect);
    queues = joined.queues;
    send.push(...joined.send);
  }
  if (ended === undefined) return { queues, send };
  // Only now: a new attempt has the place of the one that ended.
  const freed = leave(queues, ended);
  return { queues: freed.queues, send: [...send, ...freed.send] };
}

function rearmed(
  { armed }: HostedOrder,
  running: readonly Timer[] | undefined,
): { readonly armed: HostedOrder['armed']; readonly arm: readonly Timer[] } {
  if (running === undefined) return { armed, arm: [] };
  return {
    armed: Object.fromEntries(running.map(({ timer, due }) => [timer, due])),
    arm: running.filter(({ timer, due }) => armed[timer] !== due),
  };
}
