import * as z from 'zod';
import type { Complement, KeptForm, KeptItem, KeptNode } from '../run/complement.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const form: z.ZodType<KeptForm> = z.strictObject({
  key: z.string().optional(),
  made: scalar.optional(),
  sent: z.unknown(),
});

const item: z.ZodType<KeptItem> = z.union([
  z.strictObject({ value: z.unknown() }),
  z.strictObject({
    slot: z.string(),
    group: z.string().optional(),
    get node() {
      return node.optional();
    },
  }),
]);

const node: z.ZodType<KeptNode> = z.strictObject({
  values: z.record(z.string(), z.unknown()).optional(),
  forms: z.array(z.array(form)).optional(),
  extras: z
    .array(z.strictObject({ form: z.int(), keys: z.array(z.string()), pairs: z.array(z.array(z.unknown())) }))
    .optional(),
  get parts() {
    return z.record(z.string(), node).optional();
  },
  lists: z.record(z.string(), z.array(item)).optional(),
});

/** The schema of a complement that comes from a file. */
export const complementSchema: z.ZodType<Complement> = z.strictObject({
  map: z.string(),
  side: z.enum(['native', 'canonical']),
  kept: node,
});
