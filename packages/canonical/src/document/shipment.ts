import * as z from 'zod';
import { Carrier } from '../value/carrier.ts';
import { Dimensions } from '../value/dimensions.ts';
import { Equipment } from '../value/equipment.ts';
import { Freight } from '../value/freight.ts';
import {
  CalendarDate,
  Country,
  DecimalString,
  Extensions,
  Identifier,
  Instant,
  Parties,
  Quantity,
  Reference,
} from '../value/value.ts';
import { Purpose } from './order.ts';

/** A physical unit: a pallet or carton. `parentId` makes a tree. */
export interface ShipmentUnit {
  unitId: string;
  type: 'pallet' | 'carton';
  /** 18 digits (GS1), without application identifier. */
  sscc?: string | undefined;
  parentId?: string | undefined;
  trackingNumber?: string | undefined;
  /** Other numbers on its label, such as the GTIN of a case (X12 MAN*UC). */
  ids?: Identifier[] | undefined;
  /** Kind of package in the partner's code (X12 103): `CTN25`. */
  packaging?: string | undefined;
  weight?: Quantity | undefined;
  dimensions?: Dimensions | undefined;
}

export const ShipmentUnit: z.ZodType<ShipmentUnit> = z.strictObject({
  unitId: z.string().min(1),
  type: z.enum(['pallet', 'carton']),
  sscc: z.string().min(1).optional(),
  parentId: z.string().min(1).optional(),
  trackingNumber: z.string().min(1).optional(),
  ids: z.array(Identifier).optional(),
  packaging: z.string().min(1).optional(),
  weight: Quantity.optional(),
  dimensions: Dimensions.optional(),
});

/**
 * What lies in which unit: a flat relation, a bag (the same item may stand twice in one carton).
 * Every HL order of an 856 is only a list of levels over these facts.
 */
export interface PackedItem {
  /** The buyer's purchase order number; in a list of a connector the system's own number of the order. */
  orderNumber: string;
  /** Release of a blanket order; part of the order's identity. */
  orderRelease?: string | undefined;
  orderDate?: CalendarDate | undefined;
  /** What the partner wants told of the order, next to its number (X12 REF at the order level): `department`. */
  orderReferences?: Reference[] | undefined;
  lineId: string;
  unitId?: string | undefined;
  ids: Identifier[];
  description?: string | undefined;
  /** Numbers of the kit or prepack that was ordered, where this is a part of it. */
  kitIds?: Identifier[] | undefined;
  quantity: Quantity;
  /** Ordered quantity of the line, where the partner wants it told again. */
  ordered?: Quantity | undefined;
  /** Store or location the item is for, within the ship-to. */
  location?: Identifier | undefined;
  /** Units in the pack shipped (X12 PO401). */
  packSize?: DecimalString | undefined;
  /** What was weighed, of goods that are counted when ordered and priced by weight (catch weight). */
  weight?: Quantity | undefined;
  lot?: string | undefined;
  serials?: string[] | undefined;
  expiresOn?: CalendarDate | undefined;
  manufacturedOn?: CalendarDate | undefined;
  /** ISO 3166-1, two letters. */
  countryOfOrigin?: string | undefined;
}

export const PackedItem: z.ZodType<PackedItem> = z.strictObject({
  orderNumber: z.string().min(1),
  orderRelease: z.string().min(1).optional(),
  orderDate: CalendarDate.optional(),
  orderReferences: z.array(Reference).optional(),
  lineId: z.string().min(1),
  unitId: z.string().min(1).optional(),
  ids: z.array(Identifier),
  description: z.string().optional(),
  kitIds: z.array(Identifier).optional(),
  quantity: Quantity,
  ordered: Quantity.optional(),
  location: Identifier.optional(),
  packSize: DecimalString.optional(),
  weight: Quantity.optional(),
  lot: z.string().min(1).optional(),
  serials: z.array(z.string().min(1)).optional(),
  expiresOn: CalendarDate.optional(),
  manufacturedOn: CalendarDate.optional(),
  countryOfOrigin: Country.optional(),
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
  equipment?: Equipment | undefined;
  freight?: Freight | undefined;
  parties: Parties;
  /** `billOfLading`, `masterBillOfLading`, `proNumber`, `vendorNumber`, `department`. */
  references: Reference[];
  /** How many packages the carrier was given (X12 TD102), and of which kind in the partner's code (X12 103). */
  packageCount?: number | undefined;
  packaging?: string | undefined;
  grossWeight?: Quantity | undefined;
  volume?: Quantity | undefined;
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
  equipment: Equipment.optional(),
  freight: Freight.optional(),
  parties: Parties,
  references: z.array(Reference),
  packageCount: z.int().nonnegative().optional(),
  packaging: z.string().min(1).optional(),
  grossWeight: Quantity.optional(),
  volume: Quantity.optional(),
  units: z.array(ShipmentUnit),
  items: z.array(PackedItem).min(1),
  ext: Extensions.optional(),
});
