import * as z from 'zod';
import { Carrier } from '../value/carrier.ts';
import { CalendarDate, Country, Extensions, Instant, Parties, Quantity, Reference } from '../value/value.ts';

/** Where a shipment is or was (X12 MS1). */
export interface Place {
  city?: string | undefined;
  /** State or province code. */
  region?: string | undefined;
  postalCode?: string | undefined;
  /** ISO 3166-1, two letters. */
  country?: string | undefined;
}

export const Place: z.ZodType<Place> = z.strictObject({
  city: z.string().min(1).optional(),
  region: z.string().min(1).optional(),
  postalCode: z.string().min(1).optional(),
  country: Country.optional(),
});

/** How far a shipment is, in the words that all carriers have. */
export type Milestone =
  | 'announced'
  | 'pickedUp'
  | 'inTransit'
  | 'outForDelivery'
  | 'deliveryAttempted'
  | 'delivered'
  | 'exception'
  | 'returned'
  | 'cancelled';

export const Milestone: z.ZodType<Milestone> = z.enum([
  'announced',
  'pickedUp',
  'inTransit',
  'outForDelivery',
  'deliveryAttempted',
  'delivered',
  'exception',
  'returned',
  'cancelled',
]);

/** One thing that a carrier tells (X12 AT7). */
export interface ShipmentEvent {
  /** Whether it happened, or is agreed for later (an appointment). */
  type: 'event' | 'appointment';
  /** The carrier's code (X12 1650 for an event, 1652 for an appointment): `D1` delivered, `AF` left the pick-up place. */
  code: string;
  /** Reason in the carrier's code (X12 1651): `NS` normal. */
  reason?: string | undefined;
  milestone?: Milestone | undefined;
  /** With the offset of the place where it happened. */
  at?: Instant | undefined;
  /** The day, where the carrier tells no time or no zone. */
  on?: CalendarDate | undefined;
  place?: Place | undefined;
  /** Who took the goods. */
  signedBy?: string | undefined;
  equipmentNumber?: string | undefined;
}

export const ShipmentEvent: z.ZodType<ShipmentEvent> = z.strictObject({
  type: z.enum(['event', 'appointment']),
  code: z.string().min(1),
  reason: z.string().min(1).optional(),
  milestone: Milestone.optional(),
  at: Instant.optional(),
  on: CalendarDate.optional(),
  place: Place.optional(),
  signedBy: z.string().min(1).optional(),
  equipmentNumber: z.string().min(1).optional(),
});

/** What a carrier tells of a shipment on its way: X12 214, a tracking call. */
export interface ShipmentStatus {
  kind: 'shipmentStatus';
  version: '1';
  /** The shipper's number of the shipment (B1002), so that it can be found. */
  shipmentId?: string | undefined;
  /** The carrier with its own number of the shipment (B1001) as `trackingNumber`. */
  carrier: Carrier;
  parties: Parties;
  /** `billOfLading`, `order`: what the shipment is known by (X12 L11). */
  references: Reference[];
  events: ShipmentEvent[];
  estimatedDelivery?: Instant | undefined;
  packageCount?: number | undefined;
  grossWeight?: Quantity | undefined;
  ext?: Extensions | undefined;
}

export const ShipmentStatus: z.ZodType<ShipmentStatus> = z.strictObject({
  kind: z.literal('shipmentStatus'),
  version: z.literal('1'),
  shipmentId: z.string().min(1).optional(),
  carrier: Carrier,
  parties: Parties,
  references: z.array(Reference),
  events: z.array(ShipmentEvent).min(1),
  estimatedDelivery: Instant.optional(),
  packageCount: z.int().nonnegative().optional(),
  grossWeight: Quantity.optional(),
  ext: Extensions.optional(),
});
