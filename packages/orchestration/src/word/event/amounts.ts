import type { Quantity } from '@dist/canonical';

/** A quantity of one line of the buyer's order. */
export interface LineQuantity {
  readonly lineId: string;
  readonly quantity: Quantity;
}

/** A quantity that the ERP does not take, and why. */
export interface RejectedLine extends LineQuantity {
  /** `price`, `itemUnknown`, `outOfStock`. */
  readonly reason: string;
}

/** Another item than the one ordered. */
export interface Substitution {
  readonly lineId: string;
  /** Seller's number of the item that was ordered. */
  readonly ordered: string;
  /** Seller's number of the item that would ship in its place. */
  readonly substitute: string;
}
