import type { ActTable } from '../acts/act-table.ts';
import type { SessionTable } from '../sign-in/session-table.ts';

/** The tower's own tables: a view of the journal's notes, which can be thrown away and made again. Instants are ISO texts in UTC. */
export interface Tables {
  /** How far the notes are read. */
  readonly progress: { readonly name: string; readonly place: string };
  readonly orders: OrderTable;
  /** All numbers that an order goes by. */
  readonly names: { readonly plain: string; readonly kind: string; readonly value: string; readonly order_id: string };
  /** What waits for a person: open holds and parked effects. */
  readonly work: WorkTable;
  readonly deadlines: DeadlineTable;
  /** Effects that are in the outbox. */
  readonly waiting: {
    readonly order_id: string;
    readonly key: string;
    readonly lane: string;
    readonly not_before: string;
  };
  readonly counts: CountTable;
  readonly acts: ActTable;
  readonly sessions: SessionTable;
  readonly malformed: MalformedTable;
  readonly shadow: ShadowTable;
}

export interface OrderTable {
  readonly id: string;
  /** Of its last note that was read. */
  readonly position: string;
  /** The number that the partner gave it; its id where that is not known. */
  readonly number: string;
  readonly partner: string;
  readonly phase: string;
  readonly since: string;
  readonly captured_at: string;
  readonly at: string;
  /** `OrderRow` as JSON. */
  readonly row: string;
  /** What it counts for, as JSON: taken back when it is read anew. */
  readonly counted: string;
}

export interface WorkTable {
  readonly order_id: string;
  /** Key of the effect, or name of the hold. */
  readonly item: string;
  readonly kind: 'hold' | 'parked';
  /** Class of the failure, or the hold without its subject. */
  readonly cause: string;
  readonly owner: string;
  readonly partner: string;
  readonly since: string;
  readonly reason: string;
}

export interface DeadlineTable {
  readonly order_id: string;
  readonly timer: string;
  readonly due: string;
  /** The quarter of an hour that it is due in, as a number since 1970: a few of these are the next hours. */
  readonly quarter: number;
  /** What missing it costs, in `currency`; 0 where the policy does not say. For sorting: what is shown is in the order's row. */
  readonly cost: number;
  readonly currency: string;
  readonly partner: string;
  readonly owner: string;
  readonly missed_at: string | null;
}

/** How often something was, by hour: what a dashboard shows without reading an order. */
export interface CountTable {
  readonly metric: string;
  /** `2026-11-28T04` in UTC; empty for what is now. */
  readonly hour: string;
  readonly a: string;
  readonly b: string;
  readonly n: number;
}

/** A document of a partner that was held because of how it is written. */
export interface MalformedTable {
  readonly order_id: string;
  readonly hold: string;
  readonly partner: string;
  /** The hold without its subject: `guide`, `not-mapped`. */
  readonly cause: string;
  readonly at: string;
  /** Its faults in words. */
  readonly reason: string;
}

/** How often a shadow has answered otherwise. It is not in the notes: it stays when the other tables are made anew. */
export interface ShadowTable {
  /** `2026-11-28` in UTC. */
  readonly day: string;
  readonly operation: string;
  readonly primary_system: string;
  readonly shadow_system: string;
  /** Place in the answer, with `*` for numbers; empty for the comparison itself. */
  readonly path: string;
  readonly n: number;
}
