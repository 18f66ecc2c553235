/** What is remembered of a group that was sent, for when it is answered. */
export interface SentGroup {
  /** Key of the frozen bytes. */
  readonly document: string;
  /** ISA13. */
  readonly interchange: string;
  /** GS01. */
  readonly functionalIdentifier: string;
  /** GS06. */
  readonly group: string;
  /** ISO instant of the interchange. */
  readonly at: string;
  readonly sets: readonly SentGroupSet[];
}

/** One transaction set of it, and whose it is. */
export interface SentGroupSet {
  /** ST01. */
  readonly type: string;
  /** ST02. */
  readonly set: string;
  readonly order: string;
  /** Key of the effect that sent it. */
  readonly effect: string;
}

/** What is remembered of an interchange: the keys of its groups. */
export type SentInterchange = readonly string[];
