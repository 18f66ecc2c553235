import * as z from 'zod';
import type { OrderEvent } from '../event.ts';
import type { ErrorClass, Failure } from '../failure.ts';
import { isWholeText } from '../is-whole-text.ts';
import { instantSchema } from './instant-schema.ts';

/** The schema of each type of event of one family: a type without one is a compile error. */
export type WordSchemas<Type extends OrderEvent['type']> = {
  readonly [Name in Type]: z.ZodType<Extract<OrderEvent, { readonly type: Name }>>;
};

/** A text that says something and that a database can keep as it is: no NUL, which ends a text there, and no half of a pair. */
export const text = z.string().min(1).refine(isWholeText, 'a text without NUL and without half of a surrogate pair');

const base = {
  key: text,
  at: instantSchema,
  v: z.literal(2),
  causation: text.optional(),
  trace: z.strictObject({ traceparent: text }).optional(),
};

/** The schema of one event: what every event carries, its type and its own fields. A field that it does not know is an error. */
export function wordSchema<Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.strictObject({ ...base, type: z.literal(type), ...fields });
}

/** Names of the classes of failure. */
export const errorClassSchema: z.ZodType<ErrorClass> = z.enum([
  'transport',
  'throttled',
  'system',
  'inDoubt',
  'pricing',
  'customerMaster',
  'itemCrossReference',
  'unitOfMeasure',
  'inventory',
  'credit',
  'partnerFormat',
  'configuration',
]);

/** One failure in words for a person. */
export const failureSchema: z.ZodType<Failure> = z.strictObject({
  class: errorClassSchema,
  code: z.string(),
  message: z.string(),
  lineId: z.string().optional(),
  retryAfterSeconds: z.number().min(0).optional(),
});
