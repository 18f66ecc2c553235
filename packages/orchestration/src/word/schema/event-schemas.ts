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
  ...operatorSchemas(() => correctable),
};

/** What a correction may put in the place of a fact: an event by its type, but no act of an operator, so that none is within another. */
const correctable: z.ZodType<OrderEvent> = z.unknown().transform((event, context) => {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
  const known = typeof type === 'string' && Object.hasOwn(eventSchemas, type) && !type.startsWith('operator.');
  if (!known) {
    context.issues.push({
      code: 'custom',
      input: type,
      path: ['type'],
      message: 'no event that a correction may hold',
    });
    return z.NEVER;
  }
  const read = eventSchemas[type as OrderEvent['type']].safeParse(event, { reportInput: true });
  if (read.success) return read.data;
  for (const { path, message, input } of read.error.issues)
    context.issues.push({ code: 'custom', path, message, input });
  return z.NEVER;
});
