import type { Effect } from '../word/effect.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Note, OrderState, Timer } from '../word/state.ts';

/** Exact bytes that came in or went out (R02). */
export interface StoredDocument {
  /** Unique: an inbound content address, or the key of the effect that sends it. */
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly partner: string;
  /** `850`, `997`, `shopify/order`. */
  readonly type: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Hex SHA-256 of the bytes. */
  readonly hash: string;
  readonly controlNumbers: readonly string[];
  readonly at: string;
}

/** Bytes to carry that are stored already: a 997, for instance. The same outbox, lanes and leases. */
export interface DeliveryEffect {
  readonly key: string;
  /** `''` when it belongs to no order: then it waits for nothing but its time. */
  readonly order: string;
  readonly body: { readonly type: 'document.deliver'; readonly partner: string; readonly document: string };
  readonly lane: string;
  readonly priority: number;
  readonly notBefore: string;
  readonly attempt: number;
  readonly safety: 'idempotent';
}

/** What lies in the outbox. */
export type OutboxEffect = Effect | DeliveryEffect;

/** What one event does to one order. */
export interface StreamAppend {
  readonly id: string;
  /** Version that was loaded; 0 for a new order. */
  readonly expectedVersion: number;
  readonly events: readonly OrderEvent[];
  readonly state: OrderState;
  readonly effects: readonly Effect[];
  /** All timers now running; those not listed are gone. */
  readonly timers: readonly Timer[];
  readonly notes: readonly Note[];
}

/** All of it is committed, or none. Each order, sequence, mark and document stands in it once at most. */
export interface Batch {
  readonly streams?: readonly StreamAppend[] | undefined;
  /** Deliveries to put in the outbox: no order has them in its ledger. */
  readonly effects?: readonly DeliveryEffect[] | undefined;
  /** Claimed effects that are finished with: the row goes, or goes back with a new attempt by an effect in `streams`. */
  readonly settle?: readonly { readonly key: string; readonly lease: string }[] | undefined;
  /** Control numbers: moves a sequence from the value that was read (compare and set). */
  readonly sequences?:
    | readonly { readonly name: string; readonly expected: number; readonly next: number }[]
    | undefined;
  /** Put if absent; the same key with another hash is a conflict. */
  readonly documents?: readonly StoredDocument[] | undefined;
  /** Facts to remember by key for ever (interchanges received, watermarks): compare and set, `undefined` = must be new. */
  readonly marks?:
    | readonly { readonly key: string; readonly expected: string | undefined; readonly value: string }[]
    | undefined;
}

/** `conflict` commits nothing: load again and try again. */
export type AppendResult =
  | { readonly status: 'appended' }
  | {
      readonly status: 'conflict';
      readonly what: 'version' | 'sequence' | 'document' | 'mark' | 'lease';
      readonly key: string;
    };

/** An effect that a worker has for itself until its lease runs out. */
export interface Claimed {
  readonly effect: OutboxEffect;
  /** Proves the claim when settling; no other claim of the effect, or of a later attempt, has the same. */
  readonly lease: string;
  /** True when an earlier claim ran out: the effect may have happened. */
  readonly reclaimed: boolean;
}

/** Who takes how many effects, and for how long. */
export interface ClaimRequest {
  /** ISO instant. */
  readonly now: string;
  readonly worker: string;
  readonly limit: number;
  /** Milliseconds until the claim runs out. */
  readonly lease: number;
  /** Only these lanes; all when absent. */
  readonly lanes?: readonly string[] | undefined;
}

/**
 * Where orders live. Every adapter (memory, SQLite, PostgreSQL, engines) keeps this contract and passes its kit
 * (`@dist/orchestration/testing`, `journalContract`).
 */
export interface Journal {
  load(id: string): Promise<{ readonly version: number; readonly state: OrderState } | undefined>;
  append(batch: Batch): Promise<AppendResult>;
  /**
   * Takes effects that are due and unclaimed, or whose lease ran out; lower priority first, then older first.
   *
   * Effects of one order on one partner lane (`partner:<id>`) go one at a time, in the order they were issued, whatever
   * their priority: none is claimed while an earlier one is in the outbox, be it claimed or waiting to be tried again. A
   * new attempt keeps its place, in the batch that settles the one before too; what was settled and is put in again
   * goes to the end. Other lanes (`erp:`, `shop:`, `local`) and what belongs to no order (`order` is `''`) know no such
   * queue.
   */
  claim(request: ClaimRequest): Promise<readonly Claimed[]>;
  /** Gives claims of a worker that is known to be dead back at once; they come again as `reclaimed`. */
  release(worker: string): Promise<void>;
  /** Timers due at `now`, earliest first. */
  due(
    now: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly timer: string; readonly due: string }[]>;
  /** Last value used of a sequence; 0 when never used. */
  sequence(name: string): Promise<number>;
  document(key: string): Promise<StoredDocument | undefined>;
  documents(filter?: { readonly direction?: 'in' | 'out'; readonly partner?: string }): AsyncIterable<StoredDocument>;
  mark(key: string): Promise<string | undefined>;
  /** Ids of all orders, in order of first append. */
  orders(): AsyncIterable<string>;
  events(id: string): AsyncIterable<OrderEvent>;
  notes(id?: string): AsyncIterable<Note>;
  /**
   * Instant of the next effect or timer that will be due; undefined when there is none. An effect that waits behind
   * another one of its order is not due before that has gone.
   */
  next(): Promise<string | undefined>;
  close(): Promise<void>;
}
