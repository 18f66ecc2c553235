import type { Definition } from '../definition/definition.ts';
import type { Delimiters, InterchangeParty } from './interchange.ts';

/** A transaction set to write: a typed document and its number. ST, SE and counts are made. */
export interface OutgoingSet<Document = unknown> {
  readonly definition: Definition<string, Document>;
  readonly document: Document;
  /** ST02: 4 to 9 digits, unique in its group, for instance `0001`. */
  readonly controlNumber: string;
}

/** A functional group to write. GS01 is that of its definitions; GS04 and GS05 are the interchange's `at`. */
export interface OutgoingGroup {
  /** GS02: 2 to 15 printable ASCII characters; often, not always, the id of ISA06. */
  readonly sender: string;
  /** GS03: 2 to 15 printable ASCII characters; often, not always, the id of ISA08. */
  readonly receiver: string;
  /** GS06: 1 to 9 digits, not all zero, unique in its interchange, for instance `1`. */
  readonly controlNumber: string;
  /** GS08: the definition's release, which is the default, and an industry suffix where there is one: `004010VICS`. */
  readonly version?: string | undefined;
  readonly sets: readonly OutgoingSet[];
}

/** TA1: the answer to one interchange. */
export interface InterchangeAcknowledgment {
  /** TA101: ISA13 of the interchange that it answers, as received. */
  readonly controlNumber: string;
  /** TA102: its ISA09, YYMMDD. */
  readonly date: string;
  /** TA103: its ISA10, HHMM. */
  readonly time: string;
  /** TA104: accepted, accepted with errors, rejected. */
  readonly code: 'A' | 'E' | 'R';
  /** TA105: three digits; `000` is no error. */
  readonly note: string;
}

/** An interchange to write. Counts, padding and trailers are made by `write`. */
export interface OutgoingInterchange {
  /** ISA05 and ISA06: a qualifier of two characters, an id of 1 to 15 printable ASCII characters; blanks are filled up. */
  readonly sender: InterchangeParty;
  /** ISA07 and ISA08, as the sender. */
  readonly receiver: InterchangeParty;
  /** ISA13: nine digits with their leading zeros, not all zero, for instance `000000001`. */
  readonly controlNumber: string;
  /** The instant for ISA09/10 and GS04/05, taken as given in UTC. */
  readonly at: Date;
  /** ISA15: test or production. */
  readonly usage: 'T' | 'P';
  /** ISA12: five digits; `00401` when absent. */
  readonly version?: string | undefined;
  /** ISA14: whether a TA1 is asked for; not when absent. */
  readonly acknowledgmentRequested?: boolean | undefined;
  /** Separators; `*`, `>` and `~`, from 00402 on `^` for repeats, when absent, or those that a guide of a set asks for. */
  readonly delimiters?: Delimiters | undefined;
  /** Text after each segment terminator, for instance a line break. */
  readonly lineBreak?: '' | '\n' | '\r\n' | undefined;
  readonly acknowledgments?: readonly InterchangeAcknowledgment[] | undefined;
  readonly groups: readonly OutgoingGroup[];
}

/** A transaction set whose ST02 may be left to `withControlNumbers`. */
export interface UnnumberedSet<Document = unknown> extends Omit<OutgoingSet<Document>, 'controlNumber'> {
  /** ST02: 4 to 9 digits; the next number of its group when absent. */
  readonly controlNumber?: string | undefined;
}

/** A functional group whose numbers may be left to `withControlNumbers`. */
export interface UnnumberedGroup extends Omit<OutgoingGroup, 'controlNumber' | 'sets'> {
  /** GS06: 1 to 9 digits, not all zero; the next of its sequence when absent. */
  readonly controlNumber?: string | undefined;
  readonly sets: readonly UnnumberedSet[];
}

/** An interchange to write, whose numbers may be left to `withControlNumbers`. */
export interface UnnumberedInterchange extends Omit<OutgoingInterchange, 'controlNumber' | 'groups'> {
  /** ISA13: nine digits, not all zero; the next of its sequence when absent. */
  readonly controlNumber?: string | undefined;
  readonly groups: readonly UnnumberedGroup[];
}
