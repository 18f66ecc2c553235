import type { Remittance, Shipment } from '@dist/canonical';

/**
 * What becomes known of documents that span orders (R15): a load and its one notice, a remittance and its invoices. Each is
 * an aggregate of its own, under an id of its own, and tells the orders that it concerns.
 */
export type SharedDocumentWords =
  /** An order's shipment left with the load; its notice is made of these. */
  | {
      readonly type: 'load.joined';
      readonly partner: string;
      readonly load: string;
      /** Id of the order. */
      readonly order: string;
      /** As the order would tell the partner of it. */
      readonly shipment: Shipment;
    }
  /** The load has left. With `orders` the notice waits until so many orders have joined, or until its time is over. */
  | {
      readonly type: 'load.closed';
      readonly partner: string;
      readonly load: string;
      readonly closedAt: string;
      readonly orders?: number | undefined;
    }
  /** What became of the notice that a load sent for a shipment of the order. */
  | {
      readonly type: 'notice.reported';
      readonly shipmentId: string;
      readonly load: string;
      readonly status: 'sent' | 'rejected';
      /** From 2 on where it went out after a rejection: the last round counts, and in one a rejection. 1 when left out. */
      readonly round?: number | undefined;
    }
  /** An 820. `owners` says which order each invoice is of, where that is known. */
  | {
      readonly type: 'remittance.received';
      readonly partner: string;
      readonly content: Remittance;
      readonly owners: readonly { readonly invoice: string; readonly order: string }[];
      readonly document?: string | undefined;
    };
