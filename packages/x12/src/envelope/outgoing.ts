import type { Definition } from '../definition/definition.ts';
import type { Delimiters, InterchangeParty } from './interchange.ts';

/** A transaction set to write: a typed document and its ST02 (4 to 9 digits). ST, SE and counts are made. */
export interface OutgoingSet<Document = unknown> {
  readonly definition: Definition<string, Document>;
  readonly document: Document;
  readonly controlNumber: string;
}

export interface OutgoingGroup {
  /** GS02. */
  readonly sender: string;
  /** GS03. */
  readonly receiver: string;
  readonly controlNumber: string;
  /** GS08; the definition's release when absent. */
  readonly version?: string | undefined;
  readonly sets: readonly OutgoingSet[];
}

/** TA1: the answer to one interchange. */
export interface InterchangeAcknowledgment {
  readonly controlNumber: string;
  readonly date: string;
  readonly time: string;
  /** TA104: accepted, accepted with errors, rejected. */
  readonly code: 'A' | 'E' | 'R';
  /** TA105, for instance `000`. */
  readonly note: string;
}

/** An interchange to write. Counts, padding and trailers are made by `write`. */
export interface OutgoingInterchange {
  readonly sender: InterchangeParty;
  readonly receiver: InterchangeParty;
  readonly controlNumber: string;
  /** The instant for ISA09/10 and GS04/05, taken as given in UTC. */
  readonly at: Date;
  readonly usage: 'T' | 'P';
  /** ISA12; `00401` when absent. */
  readonly version?: string | undefined;
  readonly acknowledgmentRequested?: boolean | undefined;
  readonly delimiters?: Delimiters | undefined;
  /** Text after each segment terminator, for instance a line break. */
  readonly lineBreak?: '' | '\n' | '\r\n' | undefined;
  readonly acknowledgments?: readonly InterchangeAcknowledgment[] | undefined;
  readonly groups: readonly OutgoingGroup[];
}
