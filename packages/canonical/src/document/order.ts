import * as z from 'zod';
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
  allocations?: Allocation[] | undefined;
  allowancesCharges?: AllowanceCharge[] | undefined;
  taxes?: Tax[] | undefined;
  references?: Reference[] | undefined;
  ext?: Extensions | undefined;
}

export const OrderLine: z.ZodType<OrderLine> = z.strictObject({
  lineId: z.string().min(1),
  ids: z.array(Identifier),
  description: z.string().optional(),
  quantity: Quantity,
  price: Price.optional(),
  packSize: DecimalString.optional(),
  allocations: z.array(Allocation).optional(),
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  references: z.array(Reference).optional(),
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
  references: z.array(Reference),
  lines: z.array(OrderLine).min(1),
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  notes: z.array(z.string()).optional(),
  total: DecimalString.optional(),
  ext: Extensions.optional(),
});
