import type { Sqlite } from './open-sqlite.ts';

/** Orders that are closed since then, longest first, with nothing left to do and not compacted yet. */
export function closed(sqlite: Sqlite, before: string, limit: number): readonly { id: string; version: number }[] {
  return sqlite
    .rows<{ id: string; version: number }>(
      `SELECT id, version FROM orders
       WHERE closed_at IS NOT NULL AND closed_at <= ? AND compacted_version IS NOT version
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE order_id = orders.id)
       AND NOT EXISTS (SELECT 1 FROM timers WHERE order_id = orders.id)
       ORDER BY closed_at, position LIMIT ?`,
      before,
      limit,
    )
    .map(({ id, version }) => ({ id, version }));
}
