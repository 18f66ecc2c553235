import * as fc from 'fast-check';
import { arbitraryOf } from './arbitrary-of.ts';
import { usableMap } from './compiled-document.ts';
import { faultsOf } from './faults-of.ts';
import { fittedDocument } from './fitted-document.ts';
import type { PartnerDocument } from './partner.ts';

export interface DrawSettings {
  readonly runs: number;
  readonly seed: number;
}

/**
 * Canonical documents to try a map on, the same for each of its mutants: drawn, and fitted to what the partner allows. None
 * where the map runs one way only.
 */
export function documentsToTry(document: PartnerDocument, { runs, seed }: DrawSettings): readonly unknown[] {
  const { map, golden } = document;
  const arbitrary = arbitraryOf(map.canonical);
  if (arbitrary === undefined || map.direction !== undefined) return [];
  const compiled = usableMap(document);
  return fc
    .sample(arbitrary, { numRuns: runs, seed })
    .map((drawn) => fittedDocument(drawn, golden[0]?.canonical, (one) => faultsOf(document, compiled, one)))
    .filter((fitted) => fitted !== undefined);
}
