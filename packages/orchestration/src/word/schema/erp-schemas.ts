import { Quantity } from '@dist/canonical';
import * as z from 'zod';
import type { ErpWords } from '../event/erp-events.ts';
import { lineQuantitySchema, substitutionSchema } from './amount-schemas.ts';
import { text, type WordSchemas, wordSchema } from './word-schema.ts';

const amounts = { partId: text, lines: z.array(lineQuantitySchema) };
const rejectedLine = z.strictObject({ lineId: text, quantity: Quantity, reason: z.string() });

/** What is stored of the ERP's words on one part. */
export const erpSchemas: WordSchemas<ErpWords['type']> = {
  'erp.accepted': wordSchema('erp.accepted', {
    partId: text,
    erp: text,
    number: text,
    rejected: z.array(rejectedLine),
    backordered: z.array(lineQuantitySchema).optional(),
    substitutes: z.array(substitutionSchema).optional(),
  }),
  'erp.rejected': wordSchema('erp.rejected', { partId: text, reason: z.string(), message: z.string() }),
  'erp.notFound': wordSchema('erp.notFound', { partId: text, attempt: z.int().min(1) }),
  'line.allocated': wordSchema('line.allocated', amounts),
  'line.backordered': wordSchema('line.backordered', amounts),
  'line.shortClosed': wordSchema('line.shortClosed', { ...amounts, closing: text, reason: z.string() }),
  'line.substituted': wordSchema('line.substituted', { partId: text, substitution: substitutionSchema }),
  'substitution.decided': wordSchema('substitution.decided', {
    lineId: text,
    substitute: text,
    accepted: z.boolean(),
    by: text,
  }),
  'cancel.result': wordSchema('cancel.result', { ...amounts, cancel: text }),
  'change.result': wordSchema('change.result', {
    change: text,
    partId: text,
    accepted: z.boolean(),
    reason: z.string().optional(),
  }),
};
