import type { Instant, Order, Quantity } from '@dist/canonical';
import type { Call, WriteCall } from './call.ts';
import type { ConnectorFailure } from './failure.ts';
import type { ListStart, Page } from './page.ts';

/**
 * Where an order stands, in words of our own: `pending` it is not decided yet, `open` it can be shipped, `onHold` a person
 * must release it, `partlyShipped` and `shipped`, `invoiced` all of it, `closed` without more to come, `cancelled`,
 * `rejected` none of it is taken. `unknown`: the system's word is a new one.
 */
export type OrderPhase =
  | 'pending'
  | 'open'
  | 'onHold'
  | 'partlyShipped'
  | 'shipped'
  | 'invoiced'
  | 'closed'
  | 'cancelled'
  | 'rejected'
  | 'unknown';

/** How a system holds one line of an order. */
export interface ErpOrderLine {
  /** The buyer's line id where the system keeps it, else the system's own. */
  readonly lineId: string;
  /** The seller's item number. */
  readonly item: string;
  readonly quantity: Quantity;
  readonly status: 'accepted' | 'rejected';
  /** Why it is rejected, as a code: `price`. */
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
  /** What has left and what was invoiced, where the system tells, in the unit of `quantity`. */
  readonly shipped?: Quantity | undefined;
  readonly invoiced?: Quantity | undefined;
}

/** Why an order stands still. */
export interface OrderHold {
  /** The system's own word. */
  readonly code: string;
  readonly message?: string | undefined;
}

/** How a system holds an order. */
export interface ErpOrderStatus {
  /** The system's own number or id: what `status`, `cancel` and `change` take. */
  readonly number: string;
  /** Our reference, partner-scoped, at most 35 characters; the buyer's number where a shop knows no other. */
  readonly externalReference: string;
  /** In the system's own word. */
  readonly status: string;
  readonly phase: OrderPhase;
  readonly holds?: readonly OrderHold[] | undefined;
  readonly lines: readonly ErpOrderLine[];
  /** Half made, since answers were lost: a submit under its reference completes it, and nobody ships it before. */
  readonly isIncomplete?: boolean | undefined;
  /** When it last changed, where the system tells. */
  readonly changedAt?: Instant | undefined;
}

/** What a lost submit is looked up by. */
export interface Probe {
  readonly externalReference: string;
}

/**
 * What became of a submit.
 * `accepted`: there is an order now, some of its lines may be rejected. `duplicate`: there was one already, nothing was made.
 * `rejected`: the system refuses the order for what is in it. `pending`: it will decide later. `unknown`: it may have been
 * made, `find` tells; never send it again before that. `failed`: nothing was made.
 */
export type SubmitOutcome =
  | { readonly status: 'accepted'; readonly order: ErpOrderStatus }
  | { readonly status: 'duplicate'; readonly order: ErpOrderStatus }
  | {
      readonly status: 'rejected';
      /** The system's code. */
      readonly reason: string;
      readonly message: string;
      /** Where the system made an order all the same, with every line rejected. */
      readonly order?: ErpOrderStatus | undefined;
    }
  | { readonly status: 'pending'; readonly poll: string }
  | { readonly status: 'unknown'; readonly probe: Probe; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** What a look-up found. Only an answer that says so is `notFound`; everything else that is no order is `failed`. */
export type FindOutcome =
  | { readonly status: 'found'; readonly order: ErpOrderStatus }
  | { readonly status: 'notFound' }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** A quantity of one line, by the line id that the order was submitted with. */
export interface LineQuantity {
  readonly lineId: string;
  readonly quantity: Quantity;
}

/** Which order is cancelled and why; of it these lines only, where they are named. */
export interface OrderCancellation {
  /** The system's own number. */
  readonly number: string;
  readonly reason: string;
  readonly lines?: readonly LineQuantity[] | undefined;
}

/**
 * What became of a cancellation: `lines` is what had not left yet, and is empty when it was too late. `rejected`: the
 * system does not do that, to this order or these lines.
 */
export type CancelOutcome =
  | { readonly status: 'cancelled'; readonly number: string; readonly lines: readonly LineQuantity[] }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** New totals of lines of an order; what is not named stays. */
export interface OrderRevision {
  /** The system's own number. */
  readonly number: string;
  readonly lines: readonly LineQuantity[];
}

/** What became of a change: `order` is how it stands now. A lost change is `unknown`; new totals may be sent again. */
export type ChangeOutcome =
  | { readonly status: 'changed'; readonly order: ErpOrderStatus }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

export interface SubmitCall extends WriteCall {
  /** What the order is found by when its answer is lost: partner-scoped, at most 35 characters (R19). */
  readonly externalReference: string;
}

/** Orders of a system. */
export interface Orders {
  /**
   * Makes an order of a canonical Order whose parties `buyer` and `shipTo` have the seller's own numbers (scheme `erp`) and
   * whose lines have the seller's item number (scheme `seller`).
   */
  submit(order: Order, call: SubmitCall): Promise<SubmitOutcome>;
  find(externalReference: string, call?: Call): Promise<FindOutcome>;
  /**
   * How an order stands now, by the system's own number. `notFound` only by the system's own code (`failure.vendor?.code`):
   * the 404 of something in between has the class `not-found` as well, and has failed.
   */
  status(number: string, call?: Call): Promise<FindOutcome>;
  /** Cancels what has not left yet. */
  cancel(order: OrderCancellation, call: WriteCall): Promise<CancelOutcome>;
  change(revision: OrderRevision, call: WriteCall): Promise<ChangeOutcome>;
  /** Orders that buyers have placed in this system, by the time of their last change. */
  list(start?: ListStart, call?: Call): AsyncIterable<Page<Order>>;
}
