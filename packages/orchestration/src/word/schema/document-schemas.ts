import * as z from 'zod';
import type { DocumentWords } from '../event/document-events.ts';
import { failureSchema, text, type WordSchemas, wordSchema } from './word-schema.ts';

const attempt = { effect: text, attempt: z.int().min(1) };

/** What is stored of documents, their answers, and what became of effects. */
export const documentSchemas: WordSchemas<DocumentWords['type']> = {
  'acknowledgment.received': wordSchema('acknowledgment.received', {
    document: text,
    by: z.enum(['997', '999', '824', 'TA1']),
    status: z.enum(['accepted', 'acceptedWithErrors', 'rejected']),
    codes: z.array(z.string()),
    faults: z.array(z.string()).optional(),
  }),
  'mdn.received': wordSchema('mdn.received', {
    document: text,
    status: z.enum(['processed', 'failed']),
    message: z.string().optional(),
  }),
  'message.received': wordSchema('message.received', { message: text, subject: z.string(), text: z.string() }),
  'effect.done': wordSchema('effect.done', {
    ...attempt,
    sent: z.strictObject({ controlNumber: z.string().optional(), file: z.string().optional() }).optional(),
  }),
  'effect.failed': wordSchema('effect.failed', { ...attempt, failure: failureSchema }),
  'timer.fired': wordSchema('timer.fired', { timer: text }),
};
