import { compare, equals, maximum, subtract } from '@dist/canonical/arithmetic';
import type { AvailabilityEvent } from './availability-event.ts';
import type { AvailabilityChannelRule } from './availability-policy.ts';
import type { RefusalReason, Reservation } from './availability-state.ts';
import { type AvailabilityStep, issueEffect, noteOf, putReservation } from './availability-step.ts';
import { channelQuantity } from './channel-quantity.ts';
import { earlierInstant, instantAfter } from './instant.ts';
import { lesser } from './lesser.ts';
import { own } from './own.ts';
import { type Position, position } from './position.ts';
import { grantable } from './promise.ts';

type Of<Type extends AvailabilityEvent['type']> = Extract<AvailabilityEvent, { readonly type: Type }>;
type Requested = Of<'reservation.requested'>;

/** Grants a reservation within what can be promised, or refuses it; asked again, it is the same one. */
export function answerRequest(step: AvailabilityStep, event: Requested): void {
  const known = own(step.state.reservations, event.reservation);
  if (known !== undefined) {
    answerAgain(step, event, known);
    return;
  }
  const wanted = wantedBy(step, event);
  const answer = decide(step, event, wanted);
  if ('location' in answer) grant(step, event.reservation, { ...wanted, location: answer.location });
  // What ended before it began needs no memory: it will have ended at every later time, too.
  else refuse(step, event, answer, answer.reason === 'expired' ? undefined : wanted);
}

/** Makes a reservation permanent, under the name that the ERP order will have. */
export function confirmReservation(step: AvailabilityStep, event: Of<'reservation.confirmed'>): void {
  const { reservation: key, externalReference } = event;
  const known = own(step.state.reservations, key);
  if (known?.status === 'confirmed' && known.externalReference === externalReference) {
    noteOf(step, 'repeated', `Reservation ${key} was confirmed as ${externalReference}`);
    return;
  }
  const reason = objection(step, known);
  if (known === undefined || reason !== undefined) {
    const refusal = { key, channel: known?.channel ?? '', reason: reason ?? 'unknown', available: '0' };
    tellRefusal(step, [key, 'confirmation', refusal.reason], refusal);
    return;
  }
  putReservation(step, key, { ...known, status: 'confirmed', since: step.now, externalReference });
  noteOf(step, 'confirmed', `Reservation ${key} is order ${externalReference}`, {
    reservation: key,
    externalReference,
  });
}

/** Gives a reservation back. One that is not known yet is over before it begins. */
export function releaseReservation(step: AvailabilityStep, event: Of<'reservation.released'>): void {
  const { reservation: key, remaining } = event;
  const known = own(step.state.reservations, key);
  if (known === undefined) {
    const { now: since } = step;
    const never = { channel: '', location: '', quantity: '0', asked: '0', on: '', expiresAt: since, since };
    putReservation(step, key, { ...never, status: 'released' });
    return;
  }
  const left = remaining === undefined ? '0' : lesser(remaining.value, known.quantity);
  const isOver = known.status !== 'held' && known.status !== 'confirmed';
  if (isOver || equals(left, known.quantity)) {
    noteOf(step, 'repeated', `Reservation ${key} has nothing to give back`);
    return;
  }
  const status = equals(left, '0') ? 'released' : known.status;
  putReservation(step, key, { ...known, status, quantity: left, since: step.now });
  const data = { reservation: key, quantity: subtract(known.quantity, left) };
  noteOf(step, 'released', `Reservation ${key} gives back ${data.quantity}`, data);
}

function wantedBy({ event: { at }, policy, now }: AvailabilityStep, event: Requested): Reservation {
  const { holdSeconds, maximumHoldSeconds } = policy.reservations;
  const last = instantAfter(at, maximumHoldSeconds);
  const expiresAt = event.expiresAt ?? instantAfter(at, holdSeconds);
  const { value } = event.quantity;
  return {
    status: 'held',
    channel: event.channel,
    location: event.location ?? '',
    quantity: value,
    asked: value,
    on: event.on ?? at.slice(0, 10),
    expiresAt: earlierInstant(expiresAt, last),
    since: now,
  };
}

function answerAgain(step: AvailabilityStep, event: Requested, known: Reservation): void {
  const isSame =
    known.channel === event.channel &&
    equals(known.asked, event.quantity.value) &&
    (event.location ?? known.location) === known.location;
  if (isSame) noteOf(step, 'repeated', `Reservation ${event.reservation} is ${known.status}`);
  else refuse(step, event, { reason: known.channel === '' ? 'ended' : 'different' });
}

type Answer = { readonly location: string } | Refusal;

interface Refusal {
  readonly reason: RefusalReason;
  /** What could be had instead. */
  readonly available?: string | undefined;
}

function decide(step: AvailabilityStep, event: Requested, { quantity, on, expiresAt }: Reservation): Answer {
  const { state, policy, now } = step;
  if (expiresAt <= now) return { reason: 'expired' };
  const rule = own(policy.channels, event.channel);
  if (rule === undefined) return { reason: 'unknownChannel' };
  const places = placesOf(step, event, rule);
  if (places.length === 0) return { reason: 'unknownLocation' };
  const positions = places.map((location) => position(state, location, policy, now));
  const most = limitOf(step, rule, on);
  const amounts = positions.map((one) => lesser(grantable(one, on), most ?? quantity));
  const found = positions[amounts.findIndex((amount) => compare(quantity, amount) <= 0)];
  if (found !== undefined) return { location: found.location };
  const isStale = positions.every(({ blocked }) => blocked);
  return { reason: isStale ? 'stale' : 'notEnough', available: maximum(...amounts) };
}

/** Why a reservation cannot be confirmed. */
function objection(step: AvailabilityStep, known: Reservation | undefined): RefusalReason | undefined {
  switch (known?.status) {
    case undefined:
      return 'unknown';
    case 'held':
      return undefined;
    case 'confirmed':
      return 'different';
    case 'expired': {
      // Too late, and no harm when there is enough still: the goods were nobody's in between.
      const there = position(step.state, known.location, step.policy, step.now);
      return compare(known.quantity, grantable(there, known.on)) > 0 ? 'expired' : undefined;
    }
    default:
      return 'ended';
  }
}

/** Where the goods may come from, in order. */
function placesOf(step: AvailabilityStep, event: Requested, rule: AvailabilityChannelRule): readonly string[] {
  const all = rule.locations ?? Object.keys(step.state.locations).sort();
  if (event.location === undefined) return all;
  const isAllowed = rule.locations === undefined || rule.locations.includes(event.location);
  return isAllowed ? [event.location] : [];
}

/** What a limited channel may take at most; undefined for the others. */
function limitOf(step: AvailabilityStep, rule: AvailabilityChannelRule, on: string): string | undefined {
  if (!rule.limited) return undefined;
  const { state, policy, now } = step;
  const all: Position[] = Object.keys(state.locations).map((location) => position(state, location, policy, now));
  return channelQuantity(state.item, all, rule, on, policy);
}

function grant(step: AvailabilityStep, key: string, reservation: Reservation): void {
  const { channel, location, quantity, expiresAt } = reservation;
  putReservation(step, key, reservation);
  const amount = { value: quantity, unit: step.state.unit };
  const body = {
    type: 'reservation.granted',
    channel,
    reservation: key,
    location,
    quantity: amount,
    expiresAt,
  } as const;
  issueEffect(step, [key], body, channel);
  const data = { reservation: key, channel, location, quantity, expiresAt };
  noteOf(step, 'granted', `Reservation ${key} holds ${quantity} at ${location} until ${expiresAt}`, data);
}

/** Says no. A refusal of something `wanted` is kept for as long as it would have been held: asked again, it stays. */
function refuse(
  step: AvailabilityStep,
  { reservation: key, channel }: Requested,
  { reason, available = '0' }: Refusal,
  wanted?: Reservation,
): void {
  if (wanted !== undefined) putReservation(step, key, { ...wanted, status: 'refused', reason });
  tellRefusal(step, wanted === undefined ? [key, reason] : [key], { key, channel, reason, available });
}

function tellRefusal(
  step: AvailabilityStep,
  name: readonly string[],
  { key: reservation, channel, reason, available: value }: Required<Refusal> & { key: string; channel: string },
): void {
  const available = { value: value ?? '0', unit: step.state.unit };
  issueEffect(step, name, { type: 'reservation.refused', channel, reservation, reason, available }, channel);
  noteOf(step, 'refused', `Reservation ${reservation} is refused: ${reason}`, {
    reservation,
    channel,
    reason,
    available,
  });
}
