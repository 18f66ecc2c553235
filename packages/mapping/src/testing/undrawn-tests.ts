import { alteredTests } from './altered-tests.ts';
import type { ConformanceTest } from './conformance-test.ts';
import { constraintTests } from './constraint-tests.ts';
import { goldenTests } from './golden-tests.ts';
import type { PartnerDocument } from './partner.ts';
import { profileTests } from './profile-tests.ts';
import { staticTests } from './static-tests.ts';

/** The tests of a document that draw nothing, and so need no fast-check: all but laws and the faults against a guide. */
export function undrawnTests(document: PartnerDocument): ConformanceTest[] {
  return [
    ...staticTests(document),
    ...goldenTests(document),
    ...alteredTests(document),
    ...constraintTests(document),
    ...profileTests(document),
  ];
}
