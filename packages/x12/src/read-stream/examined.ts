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

/** An interchange with its verdict: what `read` says of it, without the documents. `acknowledge` answers it. */
export interface ExaminedInterchange extends StreamedInterchange {
  readonly status: Status;
  readonly retransmission?: true | undefined;
  readonly groups: readonly ExaminedGroup[];
}

/**
 * A transaction set as it goes by, told apart by `type` and `status`. Its status is that by all that is known then: the trailer
 * of its group or interchange, which comes after it, may still reject it.
 */
export type PassingSet<D extends readonly Definition[] = readonly Definition[]> =
  | KnownSet<D[number]>
  | (PassingContext & {
      readonly type: string;
      readonly definition?: undefined;
      readonly status: 'rejected';
      readonly document?: undefined;
    });

interface PassingContext {
  readonly kind: 'set';
  /** As it was read, its segments with it. */
  readonly set: TransactionSet;
  readonly issues: readonly Issue[];
  readonly group: StreamedGroup;
  readonly interchange: StreamedInterchange;
}

type KnownSet<D> =
  D extends Definition<infer Id, infer Document>
    ?
        | (PassingContext & {
            readonly type: Id;
            readonly definition: D;
            readonly status: 'accepted' | 'accepted-with-errors';
            readonly document: Document;
          })
        | (PassingContext & {
            readonly type: Id;
            readonly definition: D;
            readonly status: 'rejected';
            readonly document?: undefined;
          })
    : never;

/** What a file brings, in its order: groups and interchanges at their ends, and faults outside any. */
export type Examined<D extends readonly Definition[] = readonly Definition[]> =
  | PassingSet<D>
  | { readonly kind: 'group'; readonly group: StreamedGroup; readonly interchange: StreamedInterchange }
  | { readonly kind: 'interchange'; readonly interchange: ExaminedInterchange }
  | { readonly kind: 'issue'; readonly issue: Issue };
