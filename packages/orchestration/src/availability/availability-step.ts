import type { AvailabilityEffect, AvailabilityEffectBody, AvailabilityNote } from './availability-effect.ts';
import type { AvailabilityEvent } from './availability-event.ts';
import type { AvailabilityPolicy } from './availability-policy.ts';
import type { AvailabilityState, LocationState, Reservation } from './availability-state.ts';
import { laterInstant } from './instant.ts';
import { own } from './own.ts';

/** One step of the machine while it is being made. States are replaced, never written to. */
export interface AvailabilityStep {
  readonly event: AvailabilityEvent;
  readonly policy: AvailabilityPolicy;
  /** The event's instant, or the latest before it. */
  readonly now: string;
  /** The latest instant before this event; the empty text when there was none. */
  readonly before: string;
  state: AvailabilityState;
  readonly effects: AvailabilityEffect[];
  readonly notes: AvailabilityNote[];
}

export function beginAvailabilityStep(
  before: AvailabilityState,
  event: AvailabilityEvent,
  policy: AvailabilityPolicy,
): AvailabilityStep {
  const now = laterInstant(event.at, before.now);
  return {
    event,
    policy,
    now,
    before: before.now,
    state: now === before.now ? before : { ...before, now },
    effects: [],
    notes: [],
  };
}

export function noteOf(
  step: AvailabilityStep,
  type: string,
  message: string,
  data?: Readonly<Record<string, unknown>>,
): void {
  step.notes.push({ at: step.event.at, item: step.state.item, type, message, ...(data && { data }) });
}

const nothing: LocationState = { stock: {}, allocations: {}, receipts: {} };

export function locationOf({ locations }: AvailabilityState, location: string): LocationState {
  return own(locations, location) ?? nothing;
}

export function putLocation(step: AvailabilityStep, location: string, value: LocationState): void {
  step.state = { ...step.state, locations: { ...step.state.locations, [location]: value } };
}

export function putReservation(step: AvailabilityStep, key: string, value: Reservation): void {
  step.state = { ...step.state, reservations: { ...step.state.reservations, [key]: value } };
}

/** Puts something in the outbox. `name` is what the key tells it by beside the item. */
export function issueEffect(
  step: AvailabilityStep,
  name: readonly string[],
  body: AvailabilityEffectBody,
  channel: string,
): void {
  const { item } = step.state;
  step.effects.push({
    key: [body.type, item, ...name].map(escaped).join('/'),
    item,
    body,
    lane: own(step.policy.channels, channel)?.lane ?? 'local',
    // Someone waits for the answer to a request; what a shop shows may come a little later.
    class: body.type === 'channel.quantity' ? 'nearRealTime' : 'realTime',
    priority: 5,
    notBefore: step.event.at,
    attempt: 1,
    safety: 'idempotent',
  });
}

function escaped(part: string): string {
  return part.replaceAll('%', '%25').replaceAll('/', '%2F');
}
