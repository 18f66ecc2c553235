import type { BatchedDocument } from './batch-rule.ts';

/** One batch of a partner: what is gathered under one rule until the end of one window. */
export interface BatchName {
  readonly partner: string;
  readonly documents: readonly BatchedDocument[];
  /** ISO instant at which it closes. */
  readonly end: string;
}

/** How far a batch is, as the journal has it. It is open until its first interchange is frozen. */
export interface BatchRecord {
  readonly status: 'open' | 'closing';
  /** How many transaction sets have been put into it. */
  readonly count: number;
  /** How many of them, from the first on, are in an interchange or were left out. */
  readonly placed: number;
  /** How many interchanges there are. */
  readonly interchanges: number;
}

interface Member {
  readonly effect: string;
  readonly order: string;
}

/** A transaction set that waits for its batch to close. */
export interface WaitingMember extends Member {
  readonly status: 'waiting';
  readonly document: BatchedDocument;
  /** The set as the partner's map has written it. JSON. */
  readonly native: unknown;
  /** From ST to SE. */
  readonly bytes: number;
}

/** A transaction set that has its place for ever (R12). */
export interface PlacedMember extends Member {
  readonly status: 'placed';
  /** Key of the interchange's bytes. */
  readonly interchange: string;
  /** ISA13. */
  readonly controlNumber: string;
  /** Name that it leaves under. */
  readonly file: string;
}

/** A transaction set that is in no interchange: nobody wants it any more, or it can not be written any more. */
export interface DroppedMember extends Member {
  readonly status: 'dropped';
  readonly reason: string;
}

export type BatchMember = WaitingMember | PlacedMember | DroppedMember;

/** Where a set is in a batch. */
export interface BatchPlace {
  readonly batch: BatchName;
  readonly index: number;
}

const nameOf = ({ partner, documents, end }: BatchName): string => `${partner}/${documents.join('+')}/${end}`;

/** Keys of the records in the journal. */
export const batchKeys = {
  batch: (name: BatchName): string => `batch/${nameOf(name)}`,
  member: ({ batch, index }: BatchPlace): string => `batch/${nameOf(batch)}/${index}`,
  /** Of the document with the bytes. */
  interchange: (name: BatchName, index: number): string => `batch/${nameOf(name)}/interchange/${index}`,
  /** Which place an effect has. */
  place: (effect: string): string => `batched/${effect}`,
  /** That the transport has taken an interchange. */
  left: (interchange: string): string => `left/${interchange}`,
};

/** A batch that nobody has put anything into. */
export const emptyBatch: BatchRecord = { status: 'open', count: 0, placed: 0, interchanges: 0 };
