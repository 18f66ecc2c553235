import type { Effect } from './effect.ts';
import type { OrderEvent } from './event.ts';
import type { ErrorClass } from './failure.ts';

/** One issued effect in the ledger. The body is kept as issued, so that a retry never depends on a gate being open again. */
export interface IssuedEffect {
  /**
   * `superseded`: a document that was sent again under a new key (`…#2`) after a rejection or by an operator.
   * `withdrawn`: what did not happen and that a cancellation has made needless, or that an operator has dismissed.
   */
  readonly status: 'issued' | 'inDoubt' | 'done' | 'parked' | 'superseded' | 'withdrawn';
  readonly attempt: number;
  readonly effect: Effect;
  readonly class?: ErrorClass | undefined;
  readonly message?: string | undefined;
  readonly since: string;
  readonly sent?: { readonly controlNumber?: string | undefined; readonly file?: string | undefined } | undefined;
  /** When it was first seen done: clocks of the partner's answer start here. */
  readonly doneAt?: string | undefined;
}

/** An open hold: what a person has to decide or mend. `hold.released` with the name lifts it, unless `endedBy` says what does. */
export interface Hold {
  readonly hold: string;
  readonly reason: string;
  readonly class?: ErrorClass | undefined;
  /** Team that owns it (`policy.errorClasses`). */
  readonly owner: string;
  readonly since: string;
  readonly lineId?: string | undefined;
  /** What it is about, where that may change: how much was shipped, which unit. A release is good for this alone. */
  readonly about?: string | undefined;
  /** When it ends by itself. */
  readonly expiresAt?: string | undefined;
  /** The decision that ends it, where releasing it would lose what it keeps: `hold.released` is then refused with a note. */
  readonly endedBy?: 'change.decided' | undefined;
}

/**
 * The state of one order: keyed facts (a join: idempotent and commutative), the ledger of issued effects, timers and
 * breaches. Lines, phase and obligations are derived, never stored as truth.
 */
export interface OrderState {
  readonly id: string;
  /** Version of the policy the order is pinned to. */
  readonly policy: string | undefined;
  readonly facts: Readonly<Record<string, OrderEvent>>;
  readonly effects: Readonly<Record<string, IssuedEffect>>;
  /** Open holds by name, derived anew in each step. */
  readonly holds: Readonly<Record<string, Hold>>;
  /** What the outside still owes (`997/<effect key>`, `payment/<invoice>`) → since when; derived anew in each step. */
  readonly awaited: Readonly<Record<string, string>>;
  /** Deadline that is owed → due instant, also when it has passed: `855`, `856/<shipment>`, `810/<invoice>`, `997/<effect key>`. */
  readonly timers: Readonly<Record<string, string>>;
  /** Timer id → when the breach was seen. */
  readonly breaches: Readonly<Record<string, string>>;
  /** Fact keys that came with different contents. */
  readonly conflicts: Readonly<Record<string, true>>;
}

/** Where an order is, in one word. */
export type Phase =
  | 'empty'
  | 'captured'
  | 'invalid'
  | 'held'
  | 'submitting'
  | 'inDoubt'
  | 'parked'
  | 'rejected'
  | 'fulfilling'
  | 'backordered'
  | 'shipped'
  | 'invoiced'
  | 'closed'
  | 'cancelled'
  | 'abandoned';

/**
 * Balance of one line: ordered + over = rejected + cancelled + shipped + open, always. In the ordered unit; in the
 * item's base unit where a quantity has no exact decimal in the ordered one (7 of a case of 12).
 */
export interface LineView {
  readonly lineId: string;
  readonly unit: string;
  readonly ordered: string;
  readonly rejected: string;
  readonly cancelled: string;
  /** Of what is open: reserved at the warehouse. */
  readonly allocated: string;
  /** Of what is open: waits for stock. */
  readonly backordered: string;
  readonly shipped: string;
  /** Invoiced less credited. */
  readonly invoiced: string;
  readonly open: string;
  /** Shipped (or cancelled) beyond what was ordered; `open` is never negative. */
  readonly over: string;
}

/** A deadline as data, derived anew in each step; firing late, early or twice is harmless. */
export interface Timer {
  readonly timer: string;
  readonly due: string;
}

/** What happened, for timelines, audit and telemetry: the only source of the control tower. */
export interface Note {
  readonly at: string;
  readonly order: string;
  /** For instance `phase`, `effect.issued`, `effect.done`, `sla.breached`, `duplicate`, `conflict`, `parked`. */
  readonly type: string;
  readonly message: string;
  readonly phase?: Phase | undefined;
  readonly effect?: string | undefined;
  /** Trading partner of the order. */
  readonly partner?: string | undefined;
  /** What brought it: the event's key, or that of the effect it reports on. */
  readonly causation?: string | undefined;
  readonly trace?: { readonly traceparent: string } | undefined;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** What an order waits for, since when, and what would move it. */
export interface Waiting {
  readonly on: 'us' | 'erp' | 'warehouse' | 'partner' | 'person' | 'payment' | 'nothing';
  readonly what: string;
  readonly since: string;
  /** Events that would move it on, by type and name: `hold.released/pricing`. */
  readonly movedBy?: readonly string[] | undefined;
}

/** What one event did: the state after it, effects for the outbox, all timers that now run, notes. */
export interface Transition {
  readonly state: OrderState;
  readonly effects: readonly Effect[];
  readonly timers: readonly Timer[];
  readonly notes: readonly Note[];
}
