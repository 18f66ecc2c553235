import { Remittance, Shipment } from '@dist/canonical';
import * as z from 'zod';
import type { SharedDocumentWords } from '../event/shared-document-events.ts';
import { foreignInstantSchema } from './instant-schema.ts';
import { text, type WordSchemas, wordSchema } from './word-schema.ts';

const load = { partner: text, load: text };

/** What is stored of documents that span orders. */
export const sharedDocumentSchemas: WordSchemas<SharedDocumentWords['type']> = {
  'load.joined': wordSchema('load.joined', { ...load, order: text, shipment: Shipment }),
  'load.closed': wordSchema('load.closed', {
    ...load,
    closedAt: foreignInstantSchema,
    orders: z.int().min(0).optional(),
  }),
  'notice.reported': wordSchema('notice.reported', {
    shipmentId: text,
    load: text,
    status: z.enum(['sent', 'rejected']),
    round: z.int().min(1).optional(),
  }),
  'remittance.received': wordSchema('remittance.received', {
    partner: text,
    content: Remittance,
    owners: z.array(z.strictObject({ invoice: text, order: text })),
    document: text.optional(),
  }),
};
