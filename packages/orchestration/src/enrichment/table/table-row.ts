/** What every row may say of itself. */
export interface TableRow {
  /** The first calendar date that it counts on; always until `until` when absent. */
  readonly from?: string | undefined;
  /** The last calendar date that it counts on; from `from` on when absent. */
  readonly until?: string | undefined;
  /** Version of the row where its table has one of its own; that of the master data when absent. */
  readonly version?: string | undefined;
}
