import * as z from 'zod';
import type { Overlay } from './overlay.ts';
import type { PartnerMap, Table } from './partner-map.ts';
import { ruleSchema } from './rule-schema.ts';

const codes = z.record(z.string(), z.string());
const tableSchema: z.ZodType<Table> = z.union([
  z.strictObject({ lossy: z.literal(true), read: codes, write: codes }),
  codes,
]);

/** The schema of a map. */
export const mapSchema: z.ZodType<PartnerMap> = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().min(1),
  version: z.string().min(1),
  native: z.string().min(1),
  canonical: z.string().min(1),
  direction: z.enum(['read', 'write']).optional(),
  effective: z.strictObject({ from: z.iso.date().optional(), until: z.iso.date().optional() }).optional(),
  tables: z.record(z.string().min(1), tableSchema).optional(),
  rules: z.array(ruleSchema),
});

const patch = z.record(z.string(), z.union([z.record(z.string(), z.unknown()), z.null()]));

/** The schema of an overlay. What `patch` makes of a rule is checked when it is laid over the map. */
export const overlaySchema: z.ZodType<Overlay> = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().min(1),
  version: z.string().min(1),
  base: z.string().min(1),
  patch: patch.optional(),
  add: z
    .array(z.strictObject({ into: z.string().optional(), before: z.string().optional(), rule: ruleSchema }))
    .optional(),
  tables: patch.optional(),
});
