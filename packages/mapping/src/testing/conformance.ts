import type { ConformanceTest } from './conformance-test.ts';
import { guideTests } from './guide-tests.ts';
import { lawTests } from './law-tests.ts';
import type { Partner } from './partner.ts';
import { undrawnTests } from './undrawn-tests.ts';

export interface ConformanceOptions {
  /** Documents that are drawn for each law, 50 when absent. */
  readonly runs?: number | undefined;
  /** The same seed draws the same documents; 1 when absent. */
  readonly seed?: number | undefined;
  /**
   * By document (`850 in`): canonical places that its map does not write, `lines[].ids[]`. With it, every other field that is
   * drawn must be written.
   */
  readonly drops?: Readonly<Record<string, readonly string[]>> | undefined;
}

/**
 * The tests of a partner, for any test runner, in five layers: static (the map compiles, every part of an overlay counts),
 * golden pairs (both ways), violating documents (each constraint, each rule of the guide, each change of a golden pair that a person wrote down),
 * profile (golden pairs keep constraints, guide and cardinality), laws of drawn documents through their real text. Nothing
 * runs before `run` is called.
 */
export function conformance(partner: Partner, options: ConformanceOptions = {}): ConformanceTest[] {
  return partner.documents.flatMap((document) => [
    ...undrawnTests(document),
    ...guideTests(document),
    ...lawTests(document, options),
  ]);
}
