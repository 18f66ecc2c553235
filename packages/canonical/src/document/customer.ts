import * as z from 'zod';
import { Currency, Extensions, type Party, PaymentTerms, partyFields } from '../value/value.ts';

/** A place of a customer that goods are shipped to. */
export interface ShipTo extends Party {
  /** The seller's own number of the place. */
  shipToNumber: string;
}

export const ShipTo: z.ZodType<ShipTo> = z.strictObject({ ...partyFields, shipToNumber: z.string().min(1) });

/** A customer's place that goods are shipped to or billed to, with the numbers partners use for it. */
export interface Customer extends Party {
  /** The seller's own customer number. */
  customerNumber: string;
  /** Numbers of its ship-to places. */
  shipTo: ShipTo[];
  /** Customer number of the company that it belongs to. */
  parentNumber?: string | undefined;
  /** ISO 4217; what it is invoiced in. */
  currency?: string | undefined;
  terms?: PaymentTerms | undefined;
  ext?: Extensions | undefined;
}

export const Customer: z.ZodType<Customer> = z.strictObject({
  ...partyFields,
  customerNumber: z.string().min(1),
  shipTo: z.array(ShipTo),
  parentNumber: z.string().min(1).optional(),
  currency: Currency.optional(),
  terms: PaymentTerms.optional(),
  ext: Extensions.optional(),
});
