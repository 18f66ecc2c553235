import type { Money, Remittance } from '@dist/canonical';
import type { Call, WriteCall } from './call.ts';
import type { ConnectorFailure } from './failure.ts';
import type { Found, ListStart, Page } from './page.ts';

/** What is given back: all that is left of a payment when there is no amount. */
export interface RefundRequest {
  /** The system's id of the payment. */
  readonly payment: string;
  /** In the payment's currency. */
  readonly amount?: Money | undefined;
  readonly reason?: 'duplicate' | 'fraudulent' | 'requestedByCustomer' | undefined;
  /** Ours: the number of the credit memo or return that it settles. */
  readonly reference?: string | undefined;
}

/** What became of giving money back. `pending`: it is on its way, and may still fail. */
export type RefundOutcome =
  | { readonly status: 'refunded' | 'pending'; readonly id: string; readonly amount: Money }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** Payments of a system, as remittances: what was paid, by whom, for which invoice or order. */
export interface Payments {
  /** By the system's id of the payment, which is the remittance's trace number. */
  find(id: string, call?: Call): Promise<Found<Remittance>>;
  /** By the time that the system lists them by: see the adapter. */
  list(start?: ListStart, call?: Call): AsyncIterable<Page<Remittance>>;
  refund(refund: RefundRequest, call: WriteCall): Promise<RefundOutcome>;
}
