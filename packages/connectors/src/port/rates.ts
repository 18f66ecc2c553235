import type { CalendarDate, Money } from '@dist/canonical';
import type { Call } from './call.ts';
import type { ConnectorFailure } from './failure.ts';
import type { ParcelRequest } from './parcel-request.ts';

/** What is to be sent, and who may carry it. */
export interface RateQuery extends ParcelRequest {
  /** The system's ids of accounts with carriers. */
  readonly carriers: readonly string[];
  /** The carriers' services; all when absent. */
  readonly services?: readonly string[] | undefined;
}

/** What one service of one carrier asks for it. */
export interface Rate {
  /** The system's id of the rate. */
  readonly id: string;
  /** The system's id of the account with the carrier. */
  readonly carrier: string;
  readonly carrierName: string;
  readonly service: string;
  readonly serviceName: string;
  /** All of it: freight, insurance, confirmation, other charges and taxes. */
  readonly total: Money;
  readonly deliveryDays?: number | undefined;
  readonly deliveredOn?: CalendarDate | undefined;
  readonly guaranteed: boolean;
  readonly warnings: readonly string[];
}

/** A service that does not carry it, and why not, in the carrier's words. */
export interface RefusedRate {
  readonly carrier?: string | undefined;
  readonly service?: string | undefined;
  readonly message: string;
}

/** What carriers ask. One that asks nothing is in `refused`; `found` has one rate at least. */
export type RateOutcome =
  | { readonly status: 'found'; readonly rates: readonly Rate[]; readonly refused: readonly RefusedRate[] }
  /** No carrier takes it. */
  | { readonly status: 'notFound'; readonly refused: readonly RefusedRate[] }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** What carriers ask for a parcel. Nothing is bought. */
export interface Rates {
  quote(query: RateQuery, call?: Call): Promise<RateOutcome>;
}
