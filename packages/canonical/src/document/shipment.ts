import * as z from 'zod';
import { CalendarDate, Extensions, Identifier, Instant, Parties, Quantity, Reference } from '../value/value.ts';
import { Purpose } from './order.ts';

/** A physical unit: a pallet or carton. `parentId` makes a tree. */
export interface ShipmentUnit {
  unitId: string;
  type: 'pallet' | 'carton';
  /** 18 digits (GS1), without application identifier. */
  sscc?: string | undefined;
  parentId?: string | undefined;
  trackingNumber?: string | undefined;
  weight?: Quantity | undefined;
}

export const ShipmentUnit: z.ZodType<ShipmentUnit> = z.strictObject({
  unitId: z.string().min(1),
  type: z.enum(['pallet', 'carton']),
  sscc: z.string().min(1).optional(),
  parentId: z.string().min(1).optional(),
  trackingNumber: z.string().min(1).optional(),
  weight: Quantity.optional(),
});

/**
 * What lies in which unit: a flat relation, a bag (the same item may stand twice in one carton).
 * Every HL order of an 856 is only a list of levels over these facts.
 */
export interface PackedItem {
  /** The buyer's purchase order number. */
  orderNumber: string;
  /** Release of a blanket order; part of the order's identity. */
  orderRelease?: string | undefined;
  orderDate?: CalendarDate | undefined;
  lineId: string;
  unitId?: string | undefined;
  ids: Identifier[];
  quantity: Quantity;
  /** Ordered quantity of the line, where the partner wants it told again. */
  ordered?: Quantity | undefined;
  /** Store or location the item is for, within the ship-to. */
  location?: Identifier | undefined;
  lot?: string | undefined;
  serials?: string[] | undefined;
  expiresOn?: CalendarDate | undefined;
}

export const PackedItem: z.ZodType<PackedItem> = z.strictObject({
  orderNumber: z.string().min(1),
  orderRelease: z.string().min(1).optional(),
  orderDate: CalendarDate.optional(),
  lineId: z.string().min(1),
  unitId: z.string().min(1).optional(),
  ids: z.array(Identifier),
  quantity: Quantity,
  ordered: Quantity.optional(),
  location: Identifier.optional(),
  lot: z.string().min(1).optional(),
  serials: z.array(z.string().min(1)).optional(),
  expiresOn: CalendarDate.optional(),
});

/** Who carries it (X12 TD5): SCAC or name, mode as the partner codes it, tracking or PRO number. */
export interface Carrier {
  scac?: string | undefined;
  name?: string | undefined;
  mode?: string | undefined;
  trackingNumber?: string | undefined;
}

export const Carrier: z.ZodType<Carrier> = z.strictObject({
  scac: z.string().min(1).optional(),
  name: z.string().optional(),
  mode: z.string().min(1).optional(),
  trackingNumber: z.string().min(1).optional(),
});

/** What left, for whom, in what: X12 856. */
export interface Shipment {
  kind: 'shipment';
  version: '1';
  purpose: Purpose;
  shipmentId: string;
  /** When the notice was made. */
  createdAt: Instant;
  shippedOn: CalendarDate;
  deliveryExpectedOn?: CalendarDate | undefined;
  carrier: Carrier;
  parties: Parties;
  /** `billOfLading`, `proNumber`, `vendorNumber`, `department`. */
  references: Reference[];
  grossWeight?: Quantity | undefined;
  units: ShipmentUnit[];
  items: PackedItem[];
  ext?: Extensions | undefined;
}

export const Shipment: z.ZodType<Shipment> = z.strictObject({
  kind: z.literal('shipment'),
  version: z.literal('1'),
  purpose: Purpose,
  shipmentId: z.string().min(1),
  createdAt: Instant,
  shippedOn: CalendarDate,
  deliveryExpectedOn: CalendarDate.optional(),
  carrier: Carrier,
  parties: Parties,
  references: z.array(Reference),
  grossWeight: Quantity.optional(),
  units: z.array(ShipmentUnit),
  items: z.array(PackedItem).min(1),
  ext: Extensions.optional(),
});
