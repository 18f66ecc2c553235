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
  Parties,
  PaymentTerms,
  Price,
  Quantity,
  Reference,
} from '../value/value.ts';
import { OrderDates } from './order.ts';
import { ChangePurpose, LineAction } from './order-change.ts';

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
  deliveryDate?: CalendarDate | undefined;
  substituteIds?: Identifier[] | undefined;
  /** Price of the substitute, where it has another. */
  substitutePrice?: Price | undefined;
}

export const LineResponse: z.ZodType<LineResponse> = z.strictObject({
  status: ResponseStatus,
  quantity: Quantity,
  reason: z.string().min(1).optional(),
  shipDate: CalendarDate.optional(),
  deliveryDate: CalendarDate.optional(),
  substituteIds: z.array(Identifier).optional(),
  substitutePrice: Price.optional(),
});

/** A line of the order as ordered, and what becomes of it (X12 ACK). */
export interface AcknowledgedLine {
  lineId: string;
  /** What the change that is answered does to the line (X12 POC02 of an 865). */
  action?: LineAction | undefined;
  ids: Identifier[];
  description?: string | undefined;
  quantity: Quantity;
  price?: Price | undefined;
  /** The amount at which the seller takes the line where it is another than ordered, on the basis of `price`. */
  acceptedPrice?: DecimalString | undefined;
  responses: LineResponse[];
  references?: Reference[] | undefined;
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const AcknowledgedLine: z.ZodType<AcknowledgedLine> = z.strictObject({
  lineId: z.string().min(1),
  action: LineAction.optional(),
  ids: z.array(Identifier),
  description: z.string().optional(),
  quantity: Quantity,
  price: Price.optional(),
  acceptedPrice: DecimalString.optional(),
  responses: z.array(LineResponse),
  references: z.array(Reference).optional(),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});

/** The seller's answer to an order, X12 855, or to a change of it, X12 865: the latter has a `changeNumber`. */
export interface OrderAcknowledgment {
  kind: 'orderAcknowledgment';
  version: '1';
  purpose: ChangePurpose;
  /** The whole order: accepted as ordered, with changes, rejected. */
  status: 'accepted' | 'acceptedWithChange' | 'rejected';
  orderNumber: string;
  orderRelease?: string | undefined;
  orderDate?: CalendarDate | undefined;
  /** Number of the change that is answered, as the buyer gave it (BCA05). */
  changeNumber?: string | undefined;
  /** The day of that change at the buyer (BCA11). */
  changedOn?: CalendarDate | undefined;
  acknowledgedOn: CalendarDate;
  /** The seller's own order numbers, one for each part of a split order. */
  sellerOrderNumbers: string[];
  currency: string;
  /** Dates that the seller states for the whole order. */
  dates?: OrderDates | undefined;
  parties: Parties;
  terms?: PaymentTerms | undefined;
  freight?: Freight | undefined;
  routing?: Carrier | undefined;
  references: Reference[];
  lines: AcknowledgedLine[];
  allowancesCharges?: AllowanceCharge[] | undefined;
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const OrderAcknowledgment: z.ZodType<OrderAcknowledgment> = z.strictObject({
  kind: z.literal('orderAcknowledgment'),
  version: z.literal('1'),
  purpose: ChangePurpose,
  status: z.enum(['accepted', 'acceptedWithChange', 'rejected']),
  orderNumber: z.string().min(1),
  orderRelease: z.string().min(1).optional(),
  orderDate: CalendarDate.optional(),
  changeNumber: z.string().min(1).optional(),
  changedOn: CalendarDate.optional(),
  acknowledgedOn: CalendarDate,
  sellerOrderNumbers: z.array(z.string().min(1)),
  currency: Currency,
  dates: OrderDates.optional(),
  parties: Parties,
  terms: PaymentTerms.optional(),
  freight: Freight.optional(),
  routing: Carrier.optional(),
  references: z.array(Reference),
  lines: z.array(AcknowledgedLine),
  allowancesCharges: z.array(AllowanceCharge).optional(),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});
