import type { OrderState } from '../../word/state.ts';
import type { Sqlite } from './open-sqlite.ts';

/** The state of an order at a version, in place of the one before. */
export function storeSnapshot(sqlite: Sqlite, id: string, version: number, state: OrderState): void {
  sqlite.run(
    `INSERT INTO snapshots (order_id, version, state) VALUES (?, ?, ?)
     ON CONFLICT (order_id) DO UPDATE SET version = excluded.version, state = excluded.state`,
    id,
    version,
    JSON.stringify(state),
  );
}
