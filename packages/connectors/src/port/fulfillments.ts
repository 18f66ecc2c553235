import type { FulfillmentConfirmation, FulfillmentRequest } from '@dist/canonical';
import type { Call, WriteCall } from './call.ts';
import type { ConnectorFailure } from './failure.ts';
import type { ListStart, Page } from './page.ts';

/**
 * What became of asking a warehouse. `duplicate`: it has the request already. `rejected`: it does not take it, for what is in
 * it. `unknown`: it may have it; asking again is safe where the failure says so.
 */
export type FulfillmentOutcome =
  | { readonly status: 'accepted' | 'duplicate'; readonly id: string }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** What became of calling a request back. `rejected`: it is picked or gone. */
export type FulfillmentCancelOutcome =
  | { readonly status: 'cancelled'; readonly number: string }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** A warehouse: it is asked by a FulfillmentRequest, and answers by a FulfillmentConfirmation (R21). */
export interface Fulfillments {
  request(request: FulfillmentRequest, call: WriteCall): Promise<FulfillmentOutcome>;
  /** By our number of the request. */
  cancel(
    cancellation: { readonly number: string; readonly reason: string },
    call: WriteCall,
  ): Promise<FulfillmentCancelOutcome>;
  /** What was shipped or not, by the time of its last change. */
  list(start?: ListStart, call?: Call): AsyncIterable<Page<FulfillmentConfirmation>>;
}
