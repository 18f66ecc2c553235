import type { CalendarDate, DecimalString, Quantity } from '@dist/canonical';
import type { Call, WriteCall } from './call.ts';
import type { ConnectorFailure } from './failure.ts';

/** A line as the ERP is asked for it: its own item, the quantity in the item's base unit. */
export interface SubmitOrderLine {
  /** The buyer's line id, opaque. */
  readonly lineId: string;
  /** The seller's item number. */
  readonly item: string;
  readonly quantity: Quantity;
  /** Price for one unit of the quantity. */
  readonly price?: DecimalString | undefined;
}

/** An order as the ERP is asked for it, in the seller's own numbers. */
export interface SubmitOrder {
  /** The buyer's purchase order number, unaltered. */
  readonly purchaseOrder: string;
  readonly partner?: string | undefined;
  /** The seller's number of the customer. */
  readonly customer: string;
  /** The seller's number of the customer's ship-to place. */
  readonly shipTo: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly requestedShipOn?: CalendarDate | undefined;
  readonly lines: readonly SubmitOrderLine[];
}

/** How an ERP holds one line of an order. */
export interface ErpOrderLine {
  readonly lineId: string;
  readonly item: string;
  readonly quantity: Quantity;
  readonly status: 'accepted' | 'rejected';
  /** Why it is rejected, as a code: `price`. */
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
}

/** How an ERP holds an order. */
export interface ErpOrderStatus {
  /** The ERP's own number. */
  readonly number: string;
  /** Our reference, partner-scoped, at most 35 characters. */
  readonly externalReference: string;
  /** In the ERP's own word; `rejected` where it took no line. */
  readonly status: string;
  readonly lines: readonly ErpOrderLine[];
}

/** What a lost submit is looked up by. */
export interface Probe {
  readonly externalReference: string;
}

/**
 * What became of a submit.
 * `accepted`: there is an order now, some of its lines may be rejected. `duplicate`: there was one already, nothing was made.
 * `rejected`: the ERP refuses the order for what is in it. `pending`: it will decide later. `unknown`: it may have been
 * made, `find` tells; never send it again before that. `failed`: nothing was made.
 */
export type SubmitOutcome =
  | { readonly status: 'accepted'; readonly order: ErpOrderStatus }
  | { readonly status: 'duplicate'; readonly order: ErpOrderStatus }
  | {
      readonly status: 'rejected';
      /** The ERP's code. */
      readonly reason: string;
      readonly message: string;
      /** Where the ERP made an order all the same, with every line rejected. */
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

/** What of a line was cancelled. */
export interface CancelledLine {
  readonly lineId: string;
  readonly quantity: Quantity;
}

/** What became of a cancellation: `lines` is what had not left yet, and is empty when it was too late. */
export type CancelOutcome =
  | { readonly status: 'cancelled'; readonly number: string; readonly lines: readonly CancelledLine[] }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

export interface SubmitCall extends WriteCall {
  /** What the order is found by when its answer is lost. */
  readonly externalReference: string;
}

/** Orders of an ERP. */
export interface Orders {
  submit(order: SubmitOrder, call: SubmitCall): Promise<SubmitOutcome>;
  find(externalReference: string, call?: Call): Promise<FindOutcome>;
  /** Cancels what has not left yet. `number` is the ERP's. */
  cancel(order: { readonly number: string; readonly reason: string }, call: WriteCall): Promise<CancelOutcome>;
}
