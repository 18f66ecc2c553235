import * as z from 'zod';
import type { OperatorWords } from '../event/operator-events.ts';
import type { OrderEvent } from '../event.ts';
import { effectBodySchema } from './effect-body-schema.ts';
import { text, type WordSchemas, wordSchema } from './word-schema.ts';

const act = { by: text, reason: z.string() };

/** What is stored of an operator's acts. `event` reads the event that a correction puts in a fact's place. */
export function operatorSchemas(event: () => z.ZodType<OrderEvent>): WordSchemas<OperatorWords['type']> {
  return {
    'operator.replayed': wordSchema('operator.replayed', {
      ...act,
      effect: text,
      correction: effectBodySchema.optional(),
    }),
    'operator.corrected': wordSchema('operator.corrected', { ...act, event: z.lazy(event) }),
    'operator.dismissed': wordSchema('operator.dismissed', { ...act, effect: text }),
    'operator.rerouted': wordSchema('operator.rerouted', { ...act, partId: text, erp: text }),
    'operator.abandoned': wordSchema('operator.abandoned', act),
  };
}
