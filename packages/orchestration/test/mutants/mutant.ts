/** One wrong machine: a text of one module in the place of another. */
export interface Mutant {
  /** What is wrong with it, in one sentence. */
  readonly sentence: string;
  /** Where the text is expected, below `src`; it is found wherever it stands, if it stands in one place only. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
