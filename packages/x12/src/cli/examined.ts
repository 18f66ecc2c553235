import type { Definition } from '../definition/definition.ts';
import type { TransactionSet } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import type { StreamedGroup, StreamedInterchange } from '../parse-stream.ts';
import type { ReceivedGroup, ReceivedSet, Status } from '../received.ts';

/** A transaction set with its verdict, without what it holds. */
export interface ExaminedSet extends Pick<ReceivedSet, 'type' | 'controlNumber' | 'definition'> {
  readonly status: Status;
  /** Number of segments, ST and SE included. */
  readonly count: number;
  readonly issues: readonly Issue[];
  /** Those that an acknowledgment tells of: ST, and the ones with an issue. */
  readonly segments: ReceivedSet['segments'];
}

/** A functional group with its verdict. */
export interface ExaminedGroup extends StreamedGroup {
  readonly status: ReceivedGroup['status'];
  readonly sets: readonly ExaminedSet[];
}

/** An interchange with its verdict: what `read` says of it, without the documents. */
export interface ExaminedInterchange extends StreamedInterchange {
  readonly status: Status;
  readonly retransmission?: true | undefined;
  /** SHA-256 of its bytes from ISA to IEA; where it is asked what has been received. */
  readonly hash?: string | undefined;
  readonly groups: readonly ExaminedGroup[];
}

/** A transaction set as it goes by; what is wrong with its group or interchange as a whole is told at their ends. */
export interface PassingSet {
  readonly kind: 'set';
  readonly set: TransactionSet;
  readonly definition: Definition | undefined;
  readonly document: unknown;
  readonly issues: readonly Issue[];
  readonly group: StreamedGroup;
  readonly interchange: StreamedInterchange;
}

/** What a file brings, in its order: groups and interchanges at their ends, and faults outside any. */
export type Examined =
  | PassingSet
  | { readonly kind: 'group'; readonly group: StreamedGroup; readonly interchange: StreamedInterchange }
  | { readonly kind: 'interchange'; readonly interchange: ExaminedInterchange }
  | { readonly kind: 'issue'; readonly issue: Issue };
