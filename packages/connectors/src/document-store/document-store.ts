/** What is known of exact bytes that came in or went out (R02). */
export interface DocumentRecord {
  /** Unique for the document: of the gateway's, its key in the journal. */
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly partner: string;
  /** `850`, `997`, `order`. */
  readonly type: string;
  readonly name: string;
  /** Hex SHA-256 of the bytes as they came or went, also where they are kept encrypted. */
  readonly hash: string;
  /** How many bytes came or went. */
  readonly size: number;
  /** As they stand in it: ISA13, GS06, the message's id of a shop. */
  readonly controlNumbers: readonly string[];
  /** Ids of the orders and loads that it is about. */
  readonly orders: readonly string[];
  /** ISO instant in UTC with milliseconds at which it came or was frozen. */
  readonly at: string;
  /** The key that its bytes are encrypted under. */
  readonly keyId?: string | undefined;
  /** While it is there the document is not removed, whatever the retention says. */
  readonly hold?: LegalHold | undefined;
}

/** Who wants a document kept, and why. */
export interface LegalHold {
  readonly by: string;
  readonly reason: string;
  /** ISO instant. */
  readonly since: string;
}

/** A document to keep. */
export interface NewDocument extends Omit<DocumentRecord, 'hold'> {
  readonly bytes: Uint8Array;
}

/** A document that was kept. */
export interface KeptDocument extends DocumentRecord {
  /** Undefined where the key of the bytes was dropped: nobody can read them any more. */
  readonly bytes: Uint8Array | undefined;
}

/** Which documents are looked for; all that is given must fit. */
export interface DocumentQuery {
  readonly partner?: string | undefined;
  readonly direction?: 'in' | 'out' | undefined;
  readonly type?: string | undefined;
  /** One of its control numbers, as it stands in it. */
  readonly controlNumber?: string | undefined;
  /** Id of an order or a load. */
  readonly order?: string | undefined;
  /** ISO instant: not before it. */
  readonly from?: string | undefined;
  /** ISO instant: before it. */
  readonly until?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Most documents of a page, 1 to 1000; 100 when absent. */
  readonly limit?: number | undefined;
}

/** Some of the documents that were looked for, oldest first; those of one instant in an order that stays. */
export interface DocumentPage {
  readonly documents: readonly DocumentRecord[];
  /** Where the next page goes on; undefined when there is none. */
  readonly next?: string | undefined;
}

/** `known`: the same document was kept before. `conflict`: another one has its key; that one stays. */
export type PutResult = 'kept' | 'known' | 'conflict';

/**
 * Where documents are kept (R02). The journal is what is durable before anything is acknowledged; here they are for years, and
 * are found again. Every implementation passes `documentStoreContract` of `@dist/connectors/testing`.
 */
export interface DocumentStore {
  /**
   * Keeps a document. Again with the same key and hash it changes nothing.
   *
   * @throws RangeError when `at` is no instant in UTC with milliseconds.
   */
  put(document: NewDocument): Promise<PutResult>;
  get(key: string): Promise<KeptDocument | undefined>;
  /** @throws RangeError when the limit is no whole number from 1 to 1000. */
  find(query: DocumentQuery): Promise<DocumentPage>;
  /** Places a legal hold, or lifts it with undefined. False when there is no such document. */
  hold(key: string, hold: LegalHold | undefined): Promise<boolean>;
  /** Removes bytes and record. `held`: there is a legal hold, and nothing was removed. */
  remove(key: string): Promise<'removed' | 'held' | 'absent'>;
  /** Goes on with removals whose process was killed, and says how many; absent where a removal is one step. */
  finishRemovals?(): Promise<number>;
}
