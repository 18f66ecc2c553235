import { Carrier, DecimalString, Identifier, Quantity, UnitConversion } from '@dist/canonical';
import * as z from 'zod';
import type { Approval, EnrichedLine, LineQuantity, OrderPart, Provenance, Substitution } from '../event.ts';
import { text } from './word-schema.ts';

/** A quantity of one line of the buyer's order. */
export const lineQuantitySchema: z.ZodType<LineQuantity> = z.strictObject({ lineId: text, quantity: Quantity });

/** Another item than the one ordered. */
export const substitutionSchema: z.ZodType<Substitution> = z.strictObject({
  lineId: text,
  ordered: text,
  substitute: text,
});

/** A line as the ERP needs it. */
export const enrichedLineSchema: z.ZodType<EnrichedLine> = z.strictObject({
  lineId: text,
  buyerLineId: text.optional(),
  sku: text,
  ids: z.array(Identifier),
  description: z.string(),
  ordered: Quantity,
  base: Quantity,
  units: z.array(UnitConversion),
  price: DecimalString.optional(),
});

/** One ERP order of a purchase order. */
export const orderPartSchema: z.ZodType<OrderPart> = z.strictObject({
  partId: text,
  externalReference: text,
  erp: text,
  customerNumber: z.string(),
  shipToNumber: z.string(),
  warehouse: text.optional(),
  carrier: Carrier.optional(),
  lines: z.array(lineQuantitySchema),
});

/** A record that an enrichment used. */
export const provenanceSchema: z.ZodType<Provenance> = z.strictObject({
  record: text,
  key: z.string(),
  version: z.string(),
  date: z.iso.date().optional(),
});

/** A failure that a person has let pass. */
export const approvalSchema: z.ZodType<Approval> = z.strictObject({
  code: text,
  message: z.string(),
  lineId: text.optional(),
  by: text.optional(),
});

/** What enrichment found besides lines and parts. */
export const enrichedExtras = {
  substitutions: z.array(substitutionSchema).optional(),
  carrier: Carrier.optional(),
};
