import * as z from 'zod';
import { Carrier } from '../value/carrier.ts';
import { Equipment } from '../value/equipment.ts';
import { Freight } from '../value/freight.ts';
import {
  CalendarDate,
  Country,
  DecimalString,
  Extensions,
  Identifier,
  Parties,
  Quantity,
  Reference,
} from '../value/value.ts';

/** What became of (a part of) a line in the warehouse. */
export type ConfirmedStatus = 'shipped' | 'short' | 'backordered' | 'cancelled' | 'substituted' | 'overShipped';

export const ConfirmedStatus: z.ZodType<ConfirmedStatus> = z.enum([
  'shipped',
  'short',
  'backordered',
  'cancelled',
  'substituted',
  'overShipped',
]);

/** A line of the request, or the part of it that lies in the package around it (X12 W12). */
export interface ConfirmedLine {
  /** The line id of the request. */
  lineId: string;
  /** Of what was shipped: of a substitute, its own. */
  ids: Identifier[];
  /** Of a substitute: the numbers of the item that was asked for (W1216 to W1218). */
  substitutedIds?: Identifier[] | undefined;
  description?: string | undefined;
  status: ConfirmedStatus;
  /** Quantity of the request (W1202), in the unit of `quantity`. */
  ordered?: DecimalString | undefined;
  /** Shipped quantity (W1203); zero where nothing was. */
  quantity: Quantity;
  /** Ordered less shipped, as the warehouse states it (W1204). */
  difference?: DecimalString | undefined;
  /** Reason in the warehouse's code (W1219). */
  reason?: string | undefined;
  /** What was weighed, of goods priced by weight (catch weight). */
  weight?: Quantity | undefined;
  lot?: string | undefined;
  serials?: string[] | undefined;
  expiresOn?: CalendarDate | undefined;
  /** ISO 3166-1, two letters. */
  countryOfOrigin?: string | undefined;
  references?: Reference[] | undefined;
  ext?: Extensions | undefined;
}

export const ConfirmedLine: z.ZodType<ConfirmedLine> = z.strictObject({
  lineId: z.string().min(1),
  ids: z.array(Identifier),
  substitutedIds: z.array(Identifier).optional(),
  description: z.string().optional(),
  status: ConfirmedStatus,
  ordered: DecimalString.optional(),
  quantity: Quantity,
  difference: DecimalString.optional(),
  reason: z.string().min(1).optional(),
  weight: Quantity.optional(),
  lot: z.string().min(1).optional(),
  serials: z.array(z.string().min(1)).optional(),
  expiresOn: CalendarDate.optional(),
  countryOfOrigin: Country.optional(),
  references: z.array(Reference).optional(),
  ext: Extensions.optional(),
});

/** A package and what lies in it (X12 LX); one without numbers holds what the warehouse tells by line alone. */
export interface ConfirmedPackage {
  type?: 'pallet' | 'carton' | undefined;
  /** 18 digits (GS1), without application identifier. */
  sscc?: string | undefined;
  trackingNumber?: string | undefined;
  ids?: Identifier[] | undefined;
  weight?: Quantity | undefined;
  lines: ConfirmedLine[];
}

export const ConfirmedPackage: z.ZodType<ConfirmedPackage> = z.strictObject({
  type: z.enum(['pallet', 'carton']).optional(),
  sscc: z.string().min(1).optional(),
  trackingNumber: z.string().min(1).optional(),
  ids: z.array(Identifier).optional(),
  weight: Quantity.optional(),
  lines: z.array(ConfirmedLine).min(1),
});

/** What a warehouse has shipped of a request, or not: X12 945. It is not the ship notice that the buyer gets. */
export interface FulfillmentConfirmation {
  kind: 'fulfillmentConfirmation';
  version: '1';
  /** What it tells (W0601): every line (F, J), only those that went otherwise (X), or that none did (N). */
  extent: 'fullDetail' | 'exceptionsOnly' | 'noExceptions';
  /** Our number of the request (W0602). */
  requestNumber: string;
  /** The buyer's purchase order number, unaltered (W0606). */
  orderNumber?: string | undefined;
  orderRelease?: string | undefined;
  /** The warehouse's number of the shipment (W0604). */
  shipmentId?: string | undefined;
  shippedOn: CalendarDate;
  carrier: Carrier;
  equipment?: Equipment | undefined;
  freight?: Freight | undefined;
  parties: Parties;
  references: Reference[];
  /** Empty where there is nothing to tell but that all went as asked. */
  packages: ConfirmedPackage[];
  packageCount?: number | undefined;
  grossWeight?: Quantity | undefined;
  /** Units shipped in all, in the unit of the lines (W0301). */
  unitsShipped?: DecimalString | undefined;
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const FulfillmentConfirmation: z.ZodType<FulfillmentConfirmation> = z.strictObject({
  kind: z.literal('fulfillmentConfirmation'),
  version: z.literal('1'),
  extent: z.enum(['fullDetail', 'exceptionsOnly', 'noExceptions']),
  requestNumber: z.string().min(1),
  orderNumber: z.string().min(1).optional(),
  orderRelease: z.string().min(1).optional(),
  shipmentId: z.string().min(1).optional(),
  shippedOn: CalendarDate,
  carrier: Carrier,
  equipment: Equipment.optional(),
  freight: Freight.optional(),
  parties: Parties,
  references: z.array(Reference),
  packages: z.array(ConfirmedPackage),
  packageCount: z.int().nonnegative().optional(),
  grossWeight: Quantity.optional(),
  unitsShipped: DecimalString.optional(),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});
