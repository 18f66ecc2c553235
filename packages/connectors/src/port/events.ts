import type { DecimalString, Instant, Invoice, Issue, Quantity, Shipment } from '@dist/canonical';
import type { Call } from './call.ts';
import type { ConnectorFailure } from './failure.ts';

interface EventOfOrder {
  /** Where to go on after this event: unique in its system, opaque. */
  readonly cursor: string;
  /** When it happened there. */
  readonly at: Instant;
  /** The ERP's number of the order. */
  readonly order: string;
  readonly externalReference: string;
}

/** A quantity of one of the buyer's lines. */
export interface EventLine {
  readonly lineId: string;
  readonly quantity: Quantity;
}

/** What an ERP reports of an order. Quantities are in base units; `orderNumber` of the documents is the ERP's number. */
export type ErpEvent =
  | (EventOfOrder & { readonly type: 'allocated' | 'backordered'; readonly lines: readonly EventLine[] })
  | (EventOfOrder & { readonly type: 'shipped'; readonly shipment: Shipment })
  | (EventOfOrder & { readonly type: 'invoiced'; readonly invoice: Invoice })
  | (EventOfOrder & { readonly type: 'paid'; readonly invoice: string; readonly amount: DecimalString })
  /** An event that this version cannot read. It is reported, so that one of them never stops the rest. */
  | { readonly type: 'unreadable'; readonly cursor: string; readonly issues: readonly Issue[] };

/** Some events and where to go on, or why there are none. A failed page is the last one. */
export type EventPage =
  | { readonly ok: true; readonly events: readonly ErpEvent[]; readonly next: string }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** What happened in an ERP, in order. */
export interface Events {
  /**
   * Pages of the events after a cursor (from the first event on when absent), up to the last there is now; it does not
   * wait for more. Store the cursor together with what the events gave.
   */
  list(after?: string, call?: Call): AsyncIterable<EventPage>;
}
