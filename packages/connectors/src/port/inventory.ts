import type { InventoryAvailability } from '@dist/canonical';
import type { Call, WriteCall } from './call.ts';
import type { ConnectorFailure } from './failure.ts';
import type { PublishOutcome } from './publish.ts';

/** Which items are asked for, by the seller's item numbers, and where; everywhere when `locations` is absent. */
export interface AvailabilityQuery {
  readonly items: readonly string[];
  /** The system's own names of places. */
  readonly locations?: readonly string[] | undefined;
}

/**
 * What is there. Every quantity says which number it is (`onHand`, `salable`, `availableToPromise`, …): two systems'
 * "stock" are seldom the same. `missing` are the items that the system does not know.
 */
export type AvailabilityOutcome =
  | { readonly status: 'found'; readonly availability: InventoryAvailability; readonly missing: readonly string[] }
  /** The system knows none of the items. */
  | { readonly status: 'notFound' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** Stock of a system. */
export interface Inventory {
  availability(query: AvailabilityQuery, call?: Call): Promise<AvailabilityOutcome>;
  /** Tells the system what there is now: absolute numbers, so that telling twice changes nothing. */
  publish(availability: InventoryAvailability, call: WriteCall): Promise<PublishOutcome>;
}
