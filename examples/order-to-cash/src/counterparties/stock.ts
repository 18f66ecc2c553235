import { add } from '@dist/canonical/arithmetic';
import type { Ledger } from './ledger.ts';

/** Base units of an item that no order has taken. */
export function onHand(ledger: Ledger, item: string): string {
  return ledger.row<{ on_hand: string }>('SELECT on_hand FROM stock WHERE item = ?', item)?.on_hand ?? '0';
}

/** Adds to the stock of an item, or takes from it when the quantity is negative. */
export function moveStock(ledger: Ledger, item: string, quantity: string): void {
  ledger.run(
    'INSERT INTO stock (item, on_hand) VALUES (?, ?) ON CONFLICT (item) DO UPDATE SET on_hand = excluded.on_hand',
    item,
    add(onHand(ledger, item), quantity),
  );
}
