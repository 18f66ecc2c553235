import * as canonical from '@dist/canonical';
import * as z from 'zod';

/** The canonical side of a map: the schema of its documents. */
export interface CanonicalEnd {
  readonly schema: z.ZodType<unknown>;
}

/** The canonical documents of a kind (`order`, `shipment`); undefined where there is no such kind. */
export function canonicalEnd(kind: string): CanonicalEnd | undefined {
  return ends.get(kind);
}

const ends: ReadonlyMap<string, CanonicalEnd> = new Map(
  Object.values<unknown>(canonical).flatMap((schema): [string, CanonicalEnd][] => {
    if (!(schema instanceof z.ZodObject)) return [];
    const kind: unknown = schema.shape['kind'];
    if (!(kind instanceof z.ZodLiteral)) return [];
    return [[String(kind.value), { schema }]];
  }),
);
