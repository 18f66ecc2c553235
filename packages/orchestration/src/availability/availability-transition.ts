import { compare, subtract } from '@dist/canonical/arithmetic';
import type { Timer } from '../word/state.ts';
import { answerRequest, confirmReservation, releaseReservation } from './answer-reservation.ts';
import type { AvailabilityTransition } from './availability-effect.ts';
import type { AvailabilityEvent } from './availability-event.ts';
import type { AvailabilityPolicy } from './availability-policy.ts';
import type { AvailabilityState } from './availability-state.ts';
import { type AvailabilityStep, beginAvailabilityStep, issueEffect, noteOf } from './availability-step.ts';
import { availabilityTimers } from './availability-timers.ts';
import { endOverdue, forgetSettled } from './end-overdue.ts';
import { faultOf } from './fault-of.ts';
import { isAhead } from './is-ahead.ts';
import { type Position, position } from './position.ts';
import { promise } from './promise.ts';
import { recordAllocations } from './record-allocations.ts';
import { recordReceipt } from './record-receipt.ts';
import { recordStock } from './record-stock.ts';
import { shapeFault } from './shape-fault.ts';
import { tellChannels } from './tell-channels.ts';

/**
 * What one event does to the stock of one item: the state after it, what is to be told, all timers that now run, and notes
 * for people. Pure: no clock, nothing is written to; the same event again gives the same state object back. A malformed
 * event changes nothing and leaves a note `invalid`. So does one that is more than five minutes ahead of `now`, the caller's
 * clock, where that is given: an item would otherwise live on in that time, and every hold in it would be over. A state that
 * lives there comes back.
 */
export function availabilityTransition(
  state: AvailabilityState,
  event: AvailabilityEvent,
  policy: AvailabilityPolicy,
  now?: string,
): AvailabilityTransition {
  const shape = shapeFault(event);
  if (shape !== undefined) return refuseEvent(state, named(event, state), policy, shape);
  const fault =
    faultOf(event, state.unit) ??
    (isAhead(event.at, now) ? `at is ahead of the clock, which shows ${now}: ${event.at}` : undefined);
  if (fault !== undefined) return refuseEvent(state, event, policy, fault);
  const isLost = now !== undefined && isAhead(state.now, now);
  const step = beginAvailabilityStep(isLost ? { ...state, now } : state, event, policy);
  if (isLost) noteOf(step, 'clock', `The item lived in ${state.now}; the clock shows ${now}`, { was: state.now, now });
  endOverdue(step);
  apply(step);
  forgetSettled(step);
  return finish(step);
}

function apply(step: AvailabilityStep): void {
  const { event } = step;
  switch (event.type) {
    case 'stock.reported':
      recordStock(step, event);
      break;
    case 'allocation.reported':
      recordAllocations(step, event);
      break;
    case 'receipt.expected':
      recordReceipt(step, event);
      break;
    case 'reservation.requested':
      answerRequest(step, event);
      break;
    case 'reservation.confirmed':
      confirmReservation(step, event);
      break;
    case 'reservation.released':
      releaseReservation(step, event);
      break;
    case 'reservation.expired':
    case 'timer.fired':
      // The step has looked at the clock already, and that is all that a timer is for.
      break;
  }
}

function finish(step: AvailabilityStep): AvailabilityTransition {
  const { policy, now } = step;
  const positions = Object.keys(step.state.locations).map((location) => position(step.state, location, policy, now));
  tellChannels(step, positions);
  noteShort(step, positions);
  const timers: readonly Timer[] = availabilityTimers(step.state, positions, policy);
  return { state: step.state, effects: step.effects, timers, notes: step.notes };
}

/** Facts can take away what was promised: stock is counted anew, a receipt does not come. People decide who goes without. */
function noteShort(step: AvailabilityStep, positions: readonly Position[]): void {
  const found: Record<string, string> = {};
  for (const one of positions) {
    const left = promise(one, step.now.slice(0, 10));
    // What nobody has counted yet is not short.
    const isKnown = one.numbers.some(({ name }) => name === 'onHand');
    if (isKnown && compare(left, '0') < 0) found[one.location] = subtract('0', left);
  }
  const { short } = step.state;
  if (isSame(short, found)) return;
  step.state = { ...step.state, short: found };
  for (const [location, quantity] of Object.entries(found)) {
    if (short[location] === quantity) continue;
    noteOf(step, 'short', `${quantity} more is promised at ${location} than there is`, { location, quantity });
  }
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** An event of no shape by what can be told of it. */
function named(event: unknown, { now }: AvailabilityState): AvailabilityEvent {
  const { type, key, at } = Object(event);
  const [named, own] = [type, key].map((name) => (typeof name === 'string' ? name : 'none'));
  return { type: 'timer.fired', timer: named ?? 'none', key: own ?? 'none', at: typeof at === 'string' ? at : now };
}

function refuseEvent(
  state: AvailabilityState,
  event: AvailabilityEvent,
  policy: AvailabilityPolicy,
  fault: string,
): AvailabilityTransition {
  const step = { ...beginAvailabilityStep(state, event, policy), state, now: state.now };
  noteOf(step, 'invalid', `${event.type} ${event.key}: ${fault}`, { type: event.type, key: event.key });
  if (event.type === 'reservation.requested') {
    const { reservation, channel } = event;
    const available = { value: '0', unit: state.unit };
    const body = { type: 'reservation.refused', channel, reservation, reason: 'invalid', available } as const;
    issueEffect(step, [reservation, 'invalid'], body, channel);
  }
  const places = Object.keys(state.locations).map((location) => position(state, location, policy, state.now));
  return { state, effects: step.effects, timers: availabilityTimers(state, places, policy), notes: step.notes };
}
