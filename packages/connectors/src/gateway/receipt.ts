import type { Issue as CanonicalIssue } from '@dist/canonical';
import type { Issue as X12Issue } from '@dist/x12';

/** One fault of what was received, whichever package found it. */
export type ReceiptIssue = X12Issue | CanonicalIssue;

/** An acknowledgment that leaves for an interchange. */
export interface SentAcknowledgment {
  readonly type: '997' | '999' | 'TA1';
  /** ISA13 of the acknowledgment. */
  readonly controlNumber: string;
  /** Name that it is delivered under. */
  readonly file: string;
  /** AK901 of each group, or TA104: `A`, `E`, `P`, `R`. */
  readonly codes: readonly string[];
}

/**
 * What became of one interchange. `received`: acted on now. `rejected`: refused as a whole; its numbers may come again.
 * `retransmission`: the partner sent the same bytes again and gets the same acknowledgment (R03). `seen`: this file was
 * read before. `quarantined`: the numbers of another interchange with other contents. `unknown-partner`: kept, nothing
 * follows.
 */
export type InterchangeStatus = 'received' | 'rejected' | 'retransmission' | 'seen' | 'quarantined' | 'unknown-partner';

export interface InterchangeReceipt {
  readonly status: InterchangeStatus;
  readonly partner: string | undefined;
  /** ISA13. */
  readonly controlNumber: string;
  readonly acknowledgment: SentAcknowledgment | undefined;
  /** Ids of the orders that its documents are about. */
  readonly orders: readonly string[];
  readonly issues: readonly ReceiptIssue[];
}

export interface FileReceipt {
  readonly name: string;
  readonly interchanges: readonly InterchangeReceipt[];
  /** Faults outside any interchange. */
  readonly issues: readonly ReceiptIssue[];
}
