import { isDecimal, normalize } from '@dist/canonical/arithmetic';
import * as z from 'zod';

// The shapes of the reference ERP's answers. Fields that are not named here are ignored: an interface may grow.

const text = z.string().min(1);

/** A decimal as text, never a number: a binary number would round it. */
const decimal = z.string().max(64).refine(isDecimal, 'expected a decimal as text').transform(normalize);

/** Absent, or null. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const line = z.object({ line: text, quantity: decimal, unit: text });

const measure = z.object({ value: decimal, unit: text });

export const orderWire = z.object({
  number: text,
  externalReference: text,
  status: text,
  repeated: optional(z.boolean()),
  lines: z.array(
    line.extend({
      item: text,
      status: z.enum(['accepted', 'rejected']),
      reason: optional(text),
      message: optional(z.string()),
    }),
  ),
});

export const ordersWire = z.object({ orders: z.array(z.unknown()) });

export const cancelledWire = z.object({ number: text, cancelled: z.array(line) });

export const eventsWire = z.object({
  events: z.array(z.looseObject({ sequence: z.int().positive() })),
  next: z.int().nonnegative(),
});

const eventWire = z.object({ sequence: z.int().positive(), at: text, order: text, externalReference: text });

const shipmentWire = z.object({
  id: text,
  shippedOn: text,
  deliveryExpectedOn: optional(text),
  carrier: optional(
    z.object({
      scac: optional(text),
      name: optional(z.string()),
      mode: optional(text),
      trackingNumber: optional(text),
    }),
  ),
  billOfLading: optional(text),
  grossWeight: optional(measure),
  units: z.array(
    z.object({
      id: text,
      type: z.enum(['pallet', 'carton']),
      sscc: optional(text),
      parent: optional(text),
      weight: optional(measure),
    }),
  ),
  items: z.array(line.extend({ item: text, unitId: optional(text), lot: optional(text) })),
});

const invoiceWire = z.object({
  number: text,
  date: text,
  currency: text,
  terms: optional(
    z.object({
      discountPercent: optional(decimal),
      discountDays: optional(z.int().nonnegative()),
      netDays: optional(z.int().nonnegative()),
    }),
  ),
  shipments: z.array(text),
  lines: z.array(line.extend({ item: text, price: decimal, net: decimal })),
  charges: optional(
    z.array(
      z.object({
        kind: z.enum(['allowance', 'charge']),
        code: text,
        amount: decimal,
        description: optional(z.string()),
      }),
    ),
  ),
  total: decimal,
});

export const anyEventWire = z.discriminatedUnion('type', [
  eventWire.extend({ type: z.literal('allocated'), lines: z.array(line) }),
  eventWire.extend({ type: z.literal('backordered'), lines: z.array(line) }),
  eventWire.extend({ type: z.literal('shipped'), shipment: shipmentWire }),
  eventWire.extend({ type: z.literal('invoiced'), invoice: invoiceWire }),
  eventWire.extend({ type: z.literal('paid'), invoice: text, amount: decimal }),
]);

export type OrderWire = z.output<typeof orderWire>;
export type LineWire = z.output<typeof line>;
export type EventWire = z.output<typeof eventWire>;
export type ShipmentWire = z.output<typeof shipmentWire>;
export type InvoiceWire = z.output<typeof invoiceWire>;
