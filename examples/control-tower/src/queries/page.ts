/** A part of a long list, and where the next one begins. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Give it to the next call; absent at the end. */
  readonly next?: string | undefined;
}
