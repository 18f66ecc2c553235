import type { Definition } from './definition/definition.ts';
import type {
  FunctionalGroup,
  GroupHeader,
  Interchange,
  InterchangeHeader,
  TransactionSet,
} from './envelope/interchange.ts';
import type { Issue } from './issue.ts';

/** `rejected`: an issue is an error. `accepted-with-errors`: a warning is the worst. Information counts as accepted. */
export type Status = 'accepted' | 'accepted-with-errors' | 'rejected';

/** A file read, validated and decoded. */
export interface ReceivedFile<D extends readonly Definition[] = readonly Definition[]> {
  readonly source: Uint8Array;
  readonly interchanges: readonly ReceivedInterchange<D>[];
  /** The transaction sets of all interchanges, in file order. */
  readonly sets: readonly ReceivedSet<D>[];
  /** Every issue of the file, by offset. */
  readonly issues: readonly Issue[];
}

/** An interchange with its verdict. When it is rejected, so is all that it holds. */
export interface ReceivedInterchange<D extends readonly Definition[] = readonly Definition[]>
  extends Omit<Interchange, 'groups'> {
  readonly status: Status;
  /**
   * The same bytes were received before (`seen` said `same`). Then `status` is `rejected`, so that nothing in it is
   * processed again, though no issue says so; its answer is that of the first time, byte for byte.
   */
  readonly retransmission?: true | undefined;
  readonly groups: readonly ReceivedGroup<D>[];
}

/** A functional group with its verdict (AK901). When it is rejected, so are its sets. */
export interface ReceivedGroup<D extends readonly Definition[] = readonly Definition[]>
  extends Omit<FunctionalGroup, 'sets'> {
  readonly status: Status | 'partially-accepted';
  readonly sets: readonly ReceivedSet<D>[];
}

/**
 * A transaction set with its verdict (AK501), told apart by `type` and `status`: where `type` is that of a definition and
 * `status` is not `rejected`, `document` has the definition's type.
 */
export type ReceivedSet<D extends readonly Definition[] = readonly Definition[]> = KnownSet<D[number]> | UnknownSet;

/** What every received set carries. */
export interface ReceivedContext extends Omit<TransactionSet, 'type'> {
  /** ISA15: T, P or I. */
  readonly usage: string;
  readonly interchange: InterchangeHeader;
  readonly group: GroupHeader;
}

type KnownSet<D> =
  D extends Definition<infer Id, infer Document> ? AcceptedSet<Id, D, Document> | RejectedSet<Id, D, Document> : never;

interface AcceptedSet<Id, D, Document> extends ReceivedContext {
  readonly type: Id;
  readonly definition: D;
  readonly status: 'accepted' | 'accepted-with-errors';
  readonly document: Document;
}

interface RejectedSet<Id, D, Document> extends ReceivedContext {
  readonly type: Id;
  readonly definition: D;
  readonly status: 'rejected';
  /** What could be made of it, for people; never to be processed. */
  readonly document?: Document | undefined;
}

/** A set for which no definition was given. */
interface UnknownSet extends ReceivedContext {
  readonly type: string;
  readonly definition?: undefined;
  readonly status: 'rejected';
  readonly document?: undefined;
}
