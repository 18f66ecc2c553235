import type { Ledger } from './ledger.ts';
import type { OrderRow } from './order-row.ts';

/** What has become of an order, as `GET /events` tells it, without its sequence and time. */
export type ErpEvent =
  | { readonly type: 'allocated' | 'backordered'; readonly lines: readonly object[] }
  | { readonly type: 'shipped'; readonly shipment: object }
  | { readonly type: 'invoiced'; readonly invoice: object }
  | { readonly type: 'paid'; readonly invoice: string; readonly amount: string };

/** Adds an event at the end; only within the transaction that makes it true. */
export function appendEvent(ledger: Ledger, order: OrderRow, at: string, event: ErpEvent): void {
  const { type, ...rest } = event;
  const told = { type, order: order.number, externalReference: order.external_reference, ...rest };
  ledger.run('INSERT INTO events (at, event) VALUES (?, ?)', at, JSON.stringify(told));
}

/** A page of events after a sequence number, and where the next page starts. */
export function eventsAfter(ledger: Ledger, after: number, limit: number): { events: object[]; next: number } {
  const rows = ledger.rows<{ sequence: number; at: string; event: string }>(
    'SELECT sequence, at, event FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?',
    after,
    limit,
  );
  const events = rows.map(({ sequence, at, event }) => ({ sequence, at, ...JSON.parse(event) }));
  return { events, next: rows.at(-1)?.sequence ?? after };
}
