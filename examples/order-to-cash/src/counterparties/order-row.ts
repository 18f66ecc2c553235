import type { Ledger } from './ledger.ts';

/** What an order waits for next. */
export type Step = 'allocate' | 'restock' | 'ship' | 'invoice' | 'pay';

/** An order as the ledger holds it. */
export interface OrderRow {
  readonly number: string;
  readonly external_reference: string;
  readonly idempotency_key: string;
  /** The request in canonical form, JSON. */
  readonly content: string;
  readonly partner: string | null;
  /** What the first submit was answered with, JSON. */
  readonly answer: string;
  readonly received: number;
  readonly next_step: Step | null;
}

/** An accepted line: `allocated` and `shipped` are totals, shipped units stay allocated. */
export interface LineRow {
  readonly order_number: string;
  readonly position: number;
  readonly line: string;
  readonly item: string;
  readonly unit: string;
  readonly price: string;
  readonly quantity: string;
  readonly allocated: string;
  readonly shipped: string;
  readonly cancelled: string;
}

export function orderByNumber(ledger: Ledger, number: string): OrderRow | undefined {
  return ledger.row<OrderRow>('SELECT * FROM orders WHERE number = ?', number);
}

export function linesOf(ledger: Ledger, number: string): LineRow[] {
  return ledger.rows<LineRow>('SELECT * FROM order_lines WHERE order_number = ? ORDER BY position', number);
}
