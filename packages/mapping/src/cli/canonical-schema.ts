import * as canonical from '@dist/canonical';
import * as z from 'zod';
import type { Result } from '../result.ts';
import { unknownEnd } from './unknown-end.ts';

/** The schema of the canonical documents of a kind: `order`, `shipment`. */
export function canonicalSchema(kind: string): Result<z.ZodType<unknown>> {
  const schema = schemas.get(kind);
  if (schema === undefined) return unknownEnd('canonical', kind, [...schemas.keys()]);
  return { ok: true, value: schema, issues: [] };
}

/** Every schema that is published with a literal `kind`. */
const schemas: ReadonlyMap<string, z.ZodType<unknown>> = new Map(
  Object.values<unknown>(canonical).flatMap((one) => {
    if (!(one instanceof z.ZodObject)) return [];
    const kind: unknown = one.shape['kind'];
    return kind instanceof z.ZodLiteral ? [[String(kind.value), one] as const] : [];
  }),
);
