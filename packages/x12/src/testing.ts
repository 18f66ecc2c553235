export { type ArbitraryDocumentOptions, arbitraryDocument } from './testing/arbitrary-document.ts';
export {
  type ArbitraryInterchangeOptions,
  arbitraryInterchange,
  type WrittenInterchange,
} from './testing/arbitrary-interchange.ts';
export type { ExpectedIssue, Mutant } from './testing/mutant.ts';
export { type MutantTest, mutantTests } from './testing/mutant-tests.ts';
export { mutantsOf } from './testing/mutants-of.ts';
