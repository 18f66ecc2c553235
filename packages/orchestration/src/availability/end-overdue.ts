import type { LocationState, Reservation } from './availability-state.ts';
import { type AvailabilityStep, locationOf, noteOf, putReservation } from './availability-step.ts';
import { instantAfter } from './instant.ts';
import { onHand } from './on-hand.ts';
import { openDemand } from './open-demand.ts';

/**
 * Ends every held reservation whose time is over. It does not wait for the timer: a host whose timers are late promises no
 * less and no more than one whose timers are on time.
 */
export function endOverdue(step: AvailabilityStep): void {
  for (const [key, reservation] of Object.entries(step.state.reservations)) {
    if (reservation.status !== 'held' || reservation.expiresAt > step.now) continue;
    putReservation(step, key, { ...reservation, status: 'expired', since: step.now });
    noteOf(step, 'expired', `Reservation ${key} has expired`, { reservation: key });
  }
}

/**
 * Drops what has been settled for so long that nothing about it can come any more, so that the state stays small. Looks once
 * an hour, at the first event of it.
 */
export function forgetSettled(step: AvailabilityStep): void {
  if (hourOf(step.now) === hourOf(step.before)) return;
  const before = instantAfter(step.now, -step.policy.rememberSeconds);
  const isKept = (_: string, { status, since, expiresAt }: Reservation) =>
    status === 'held' || status === 'confirmed' || since > before || expiresAt > before;
  const reservations = pick(step.state.reservations, isKept);
  if (reservations !== step.state.reservations) step.state = { ...step.state, reservations };
  for (const location of Object.keys(step.state.locations)) forgetOrders(step, location, before);
}

function hourOf(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DDTHH'.length);
}

/** An order is forgotten with all that is known of it at once: half of it would count as open again. */
function forgetOrders(step: AvailabilityStep, location: string, before: string): void {
  const { state, policy } = step;
  const place = locationOf(state, location);
  if (!hasOld(place, before)) return;
  const reflected = onHand(place, policy)?.reflected ?? (() => '0');
  const kept = new Set(openDemand(state, location, place, reflected).map(({ name }) => name));
  for (const reference of lastTouched(place, state.reservations, before)) kept.add(reference);
  const isKept = (reference: string) => kept.has(reference);
  const reservations = pick(
    state.reservations,
    (_, one) => one.location !== location || one.status !== 'confirmed' || isKept(one.externalReference ?? ''),
  );
  const next = withoutOld(place, isKept, before);
  if (reservations === state.reservations && next === place) return;
  step.state = { ...state, reservations, locations: { ...state.locations, [location]: next } };
}

function withoutOld(place: LocationState, isKept: (reference: string) => boolean, before: string): LocationState {
  const today = before.slice(0, 10);
  const stock = change(place.stock, (stream) => {
    const reflected = pick(stream.reflected, isKept);
    const received = pick(stream.received, (receipt, { asOf }) => asOf > before || isExpected(place, receipt));
    const isSame = reflected === stream.reflected && received === stream.received;
    return isSame ? stream : { ...stream, reflected, received };
  });
  const allocations = change(place.allocations, (stream) => {
    const rows = pick(stream.rows, isKept);
    return rows === stream.rows ? stream : { ...stream, rows };
  });
  const receipts = change(place.receipts, (of) => pick(of, (_, { on }) => on >= today));
  const isSame = stock === place.stock && allocations === place.allocations && receipts === place.receipts;
  return isSame ? place : { stock, allocations, receipts };
}

function hasOld(place: LocationState, before: string): boolean {
  const isOld = ({ asOf }: { readonly asOf: string }) => asOf <= before;
  const streams = Object.values(place.stock);
  return (
    streams.some(({ reflected, received }) => [reflected, received].some((told) => Object.values(told).some(isOld))) ||
    Object.values(place.allocations).some(({ rows }) => Object.values(rows).some(isOld)) ||
    Object.values(place.receipts).some((receipts) => Object.values(receipts).some(({ on }) => on < before.slice(0, 10)))
  );
}

function* lastTouched(
  place: LocationState,
  reservations: Readonly<Record<string, Reservation>>,
  before: string,
): Iterable<string> {
  for (const { externalReference, since } of Object.values(reservations))
    if (externalReference !== undefined && since > before) yield externalReference;
  for (const { reflected } of Object.values(place.stock))
    for (const [reference, { asOf }] of Object.entries(reflected)) if (asOf > before) yield reference;
  for (const { rows } of Object.values(place.allocations))
    for (const [reference, { asOf }] of Object.entries(rows)) if (asOf > before) yield reference;
}

function isExpected({ receipts }: LocationState, receipt: string): boolean {
  return Object.values(receipts).some((of) => Object.hasOwn(of, receipt));
}

type Records<Value> = Readonly<Record<string, Value>>;

/** The entries that are kept; the same object when all are. */
function pick<Value>(from: Records<Value>, isKept: (key: string, value: Value) => boolean): Records<Value> {
  const entries = Object.entries(from);
  const kept = entries.filter(([key, value]) => isKept(key, value));
  return kept.length === entries.length ? from : Object.fromEntries(kept);
}

/** Each value changed; the same object when none is. */
function change<Value>(from: Records<Value>, changed: (value: Value) => Value): Records<Value> {
  const entries = Object.entries(from).map(([key, value]): [string, Value] => [key, changed(value)]);
  return entries.every(([key, value]) => value === from[key]) ? from : Object.fromEntries(entries);
}
