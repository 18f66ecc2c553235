import type { AvailabilityNote } from './availability-effect.ts';
import type { AvailabilityEvent } from './availability-event.ts';
import type { AvailabilityPolicy } from './availability-policy.ts';
import type { AvailabilityState, Reservation } from './availability-state.ts';
import { availabilityTransition } from './availability-transition.ts';
import { own } from './own.ts';
import type { VersionedStore } from './versioned-store.ts';

/** Where an event goes. */
export interface AvailabilityTarget {
  readonly store: VersionedStore;
  /** The item's state when the store has none: `emptyAvailability(item)`. */
  readonly empty: AvailabilityState;
  readonly policy: AvailabilityPolicy;
  /** ISO UTC with milliseconds: an event that is more than five minutes ahead of it is refused as `invalid`. */
  readonly clock?: (() => string) | undefined;
  /** How often it is tried against other writers; 50 when absent. */
  readonly attempts?: number | undefined;
}

/** What became of it. `contended`: other writers were quicker each time, nothing was written; try again later. */
export type AppliedAvailability =
  | {
      readonly status: 'applied';
      readonly state: AvailabilityState;
      readonly notes: readonly AvailabilityNote[];
      /** The reservation that the event is about, as it is now; undefined when there is none. */
      readonly reservation?: Reservation | undefined;
    }
  | { readonly status: 'contended'; readonly attempts: number };

/**
 * Applies an event from any of many processes: load, decide, save if nobody else has, and again from the start otherwise.
 * When the answer of a save is lost, apply the same event again: that does no harm, and the answer is in the state.
 */
export async function applyAvailability(
  event: AvailabilityEvent,
  { store, empty, policy, clock, attempts = 50 }: AvailabilityTarget,
): Promise<AppliedAvailability> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const loaded = await store.load(empty.item);
    const before = loaded?.state ?? empty;
    const { state, effects, timers, notes } = availabilityTransition(before, event, policy, clock?.());
    const isChanged = state !== before || effects.length > 0;
    const saved = isChanged ? await store.save(empty.item, loaded?.version ?? 0, { state, effects, timers }) : 'saved';
    if (saved === 'conflict') continue;
    const reservation = 'reservation' in event ? own(state.reservations, event.reservation) : undefined;
    return { status: 'applied', state, notes, reservation };
  }
  return { status: 'contended', attempts };
}
