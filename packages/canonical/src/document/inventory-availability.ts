import * as z from 'zod';
import {
  CalendarDate,
  Currency,
  Extensions,
  Identifier,
  Instant,
  Parties,
  Price,
  Quantity,
  Reference,
} from '../value/value.ts';
import { Purpose } from './order.ts';

/**
 * Which number a quantity is: `onHand` lies in the warehouse, `salable` of it may be sold, `unsalable` is damaged or
 * held, `allocated` is promised to orders, `reserved` is kept back for something else, `availableToPromise` can be
 * promised still, `inbound` is on its way and due on a day, `onOrder` is ordered from a supplier, `backordered` is owed
 * to buyers.
 */
export type AvailabilityType =
  | 'onHand'
  | 'salable'
  | 'unsalable'
  | 'allocated'
  | 'availableToPromise'
  | 'reserved'
  | 'inbound'
  | 'onOrder'
  | 'backordered';

export const AvailabilityType: z.ZodType<AvailabilityType> = z.enum([
  'onHand',
  'salable',
  'unsalable',
  'allocated',
  'availableToPromise',
  'reserved',
  'inbound',
  'onOrder',
  'backordered',
]);

/** A quantity that says which number it is (X12 QTY): two systems' "stock" are seldom the same. */
export interface AvailableQuantity {
  type: AvailabilityType;
  quantity: Quantity;
  /** The day it is due, of `inbound` and `onOrder`. */
  on?: CalendarDate | undefined;
}

export const AvailableQuantity: z.ZodType<AvailableQuantity> = z.strictObject({
  type: AvailabilityType,
  quantity: Quantity,
  on: CalendarDate.optional(),
});

/** One item at one location (X12 LIN). */
export interface AvailableItem {
  lineId?: string | undefined;
  ids: Identifier[];
  description?: string | undefined;
  /** The warehouse or store; the report's `shipFrom` when absent. */
  location?: Identifier | undefined;
  status?: 'active' | 'discontinued' | undefined;
  price?: Price | undefined;
  quantities: AvailableQuantity[];
  references?: Reference[] | undefined;
  ext?: Extensions | undefined;
}

export const AvailableItem: z.ZodType<AvailableItem> = z.strictObject({
  lineId: z.string().min(1).optional(),
  ids: z.array(Identifier),
  description: z.string().optional(),
  location: Identifier.optional(),
  status: z.enum(['active', 'discontinued']).optional(),
  price: Price.optional(),
  quantities: z.array(AvailableQuantity).min(1),
  references: z.array(Reference).optional(),
  ext: Extensions.optional(),
});

/** What can be had, where and when it was counted: X12 846, a shop's stock levels. */
export interface InventoryAvailability {
  kind: 'inventoryAvailability';
  version: '1';
  purpose: Purpose;
  number: string;
  /** Kind of report in the partner's own code (BIA02). */
  type?: string | undefined;
  /** `complete`: an item that is not told of has none. `partial`: nothing is said of it. */
  extent?: 'complete' | 'partial' | undefined;
  /** Whom it is told: of stock that is divided among channels, the share of this one. */
  channel?: string | undefined;
  /** When the numbers were true. */
  asOf: Instant;
  /** After this instant they are not to be relied on. */
  expiresAt?: Instant | undefined;
  /** ISO 4217; of the prices. */
  currency?: string | undefined;
  parties: Parties;
  references: Reference[];
  items: AvailableItem[];
  ext?: Extensions | undefined;
}

export const InventoryAvailability: z.ZodType<InventoryAvailability> = z.strictObject({
  kind: z.literal('inventoryAvailability'),
  version: z.literal('1'),
  purpose: Purpose,
  number: z.string().min(1),
  type: z.string().min(1).optional(),
  extent: z.enum(['complete', 'partial']).optional(),
  channel: z.string().min(1).optional(),
  asOf: Instant,
  expiresAt: Instant.optional(),
  currency: Currency.optional(),
  parties: Parties,
  references: z.array(Reference),
  items: z.array(AvailableItem).min(1),
  ext: Extensions.optional(),
});
