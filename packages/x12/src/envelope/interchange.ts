import type { Address, Issue } from '../issue.ts';

/** Separators of one interchange, read from its ISA. */
export interface Delimiters {
  readonly element: string;
  readonly component: string;
  readonly segment: string;
  /** Only from 00402 on. */
  readonly repetition?: string | undefined;
}

/** An element as repeats of components: `REF04` of `a:b^c` is `[['a', 'b'], ['c']]`. */
export interface Element {
  readonly repeats: readonly (readonly string[])[];
}

export interface Segment {
  readonly id: string;
  readonly elements: readonly Element[];
  /** Byte offset in the input. */
  readonly offset: number;
  /** Bytes without the terminator. */
  readonly length: number;
  /** From ST = 1 in a transaction set, from ISA = 1 outside. */
  readonly position: number;
}

/** A party of the envelope: ISA05/06 or ISA07/08, blanks trimmed. */
export interface InterchangeParty {
  readonly qualifier: string;
  readonly id: string;
}

export interface InterchangeHeader {
  readonly sender: InterchangeParty;
  readonly receiver: InterchangeParty;
  /** ISA09, YYMMDD. */
  readonly date: string;
  /** ISA10, HHMM. */
  readonly time: string;
  /** ISA12, for instance `00401`. */
  readonly version: string;
  /** ISA13. */
  readonly controlNumber: string;
  /** ISA14 is 1. */
  readonly acknowledgmentRequested: boolean;
  /** ISA15: T, P or I. */
  readonly usage: string;
}

export interface GroupHeader {
  /** GS01. */
  readonly functionalIdentifier: string;
  /** GS02. */
  readonly sender: string;
  /** GS03. */
  readonly receiver: string;
  /** GS04, CCYYMMDD. */
  readonly date: string;
  readonly time: string;
  /** GS06. */
  readonly controlNumber: string;
  /** GS07. */
  readonly agency: string;
  /** GS08, release and industry suffix: `004010VICS`. */
  readonly version: string;
}

export interface TransactionSet {
  /** ST01. */
  readonly type: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST to SE. */
  readonly segments: readonly Segment[];
  readonly issues: readonly Issue[];
  readonly address: Address;
  readonly offset: number;
  readonly length: number;
}

export interface FunctionalGroup {
  readonly header: GroupHeader;
  /** GS as received. */
  readonly segment: Segment;
  readonly sets: readonly TransactionSet[];
  /** Faults of the group itself: GS, GE, counts. */
  readonly issues: readonly Issue[];
  readonly address: Address;
  readonly offset: number;
}

export interface Interchange {
  readonly header: InterchangeHeader;
  /** ISA as received: its elements with their blanks. */
  readonly segment: Segment;
  readonly delimiters: Delimiters;
  readonly groups: readonly FunctionalGroup[];
  /** TA1 segments received in it. */
  readonly acknowledgments: readonly Segment[];
  /** Faults of the interchange itself: ISA, IEA, counts. An error here rejects it (TA1 R). */
  readonly issues: readonly Issue[];
  readonly address: Address;
  readonly offset: number;
  readonly length: number;
}

/** What a file holds. Never fails as a whole: what could not be read stands in `issues`. */
export interface InterchangeFile {
  readonly source: Uint8Array;
  readonly interchanges: readonly Interchange[];
  /** Faults outside any interchange: not X12, junk between interchanges. */
  readonly issues: readonly Issue[];
}
