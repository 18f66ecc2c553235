import { FulfillmentConfirmation, Shipment } from '@dist/canonical';
import * as z from 'zod';
import type { FulfillmentWords } from '../event/fulfillment-events.ts';
import { lineQuantitySchema } from './amount-schemas.ts';
import { foreignInstantSchema } from './instant-schema.ts';
import { text, type WordSchemas, wordSchema } from './word-schema.ts';

/** What is stored of the goods. */
export const fulfillmentSchemas: WordSchemas<FulfillmentWords['type']> = {
  'warehouse.picked': wordSchema('warehouse.picked', { partId: text, request: text }),
  'warehouse.confirmed': wordSchema('warehouse.confirmed', {
    partId: text,
    request: text,
    confirmation: FulfillmentConfirmation,
    final: z.boolean(),
  }),
  'warehouse.cancelResult': wordSchema('warehouse.cancelResult', {
    partId: text,
    cancel: text,
    lines: z.array(lineQuantitySchema),
  }),
  'shipment.posted': wordSchema('shipment.posted', {
    partId: text,
    shipment: Shipment,
    source: z.enum(['erp', 'warehouse']).optional(),
    load: text.optional(),
    departedAt: foreignInstantSchema.optional(),
  }),
  'shipment.corrected': wordSchema('shipment.corrected', {
    shipmentId: text,
    correction: text,
    shipment: Shipment,
    reason: z.string(),
  }),
  'shipment.delivered': wordSchema('shipment.delivered', {
    shipmentId: text,
    deliveredAt: z.string(),
    signedBy: z.string().optional(),
  }),
};
