import type { AvailabilityState, Reservation } from './availability-state.ts';
import { instantAfter } from './instant.ts';
import { own } from './own.ts';

/** A confirmed reservation that no system has told of. */
export interface UnseenReservation {
  readonly reservation: string;
  readonly location: string;
  readonly externalReference: string;
  readonly quantity: string;
  /** When it was confirmed. */
  readonly since: string;
}

/**
 * Confirmed reservations that for so many seconds neither an allocation nor a number on hand has shown (R28): the ERP order
 * was perhaps never made, and its goods wait for nobody. They count until they are released.
 */
export function unseenReservations(
  state: AvailabilityState,
  { at, seconds }: { readonly at: string; readonly seconds: number },
): readonly UnseenReservation[] {
  const before = instantAfter(at, -seconds);
  return Object.entries(state.reservations).flatMap(([reservation, one]) => {
    const { status, location, externalReference, quantity, since } = one;
    if (status !== 'confirmed' || externalReference === undefined || since > before) return [];
    return isSeen(state, one, externalReference) ? [] : [{ reservation, location, externalReference, quantity, since }];
  });
}

function isSeen({ locations }: AvailabilityState, { location }: Reservation, externalReference: string): boolean {
  const place = own(locations, location);
  const apart = Object.values(place?.allocations ?? {}).some(({ rows }) => Object.hasOwn(rows, externalReference));
  const posted = Object.values(place?.stock ?? {}).some(
    ({ reflected, deltas }) =>
      Object.hasOwn(reflected, externalReference) ||
      Object.values(deltas).some(({ reflects }) => Object.hasOwn(reflects ?? {}, externalReference)),
  );
  return apart || posted;
}
