import * as z from 'zod';
import { Carrier } from '../value/carrier.ts';
import { Freight } from '../value/freight.ts';
import {
  AllowanceCharge,
  CalendarDate,
  Currency,
  DecimalString,
  Extensions,
  Identifier,
  Instant,
  Parties,
  PaymentTerms,
  Price,
  Quantity,
  Reference,
  Tax,
} from '../value/value.ts';

/** What a document does to one sent before (X12 353). */
export type Purpose = 'original' | 'cancellation' | 'replace' | 'confirmation' | 'duplicate' | 'informationCopy';

export const Purpose: z.ZodType<Purpose> = z.enum([
  'original',
  'cancellation',
  'replace',
  'confirmation',
  'duplicate',
  'informationCopy',
]);

/** Calendar dates that the buyer states (X12 DTM). */
export interface OrderDates {
  /** The day of the order at the buyer. */
  ordered?: CalendarDate | undefined;
  requestedShip?: CalendarDate | undefined;
  shipNotBefore?: CalendarDate | undefined;
  shipNotAfter?: CalendarDate | undefined;
  deliverBy?: CalendarDate | undefined;
  cancelAfter?: CalendarDate | undefined;
}

export const OrderDates: z.ZodType<OrderDates> = z.strictObject({
  ordered: CalendarDate.optional(),
  requestedShip: CalendarDate.optional(),
  shipNotBefore: CalendarDate.optional(),
  shipNotAfter: CalendarDate.optional(),
  deliverBy: CalendarDate.optional(),
  cancelAfter: CalendarDate.optional(),
});

/** Part of a line for one location (X12 SDQ). */
export interface Allocation {
  location: Identifier;
  quantity: Quantity;
}

export const Allocation: z.ZodType<Allocation> = z.strictObject({ location: Identifier, quantity: Quantity });

/** Part of a line for one day (X12 SCH): `date` is the day of the kind that `type` names. */
export interface Schedule {
  quantity: Quantity;
  type: 'requestedShip' | 'shipNotBefore' | 'shipNotAfter' | 'deliverBy' | 'cancelAfter';
  date: CalendarDate;
}

export const Schedule: z.ZodType<Schedule> = z.strictObject({
  quantity: Quantity,
  type: z.enum(['requestedShip', 'shipNotBefore', 'shipNotAfter', 'deliverBy', 'cancelAfter']),
  date: CalendarDate,
});

/** What a kit or prepack is made of (X12 SLN): so much of an item in each ordered unit of the line. */
export interface Component {
  /** Number of the subline (X12 SLN01): opaque, echoed back verbatim. */
  lineId?: string | undefined;
  ids: Identifier[];
  description?: string | undefined;
  quantity: Quantity;
  price?: Price | undefined;
}

export const Component: z.ZodType<Component> = z.strictObject({
  lineId: z.string().min(1).optional(),
  ids: z.array(Identifier),
  description: z.string().optional(),
  quantity: Quantity,
  price: Price.optional(),
});

/** One line of an order (X12 PO1): which item, how much, at which price, for whom. */
export interface OrderLine {
  /** The buyer's line number: opaque, echoed back verbatim. */
  lineId: string;
  ids: Identifier[];
  description?: string | undefined;
  quantity: Quantity;
  price?: Price | undefined;
  /** Units in the pack ordered (X12 PO401), as the buyer states it. */
  packSize?: DecimalString | undefined;
  /** What the buyer sells it at, for price tickets (X12 CTP*RES). */
  retailPrice?: DecimalString | undefined;
  /** Colour, size, style, as the buyer names them (X12 PID). */
  attributes?: Reference[] | undefined;
  /** Dates of the line where they differ from the order's. */
  dates?: OrderDates | undefined;
  /** The line by day; the quantities sum to the line's. */
  schedules?: Schedule[] | undefined;
  /** The line by store or location; the quantities sum to the line's. */
  allocations?: Allocation[] | undefined;
  components?: Component[] | undefined;
  /** Parties of the line where they differ from the order's: several addresses in one order, a mark-for. */
  parties?: Parties | undefined;
  allowancesCharges?: AllowanceCharge[] | undefined;
  taxes?: Tax[] | undefined;
  references?: Reference[] | undefined;
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const OrderLine: z.ZodType<OrderLine> = z.strictObject({
  lineId: z.string().min(1),
  ids: z.array(Identifier),
  description: z.string().optional(),
  quantity: Quantity,
  price: Price.optional(),
  packSize: DecimalString.optional(),
  retailPrice: DecimalString.optional(),
  attributes: z.array(Reference).optional(),
  dates: OrderDates.optional(),
  schedules: z.array(Schedule).optional(),
  allocations: z.array(Allocation).optional(),
  components: z.array(Component).optional(),
  parties: Parties.optional(),
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  references: z.array(Reference).optional(),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});

/** A purchase order as the seller sees it: X12 850, a shop's order. */
export interface Order {
  kind: 'order';
  /** Version of this model. */
  version: '1';
  purpose: Purpose;
  /** The buyer's purchase order number, unaltered (BEG03). */
  number: string;
  /** Release of a blanket order (BEG04); part of the identity. */
  release?: string | undefined;
  /** Type in the partner's own code (BEG02). */
  type?: string | undefined;
  /** Where it came from. */
  channel: 'edi' | 'shop';
  /** ISO 4217. */
  currency: string;
  /** When a shop order was placed. */
  placedAt?: Instant | undefined;
  dates: OrderDates;
  parties: Parties;
  terms?: PaymentTerms | undefined;
  freight?: Freight | undefined;
  /** The carrier that the buyer asks for (X12 TD5). */
  routing?: Carrier | undefined;
  references: Reference[];
  lines: OrderLine[];
  allowancesCharges?: AllowanceCharge[] | undefined;
  taxes?: Tax[] | undefined;
  notes?: string[] | undefined;
  /** Total that the buyer states, checked against the lines. */
  total?: DecimalString | undefined;
  ext?: Extensions | undefined;
}

export const Order: z.ZodType<Order> = z.strictObject({
  kind: z.literal('order'),
  version: z.literal('1'),
  purpose: Purpose,
  number: z.string().min(1),
  release: z.string().min(1).optional(),
  type: z.string().min(1).optional(),
  channel: z.enum(['edi', 'shop']),
  currency: Currency,
  placedAt: Instant.optional(),
  dates: OrderDates,
  parties: Parties,
  terms: PaymentTerms.optional(),
  freight: Freight.optional(),
  routing: Carrier.optional(),
  references: z.array(Reference),
  lines: z.array(OrderLine).min(1),
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  notes: z.array(z.string()).optional(),
  total: DecimalString.optional(),
  ext: Extensions.optional(),
});
