import * as z from 'zod';
import type { OrderEvent } from '../event.ts';
import { documentSchemas } from './document-schemas.ts';
import { erpSchemas } from './erp-schemas.ts';
import { fulfillmentSchemas } from './fulfillment-schemas.ts';
import { moneySchemas } from './money-schemas.ts';
import { operatorSchemas } from './operator-schemas.ts';
import { orderSchemas } from './order-schemas.ts';
import { sharedDocumentSchemas } from './shared-document-schemas.ts';
import type { WordSchemas } from './word-schema.ts';

/** The schema of each type of event, as this release writes them. */
export const eventSchemas: WordSchemas<OrderEvent['type']> = {
  ...orderSchemas,
  ...erpSchemas,
  ...fulfillmentSchemas,
  ...moneySchemas,
  ...documentSchemas,
  ...sharedDocumentSchemas,
  ...operatorSchemas(() => anyEvent),
};

const anyEvent: z.ZodType<OrderEvent> = z.union(Object.values(eventSchemas));
