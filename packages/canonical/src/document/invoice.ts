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
  Tax,
} from '../value/value.ts';
import { Component } from './order.ts';

/** One line of an invoice: what was delivered, at which price, and what that makes. */
export interface InvoiceLine {
  lineId: string;
  ids: Identifier[];
  description?: string | undefined;
  /** In the unit that was ordered. */
  quantity: Quantity;
  /** What the price counts, where it is not `quantity`: the weight of goods ordered by the case (catch weight). */
  pricedQuantity?: Quantity | undefined;
  packSize?: DecimalString | undefined;
  price: Price;
  /** quantity (or priced quantity) × price / per, plus charges, less allowances; rounded once to the currency's minor unit. */
  net: DecimalString;
  allowancesCharges?: AllowanceCharge[] | undefined;
  taxes?: Tax[] | undefined;
  components?: Component[] | undefined;
  references?: Reference[] | undefined;
  ext?: Extensions | undefined;
}

export const InvoiceLine: z.ZodType<InvoiceLine> = z.strictObject({
  lineId: z.string().min(1),
  ids: z.array(Identifier),
  description: z.string().optional(),
  quantity: Quantity,
  pricedQuantity: Quantity.optional(),
  packSize: DecimalString.optional(),
  price: Price,
  net: DecimalString,
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  components: z.array(Component).optional(),
  references: z.array(Reference).optional(),
  ext: Extensions.optional(),
});

/** The invoice that a credit takes back, whole or in part. */
export interface OriginalInvoice {
  number: string;
  date?: CalendarDate | undefined;
}

export const OriginalInvoice: z.ZodType<OriginalInvoice> = z.strictObject({
  number: z.string().min(1),
  date: CalendarDate.optional(),
});

/** What paying early saves, in amounts (X12 TDS02 to TDS04). */
export interface DiscountAmounts {
  /** The part of the total that the terms' discount is taken of. */
  discountable: DecimalString;
  /** What is due when the discount is taken. */
  discounted?: DecimalString | undefined;
  discount?: DecimalString | undefined;
}

export const DiscountAmounts: z.ZodType<DiscountAmounts> = z.strictObject({
  discountable: DecimalString,
  discounted: DecimalString.optional(),
  discount: DecimalString.optional(),
});

/** A demand for payment or, as a credit memo, the taking back of one: X12 810. Amounts are positive in both. */
export interface Invoice {
  kind: 'invoice';
  version: '1';
  /** Unique for the seller, for ever. */
  number: string;
  type: 'invoice' | 'creditMemo';
  date: CalendarDate;
  /** Of a credit memo: what it takes back (BIG10). */
  originalInvoice?: OriginalInvoice | undefined;
  /** Of a credit memo: the return that it pays back. */
  returnNumber?: string | undefined;
  /** Of a credit memo: why, by name or in words. */
  reason?: string | undefined;
  orderNumber: string;
  orderRelease?: string | undefined;
  orderDate?: CalendarDate | undefined;
  shipmentIds: string[];
  shippedOn?: CalendarDate | undefined;
  currency: string;
  parties: Parties;
  terms?: PaymentTerms | undefined;
  carrier?: Carrier | undefined;
  freight?: Freight | undefined;
  references: Reference[];
  lines: InvoiceLine[];
  allowancesCharges?: AllowanceCharge[] | undefined;
  taxes?: Tax[] | undefined;
  /** Sum of the lines, plus charges and taxes, less allowances; gross of terms discount. */
  total: DecimalString;
  discountAmounts?: DiscountAmounts | undefined;
  /** Units shipped in all (X12 ISS01, ISS02). */
  unitsShipped?: Quantity | undefined;
  grossWeight?: Quantity | undefined;
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const Invoice: z.ZodType<Invoice> = z.strictObject({
  kind: z.literal('invoice'),
  version: z.literal('1'),
  number: z.string().min(1),
  type: z.enum(['invoice', 'creditMemo']),
  date: CalendarDate,
  originalInvoice: OriginalInvoice.optional(),
  returnNumber: z.string().min(1).optional(),
  reason: z.string().min(1).optional(),
  orderNumber: z.string().min(1),
  orderRelease: z.string().min(1).optional(),
  orderDate: CalendarDate.optional(),
  shipmentIds: z.array(z.string().min(1)),
  shippedOn: CalendarDate.optional(),
  currency: Currency,
  parties: Parties,
  terms: PaymentTerms.optional(),
  carrier: Carrier.optional(),
  freight: Freight.optional(),
  references: z.array(Reference),
  lines: z.array(InvoiceLine).min(1),
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  total: DecimalString,
  discountAmounts: DiscountAmounts.optional(),
  unitsShipped: Quantity.optional(),
  grossWeight: Quantity.optional(),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});
