import * as z from 'zod';
import { Address, Identifier, type Party } from '../value/value.ts';

/** A place of a customer that goods are shipped to. */
export interface ShipTo extends Party {
  /** The seller's own number of the place. */
  shipToNumber: string;
}

const party = { name: z.string().optional(), ids: z.array(Identifier), address: Address.optional() };

export const ShipTo: z.ZodType<ShipTo> = z.strictObject({ ...party, shipToNumber: z.string().min(1) });

/** A customer's place that goods are shipped to or billed to, with the numbers partners use for it. */
export interface Customer extends Party {
  /** The seller's own customer number. */
  customerNumber: string;
  /** Numbers of its ship-to places. */
  shipTo: ShipTo[];
}

export const Customer: z.ZodType<Customer> = z.strictObject({
  ...party,
  customerNumber: z.string().min(1),
  shipTo: z.array(ShipTo),
});
