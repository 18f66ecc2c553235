import { Order, OrderChange } from '@dist/canonical';
import * as z from 'zod';
import type { OrderWords } from '../event/order-events.ts';
import { enrichedExtras, enrichedLineSchema, orderPartSchema, provenanceSchema } from './amount-schemas.ts';
import { utcInstantSchema } from './instant-schema.ts';
import { errorClassSchema, failureSchema, text, type WordSchemas, wordSchema } from './word-schema.ts';

const meaning = z.enum(['total', 'difference']).optional();

/** What is stored of the order itself. */
export const orderSchemas: WordSchemas<OrderWords['type']> = {
  'order.captured': wordSchema('order.captured', {
    partner: text,
    order: Order,
    document: text.optional(),
    receivedAt: utcInstantSchema,
    revision: z.number().optional(),
  }),
  'order.enriched': wordSchema('order.enriched', {
    lines: z.array(enrichedLineSchema),
    parts: z.array(orderPartSchema),
    used: z.array(provenanceSchema),
    ...enrichedExtras,
  }),
  'order.unresolved': wordSchema('order.unresolved', { round: z.int().min(1), failures: z.array(failureSchema) }),
  'order.invalid': wordSchema('order.invalid', { failures: z.array(failureSchema) }),
  'change.requested': wordSchema('change.requested', {
    partner: text,
    change: text,
    sequence: z.int().min(0).optional(),
    content: OrderChange,
    quantities: meaning,
    document: text.optional(),
    receivedAt: utcInstantSchema,
  }),
  'change.decided': wordSchema('change.decided', {
    change: text,
    decision: z.enum(['apply', 'refuse']),
    quantities: meaning,
    by: text,
    reason: z.string().optional(),
  }),
  'hold.placed': wordSchema('hold.placed', {
    hold: text,
    reason: z.string(),
    class: errorClassSchema.optional(),
    expiresAt: utcInstantSchema.optional(),
    onExpiry: z.enum(['release', 'cancel', 'escalate']).optional(),
  }),
  'hold.released': wordSchema('hold.released', {
    hold: text,
    by: text,
    reason: z.string().optional(),
    about: z.string().optional(),
  }),
  'credit.decided': wordSchema('credit.decided', { approved: z.boolean(), reason: z.string(), by: text }),
  'cancel.requested': wordSchema('cancel.requested', { cancel: text, reason: z.string() }),
};
