import * as documents from '@dist/canonical/testing';
import type * as fc from 'fast-check';

/** Valid canonical documents of a kind (`order`, `shipment`); undefined where none are generated. */
export function arbitraryOf(kind: string): fc.Arbitrary<unknown> | undefined {
  const draw = arbitraries.get(kind);
  return typeof draw === 'function' ? (draw() as fc.Arbitrary<unknown>) : undefined;
}

const arbitraries: ReadonlyMap<string, unknown> = new Map(Object.entries(documents));
