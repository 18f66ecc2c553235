import type { KnownOrder } from '../order/edit-lines.ts';
import type { OrderLineWire } from './wire.ts';

/** An order as it was read, with its lines that are items as they came; none where only its invoices are left. */
export interface KnownSalesOrder extends KnownOrder {
  readonly items: readonly OrderLineWire[];
  /** Texts of its comment lines: one is the buyer's number, as it was submitted. */
  readonly comments: readonly string[];
}
