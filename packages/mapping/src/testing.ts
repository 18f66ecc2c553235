export { AlteredCase } from './testing/altered-case.ts';
export { type ConformanceOptions, conformance } from './testing/conformance.ts';
export type { ConformanceLayer, ConformanceTest } from './testing/conformance-test.ts';
export type { Mutant, MutantKind } from './testing/mutant.ts';
export { type MutantOptions, mutants } from './testing/mutants.ts';
export {
  type MutationOptions,
  type MutationReport,
  mutationReport,
  type RunnableTest,
  type Survivor,
} from './testing/mutation-report.ts';
export type { NativeEnd } from './testing/native-end.ts';
export type { GoldenPair, Partner, PartnerDocument } from './testing/partner.ts';
export { partnerOf } from './testing/partner-of.ts';
export type { Proposal } from './testing/proposed-overlay.ts';
export {
  type OpenPoint,
  type Scaffold,
  type ScaffoldOptions,
  type ScaffoldReport,
  scaffold,
} from './testing/scaffold.ts';
