import * as z from 'zod';
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

/** One line of an invoice: what was delivered, at which price, and what that makes. */
export interface InvoiceLine {
  lineId: string;
  ids: Identifier[];
  description?: string | undefined;
  quantity: Quantity;
  price: Price;
  /** quantity × price / per, plus charges, less allowances; rounded once to the currency's minor unit. */
  net: DecimalString;
  allowancesCharges?: AllowanceCharge[] | undefined;
  taxes?: Tax[] | undefined;
  ext?: Extensions | undefined;
}

export const InvoiceLine: z.ZodType<InvoiceLine> = z.strictObject({
  lineId: z.string().min(1),
  ids: z.array(Identifier),
  description: z.string().optional(),
  quantity: Quantity,
  price: Price,
  net: DecimalString,
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  ext: Extensions.optional(),
});

/** A demand for payment: X12 810. */
export interface Invoice {
  kind: 'invoice';
  version: '1';
  /** Unique for the seller, for ever. */
  number: string;
  type: 'invoice' | 'creditMemo';
  date: CalendarDate;
  orderNumber: string;
  orderRelease?: string | undefined;
  orderDate?: CalendarDate | undefined;
  shipmentIds: string[];
  shippedOn?: CalendarDate | undefined;
  currency: string;
  parties: Parties;
  terms?: PaymentTerms | undefined;
  references: Reference[];
  lines: InvoiceLine[];
  allowancesCharges?: AllowanceCharge[] | undefined;
  taxes?: Tax[] | undefined;
  /** Sum of the lines, plus charges and taxes, less allowances; gross of terms discount. */
  total: DecimalString;
  ext?: Extensions | undefined;
}

export const Invoice: z.ZodType<Invoice> = z.strictObject({
  kind: z.literal('invoice'),
  version: z.literal('1'),
  number: z.string().min(1),
  type: z.enum(['invoice', 'creditMemo']),
  date: CalendarDate,
  orderNumber: z.string().min(1),
  orderRelease: z.string().min(1).optional(),
  orderDate: CalendarDate.optional(),
  shipmentIds: z.array(z.string().min(1)),
  shippedOn: CalendarDate.optional(),
  currency: Currency,
  parties: Parties,
  terms: PaymentTerms.optional(),
  references: z.array(Reference),
  lines: z.array(InvoiceLine).min(1),
  allowancesCharges: z.array(AllowanceCharge).optional(),
  taxes: z.array(Tax).optional(),
  total: DecimalString,
  ext: Extensions.optional(),
});
