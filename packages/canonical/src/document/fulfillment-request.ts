import * as z from 'zod';
import { Carrier } from '../value/carrier.ts';
import { Freight } from '../value/freight.ts';
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
import { Allocation, OrderDates } from './order.ts';

/** One line to be picked (X12 W01). */
export interface RequestedLine {
  /** The buyer's line id, so that the confirmation and the ship notice can echo it. */
  lineId: string;
  ids: Identifier[];
  description?: string | undefined;
  quantity: Quantity;
  packSize?: DecimalString | undefined;
  /** The lot to be taken, where it matters. */
  lot?: string | undefined;
  /** The line by store or location. */
  allocations?: Allocation[] | undefined;
  /** What stands on the packing list or customs papers. */
  price?: Price | undefined;
  references?: Reference[] | undefined;
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const RequestedLine: z.ZodType<RequestedLine> = z.strictObject({
  lineId: z.string().min(1),
  ids: z.array(Identifier),
  description: z.string().optional(),
  quantity: Quantity,
  packSize: DecimalString.optional(),
  lot: z.string().min(1).optional(),
  allocations: z.array(Allocation).optional(),
  price: Price.optional(),
  references: z.array(Reference).optional(),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});

/**
 * What a warehouse is asked to pick and ship: X12 940. A warehouse of our own or another company's; the buyer never
 * sees it.
 */
export interface FulfillmentRequest {
  kind: 'fulfillmentRequest';
  version: '1';
  /** W0501: N, F and R for these three; C is a confirmation there. */
  purpose: 'original' | 'cancellation' | 'replace';
  /** Our number of the request (W0502); the warehouse confirms by it. */
  number: string;
  /** The buyer's purchase order number, unaltered (W0503). */
  orderNumber: string;
  orderRelease?: string | undefined;
  orderDate?: CalendarDate | undefined;
  /** Type in the warehouse's own code (W0506). */
  type?: string | undefined;
  /** ISO 4217; of the prices. */
  currency?: string | undefined;
  dates: OrderDates;
  /** `shipFrom` is the warehouse, `seller` whose goods they are. */
  parties: Parties;
  carrier: Carrier;
  freight?: Freight | undefined;
  references: Reference[];
  lines: RequestedLine[];
  notes?: string[] | undefined;
  ext?: Extensions | undefined;
}

export const FulfillmentRequest: z.ZodType<FulfillmentRequest> = z.strictObject({
  kind: z.literal('fulfillmentRequest'),
  version: z.literal('1'),
  purpose: z.enum(['original', 'cancellation', 'replace']),
  number: z.string().min(1),
  orderNumber: z.string().min(1),
  orderRelease: z.string().min(1).optional(),
  orderDate: CalendarDate.optional(),
  type: z.string().min(1).optional(),
  currency: Currency.optional(),
  dates: OrderDates,
  parties: Parties,
  carrier: Carrier,
  freight: Freight.optional(),
  references: z.array(Reference),
  lines: z.array(RequestedLine).min(1),
  notes: z.array(z.string()).optional(),
  ext: Extensions.optional(),
});
