import type { OrderState } from '../../word/state.ts';
import type { AppendResult } from '../journal.ts';
import type { Sqlite } from './open-sqlite.ts';
import { storeSnapshot } from './store-snapshot.ts';

/** Leaves id, version and snapshot of an order. To be called in a transaction. */
export function compact(sqlite: Sqlite, id: string, expectedVersion: number, snapshot: OrderState): AppendResult {
  const order = sqlite.row<{ version: number }>('SELECT version FROM orders WHERE id = ?', id);
  if (order?.version !== expectedVersion) return { status: 'conflict', what: 'version', key: id };
  storeSnapshot(sqlite, id, expectedVersion, snapshot);
  sqlite.run('UPDATE orders SET compacted_version = ? WHERE id = ?', expectedVersion, id);
  sqlite.run('DELETE FROM log WHERE order_id = ?', id);
  sqlite.run('DELETE FROM notes WHERE order_id = ?', id);
  // What still lies in the outbox refers to its effect.
  sqlite.run(
    `DELETE FROM effects WHERE order_id = ?
     AND position NOT IN (SELECT effect FROM outbox WHERE order_id = ? AND effect IS NOT NULL)`,
    id,
    id,
  );
  return { status: 'appended' };
}
