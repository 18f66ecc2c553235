/** A purchase order in the fake: as `getPurchaseOrders` gives it, and what the vendor has said to each item. */
export interface FakePurchaseOrder {
  number: string;
  createdAt: number;
  changedAt: number;
  status: string;
  details: Record<string, unknown>;
  items: FakePurchaseOrderItem[];
}

export interface FakePurchaseOrderItem {
  readonly itemSequenceNumber: string;
  readonly asin: string;
  readonly vendorItem: string;
  readonly ordered: number;
  accepted: number;
  rejected: number;
  received: number;
}

/** What the fake holds. */
export interface AmazonVendorState {
  readonly orders: FakePurchaseOrder[];
  /** Documents that were taken, by the id of their transaction. */
  readonly transactions: Map<string, { readonly status: string; readonly document: unknown }>;
  /** The token that is good now. */
  session: number;
}

/** Some orders of different days, the first of them of one instant, so that lists have pages and windows. */
export function amazonVendorState(): AmazonVendorState {
  const first = Date.parse('2026-02-16T18:00:00Z');
  const hour = 3_600_000;
  return {
    orders: [0, 0, 1, 30, 200, 250].map((hours, at) => fakePurchaseOrder(`4Z32PAB${at}`, first + hours * hour)),
    transactions: new Map(),
    session: 1,
  };
}

/** An order of two items for a fulfillment center. */
export function fakePurchaseOrder(number: string, createdAt: number): FakePurchaseOrder {
  return {
    number,
    createdAt,
    changedAt: createdAt,
    status: 'OPEN',
    details: {
      purchaseOrderType: 'RegularOrder',
      paymentMethod: 'Invoice',
      buyingParty: { partyId: 'PHX5' },
      sellingParty: { partyId: '999US' },
      shipToParty: { partyId: 'PHX5' },
      billToParty: { partyId: 'PHX5' },
      shipWindow: '2026-03-05T08:00:00Z--2026-03-12T08:00:00Z',
    },
    items: [
      {
        itemSequenceNumber: '1',
        asin: 'B07DFVDRAB',
        vendorItem: 'AX-100',
        ordered: 24,
        accepted: 0,
        rejected: 0,
        received: 0,
      },
      {
        itemSequenceNumber: '2',
        asin: 'B07DFYF5AB',
        vendorItem: 'AX-200',
        ordered: 6,
        accepted: 0,
        rejected: 0,
        received: 0,
      },
    ],
  };
}
