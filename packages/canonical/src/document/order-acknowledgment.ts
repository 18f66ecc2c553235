import * as z from 'zod';
import {
  CalendarDate,
  Currency,
  DecimalString,
  Extensions,
  Identifier,
  Parties,
  Price,
  Quantity,
  Reference,
} from '../value/value.ts';
import { Purpose } from './order.ts';

/** What the seller says of (a part of) a line. */
export type ResponseStatus =
  | 'accepted'
  | 'acceptedWithChange'
  | 'backordered'
  | 'rejected'
  | 'substituted'
  | 'cancelled';

export const ResponseStatus: z.ZodType<ResponseStatus> = z.enum([
  'accepted',
  'acceptedWithChange',
  'backordered',
  'rejected',
  'substituted',
  'cancelled',
]);

/** Quantities of a line's responses sum to the quantity ordered unless `acceptedWithChange`. */
export interface LineResponse {
  status: ResponseStatus;
  quantity: Quantity;
  /** Reason by name: `price`, `quantity`, `itemUnknown`, `unitUnknown`, `outOfStock`, `discontinued`. */
  reason?: string | undefined;
  shipDate?: CalendarDate | undefined;
  substituteIds?: Identifier[] | undefined;
}

export const LineResponse: z.ZodType<LineResponse> = z.strictObject({
  status: ResponseStatus,
  quantity: Quantity,
  reason: z.string().min(1).optional(),
  shipDate: CalendarDate.optional(),
  substituteIds: z.array(Identifier).optional(),
});

/** A line of the order as ordered, and what becomes of it (X12 ACK). */
export interface AcknowledgedLine {
  lineId: string;
  ids: Identifier[];
  quantity: Quantity;
  price?: Price | undefined;
  /** The amount at which the seller takes the line where it is another than ordered, on the basis of `price`. */
  acceptedPrice?: DecimalString | undefined;
  responses: LineResponse[];
  ext?: Extensions | undefined;
}

export const AcknowledgedLine: z.ZodType<AcknowledgedLine> = z.strictObject({
  lineId: z.string().min(1),
  ids: z.array(Identifier),
  quantity: Quantity,
  price: Price.optional(),
  acceptedPrice: DecimalString.optional(),
  responses: z.array(LineResponse),
  ext: Extensions.optional(),
});

/** The seller's answer to an order: X12 855. */
export interface OrderAcknowledgment {
  kind: 'orderAcknowledgment';
  version: '1';
  purpose: Purpose;
  /** The whole order: accepted as ordered, with changes, rejected. */
  status: 'accepted' | 'acceptedWithChange' | 'rejected';
  orderNumber: string;
  orderRelease?: string | undefined;
  orderDate?: CalendarDate | undefined;
  acknowledgedOn: CalendarDate;
  /** The seller's own order numbers, one for each part of a split order. */
  sellerOrderNumbers: string[];
  currency: string;
  parties: Parties;
  references: Reference[];
  lines: AcknowledgedLine[];
  ext?: Extensions | undefined;
}

export const OrderAcknowledgment: z.ZodType<OrderAcknowledgment> = z.strictObject({
  kind: z.literal('orderAcknowledgment'),
  version: z.literal('1'),
  purpose: Purpose,
  status: z.enum(['accepted', 'acceptedWithChange', 'rejected']),
  orderNumber: z.string().min(1),
  orderRelease: z.string().min(1).optional(),
  orderDate: CalendarDate.optional(),
  acknowledgedOn: CalendarDate,
  sellerOrderNumbers: z.array(z.string().min(1)),
  currency: Currency,
  parties: Parties,
  references: z.array(Reference),
  lines: z.array(AcknowledgedLine),
  ext: Extensions.optional(),
});
