import type { Effect, WorkClass } from '../word/effect.ts';
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
  /** Share of its lane that it takes part in; `realTime` when absent. Its partner is that of the body. */
  readonly class?: WorkClass | undefined;
  readonly priority: number;
  readonly notBefore: string;
  readonly attempt: number;
  readonly safety: 'idempotent';
}

/** What lies in the outbox. */
export type OutboxEffect = Effect | DeliveryEffect;

/**
 * One entry of an order's log: what came, and what was put in the outbox because of it. With both, the state is made
 * again by any later release of the machine, whatever that would issue today.
 */
export interface LoggedEvent {
  readonly event: OrderEvent;
  readonly issued: readonly Effect[];
  /**
   * Version of the policy that it was taken under, while its order was pinned to none: the event that pins it, and those
   * that came before. Absent from then on.
   */
  readonly policy?: string | undefined;
}

/** What is stored of one order: the log is the truth, the snapshot a cache of its beginning. `restore` folds them. */
export interface StoredOrder {
  /** Grows by one with each append. */
  readonly version: number;
  /** The state after all entries before those in `log`; absent when none was ever stored. */
  readonly snapshot?: OrderState | undefined;
  /** Entries after the snapshot, oldest first. */
  readonly log: readonly LoggedEvent[];
}

/** What one step does to one order. */
export interface StreamAppend {
  readonly id: string;
  /** Version that was loaded; 0 for a new order. */
  readonly expectedVersion: number;
  /** New entries. What they issued goes to the outbox; of one key the last one issued in the batch. */
  readonly log: readonly LoggedEvent[];
  /** The state after `log`, stored in place of the earlier snapshot; that one stays when absent. */
  readonly snapshot?: OrderState | undefined;
  /** All timers now running; those not listed are gone. */
  readonly timers: readonly Timer[];
  readonly notes: readonly Note[];
  /** Since when the order is in a terminal phase; undefined when it is in none. */
  readonly closedAt?: string | undefined;
}

/**
 * All of it is committed, or none. Each order, claim, sequence and mark stands in it once at most, and a document with one
 * hash: what stands in it twice is a conflict. No name has a NUL or half of a surrogate pair.
 */
export interface Batch {
  readonly streams?: readonly StreamAppend[] | undefined;
  /** Deliveries to put in the outbox: no order has them in its ledger. */
  readonly effects?: readonly DeliveryEffect[] | undefined;
  /**
   * Claimed effects that go back as they are, settled in the same batch, to be claimed again not before their `notBefore`. They
   * leave the queue of their order: what waits behind them goes on.
   */
  readonly postponed?: readonly OutboxEffect[] | undefined;
  /** Claimed effects that are finished with: the row goes, or goes back with a new attempt by an effect in `streams`. */
  readonly settle?: readonly { readonly key: string; readonly lease: string }[] | undefined;
  /** Control numbers: moves a sequence from the value that was read (compare and set) to a whole number from 0 on. */
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
  /** Version of its order when it was claimed, so that a state kept from before is known to be old; 0 when it has none. */
  readonly version: number;
}

/** Who takes how many effects, and for how long. */
export interface ClaimRequest {
  /** ISO instant. */
  readonly now: string;
  readonly worker: string;
  /** Most effects that are taken: a whole number. */
  readonly limit: number;
  /** Milliseconds until the claim runs out. */
  readonly lease: number;
  /** Only these lanes; all when absent. */
  readonly lanes?: readonly string[] | undefined;
  /** Only these effects, as far as they are due and their lanes and queues let them; all when absent. */
  readonly keys?: readonly string[] | undefined;
  /** One for each lane at most; a lane without one is unlimited. */
  readonly limits?: readonly LaneLimit[] | undefined;
}

/** What a queue or a stream is told of an effect: enough to wake a performer, and nothing of what the effect holds. */
export interface EffectNotice {
  readonly key: string;
  readonly attempt: number;
  readonly lane: string;
  readonly class: WorkClass;
  /** ISO instant before which it must not start. */
  readonly notBefore: string;
}

/** How much of a lane may be at work at once and how fast, all workers of the journal together. */
export interface LaneLimit {
  /** A lane, or the beginning of some with `*` (`partner:*`): then it counts for each of them by itself. */
  readonly lane: string;
  /** Nothing is claimed while it is true. */
  readonly paused?: boolean | undefined;
  /** Types of effects that are not claimed now: an ERP that is drained takes no `erp.submit`. */
  readonly withheld?: readonly string[] | undefined;
  /** Most effects that are claimed at once: neither settled nor their lease run out. */
  readonly concurrency?: number | undefined;
  /** Starts: a bucket of `burst` tokens, full at first, that fills by `perSecond`. The journal keeps it. */
  readonly rate?: { readonly perSecond: number; readonly burst: number } | undefined;
  /**
   * Relative share of the starts that each class gets while several wait; a class without waiting work gives its share
   * away. The classes are even when absent.
   */
  readonly shares?: Readonly<Record<WorkClass, number>> | undefined;
  /** So many seconds of waiting count as one step of priority, so that nothing starves; never when absent. */
  readonly ageSeconds?: number | undefined;
}

/** How full one lane is, of one class and partner. */
export interface LaneDepth {
  readonly lane: string;
  readonly class: WorkClass;
  readonly partner?: string | undefined;
  /** Effects that are due and that nobody has. */
  readonly waiting: number;
  /** Effects that a worker has: neither settled nor their lease run out. */
  readonly claimed: number;
  /** Since when the oldest of the waiting is due; undefined when none waits. */
  readonly oldest?: string | undefined;
}

/** Orders that something new is known of, and from where to ask on. */
export interface Changes {
  /** In order of their last notes, each once. Of an order that has nothing new since it came last, the position is the same. */
  readonly orders: readonly { readonly id: string; readonly position: string }[];
  /** Give it to the next call; a text of the journal's own, that fits no other one. */
  readonly place: string;
}

/**
 * Where orders live. Every adapter (memory, SQLite, PostgreSQL, engines) keeps this contract and passes its kit
 * (`@dist/orchestration/testing`, `journalContract`).
 */
export interface Journal {
  load(id: string): Promise<StoredOrder | undefined>;
  append(batch: Batch): Promise<AppendResult>;
  /**
   * Takes effects that are due and unclaimed, or whose lease ran out, as far as the limits of their lanes let it. Within
   * a lane the classes get their shares, within a class the partners take turns (a partner's burst does not push out
   * another's), within a partner lower priority goes first, waiting counted in, then what is older.
   *
   * Effects of one order on one partner lane (`partner:<id>`) go one at a time, in the order they were issued, whatever
   * their priority: none is claimed while an earlier one is in the outbox, be it claimed or waiting to be tried again. A
   * new attempt keeps its place, in the batch that settles the one before too; what was settled and is put in again
   * goes to the end. Other lanes (`erp:`, `shop:`, `local`), what was postponed and what belongs to no order (`order` is
   * `''`) know no such queue.
   */
  claim(request: ClaimRequest): Promise<readonly Claimed[]>;
  /** What a claim would take now, in that order; nothing is taken, and no turn of a lane is used up. */
  waiting(request: Omit<ClaimRequest, 'worker' | 'lease'>): Promise<readonly EffectNotice[]>;
  /**
   * Gives claims of a worker that is known to be dead or done back at once; they come again as `reclaimed`. Those whose
   * leases are in `unstarted` were never begun: they come again as if they had never been claimed, unless they were
   * reclaimed ones already.
   */
  release(worker: string, unstarted?: readonly string[]): Promise<void>;
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
  /** Ids of all orders, in order of first append; of those behind one of them, when it is named. */
  orders(after?: string): AsyncIterable<string>;
  /** Events of the log, those before the snapshot too, until the order is compacted. */
  events(id: string): AsyncIterable<OrderEvent>;
  notes(id?: string): AsyncIterable<Note>;
  /**
   * Orders with notes behind a place, `''` for the beginning, as `limit` of those notes tell, or of the steps that left them.
   * For read models of another process: whoever asks on and on, from the place of the last answer, hears of each order after
   * every commit that leaves a note of it, be its transaction as slow as it may. An order may come again with nothing new. Notes of
   * deliveries that belong to no order come as the order `''`. When the answer has no orders, there is nothing new.
   */
  changed(place: string, limit: number): Promise<Changes>;
  /**
   * Instant of the next effect or timer that will be due; undefined when there is none. An effect that waits behind
   * another one of its order is not due before that has gone.
   */
  next(): Promise<string | undefined>;
  /** What waits and what is at work, for back-pressure and metrics; what has neither is left out. */
  depth(now: string): Promise<readonly LaneDepth[]>;
  /**
   * Orders whose `closedAt` is not after `before`, longest closed first: with nothing in the outbox, no timers, and not
   * compacted at their version already.
   */
  closed(before: string, limit: number): Promise<readonly { readonly id: string; readonly version: number }[]>;
  /**
   * Drops log, notes and issued effects of an order and keeps id, version and the snapshot given: a late event still
   * finds its order, and what came twice is still known (R04). A conflict of `version` when it has moved on.
   */
  compact(id: string, expectedVersion: number, snapshot: OrderState): Promise<AppendResult>;
  close(): Promise<void>;
}
