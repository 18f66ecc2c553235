import * as z from 'zod';
import { Carrier } from '../value/carrier.ts';
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

/** How goods came back. */
export type ReturnCondition = 'new' | 'opened' | 'used' | 'damaged' | 'defective' | 'incomplete' | 'expired';

export const ReturnCondition: z.ZodType<ReturnCondition> = z.enum([
  'new',
  'opened',
  'used',
  'damaged',
  'defective',
  'incomplete',
  'expired',
]);

/** Where goods that came back go. */
export type Disposition = 'restock' | 'refurbish' | 'scrap' | 'returnToSupplier' | 'returnToBuyer' | 'leftWithBuyer';

export const Disposition: z.ZodType<Disposition> = z.enum([
  'restock',
  'refurbish',
  'scrap',
  'returnToSupplier',
  'returnToBuyer',
  'leftWithBuyer',
]);

/** What inspection found of (a part of) a line; a line may be taken in part and refused in part. */
export interface InspectionOutcome {
  decision: 'accepted' | 'refused';
  /** The inspected quantity that this holds for. */
  quantity: Quantity;
  condition?: ReturnCondition | undefined;
  disposition?: Disposition | undefined;
  /** Why it was refused, by name or in words. */
  reason?: string | undefined;
  /** Amount given back for it, in the return's currency; zero or more. */
  credited?: DecimalString | undefined;
  /** Number of the credit memo that gives it back. */
  creditNumber?: string | undefined;
}

export const InspectionOutcome: z.ZodType<InspectionOutcome> = z.strictObject({
  decision: z.enum(['accepted', 'refused']),
  quantity: Quantity,
  condition: ReturnCondition.optional(),
  disposition: Disposition.optional(),
  reason: z.string().min(1).optional(),
  credited: DecimalString.optional(),
  creditNumber: z.string().min(1).optional(),
});

/** What the goods were ordered, shipped and invoiced with. */
export interface ReturnOrigin {
  orderNumber: string;
  orderRelease?: string | undefined;
  /** Line id of the order. */
  lineId?: string | undefined;
  shipmentId?: string | undefined;
  invoiceNumber?: string | undefined;
}

export const ReturnOrigin: z.ZodType<ReturnOrigin> = z.strictObject({
  orderNumber: z.string().min(1),
  orderRelease: z.string().min(1).optional(),
  lineId: z.string().min(1).optional(),
  shipmentId: z.string().min(1).optional(),
  invoiceNumber: z.string().min(1).optional(),
});

/** One line of a return: what, how much, why, and what became of it. */
export interface ReturnLine {
  lineId: string;
  /** Absent where the goods came back without papers. */
  original?: ReturnOrigin | undefined;
  ids: Identifier[];
  description?: string | undefined;
  /** The quantity that the buyer asks to send back. */
  quantity: Quantity;
  /** Reason by name: `damaged`, `defective`, `wrongItem`, `notOrdered`, `overShipped`, `late`, `recalled`, `unwanted`. */
  reason: string;
  note?: string | undefined;
  price?: Price | undefined;
  authorizedQuantity?: Quantity | undefined;
  receivedQuantity?: Quantity | undefined;
  outcomes?: InspectionOutcome[] | undefined;
  lot?: string | undefined;
  serials?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const ReturnLine: z.ZodType<ReturnLine> = z.strictObject({
  lineId: z.string().min(1),
  original: ReturnOrigin.optional(),
  ids: z.array(Identifier),
  description: z.string().optional(),
  quantity: Quantity,
  reason: z.string().min(1),
  note: z.string().optional(),
  price: Price.optional(),
  authorizedQuantity: Quantity.optional(),
  receivedQuantity: Quantity.optional(),
  outcomes: z.array(InspectionOutcome).optional(),
  lot: z.string().min(1).optional(),
  serials: z.array(z.string().min(1)).optional(),
  ext: Extensions.optional(),
});

/** Goods that come back, from the request to the credit: X12 180, a shop's return. */
export interface Return {
  kind: 'return';
  version: '1';
  purpose: Purpose;
  /** Number of the return at who asks for it. */
  number: string;
  status: 'requested' | 'authorized' | 'denied' | 'received' | 'inspected' | 'credited' | 'cancelled';
  /** The seller's permission to send it back (RMA number). */
  authorizationNumber?: string | undefined;
  requestedOn: CalendarDate;
  authorizedOn?: CalendarDate | undefined;
  /** The last day that the permission holds. */
  returnBy?: CalendarDate | undefined;
  receivedOn?: CalendarDate | undefined;
  currency: string;
  /** `shipFrom` sends the goods back, `shipTo` takes them. */
  parties: Parties;
  carrier?: Carrier | undefined;
  references: Reference[];
  lines: ReturnLine[];
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const Return: z.ZodType<Return> = z.strictObject({
  kind: z.literal('return'),
  version: z.literal('1'),
  purpose: Purpose,
  number: z.string().min(1),
  status: z.enum(['requested', 'authorized', 'denied', 'received', 'inspected', 'credited', 'cancelled']),
  authorizationNumber: z.string().min(1).optional(),
  requestedOn: CalendarDate,
  authorizedOn: CalendarDate.optional(),
  returnBy: CalendarDate.optional(),
  receivedOn: CalendarDate.optional(),
  currency: Currency,
  parties: Parties,
  carrier: Carrier.optional(),
  references: z.array(Reference),
  lines: z.array(ReturnLine).min(1),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});
