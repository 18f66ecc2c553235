import * as canonical from '@dist/canonical';
import * as documents from '@dist/canonical/testing';
import type * as fc from 'fast-check';
import * as z from 'zod';

/** The canonical side of a map: the schema of its documents, and how they are drawn. */
export interface CanonicalEnd {
  readonly schema: z.ZodType<unknown>;
  /** Valid documents; undefined where none are generated. */
  readonly arbitrary: (() => fc.Arbitrary<unknown>) | undefined;
}

/** The canonical documents of a kind (`order`, `shipment`); undefined where there is no such kind. */
export function canonicalEnd(kind: string): CanonicalEnd | undefined {
  return ends.get(kind);
}

const arbitraries = new Map<string, unknown>(Object.entries(documents));

const ends: ReadonlyMap<string, CanonicalEnd> = new Map(
  Object.values<unknown>(canonical).flatMap((schema): [string, CanonicalEnd][] => {
    if (!(schema instanceof z.ZodObject)) return [];
    const kind: unknown = schema.shape['kind'];
    if (!(kind instanceof z.ZodLiteral)) return [];
    const name = String(kind.value);
    return [[name, { schema, arbitrary: arbitraryOf(name) }]];
  }),
);

function arbitraryOf(kind: string): CanonicalEnd['arbitrary'] {
  const draw = arbitraries.get(kind);
  return typeof draw === 'function' ? () => draw() as fc.Arbitrary<unknown> : undefined;
}
