import type { ShipmentStatus } from '@dist/canonical';
import type { Call } from './call.ts';
import type { Found } from './page.ts';

/** A parcel by its carrier, in the system's code (`ups`), and the carrier's number. */
export interface TrackingKey {
  readonly carrier: string;
  readonly trackingNumber: string;
}

/** Where parcels are. */
export interface Tracking {
  /** All that the carrier has told of it. A parcel that the carrier has not seen yet is `notFound`. */
  find(key: TrackingKey, call?: Call): Promise<Found<ShipmentStatus>>;
}
