import type { LoggedEvent, StoredOrder } from '../journal.ts';
import type { Sqlite } from './open-sqlite.ts';
import { type EffectReference, effectOf } from './stored-effect.ts';

interface LogRow {
  readonly event: string;
  readonly issued: string;
  readonly policy: string | null;
}

/** What is stored of an order, or undefined when there is none. */
export function load(sqlite: Sqlite, id: string): StoredOrder | undefined {
  const order = sqlite.row<{ version: number }>('SELECT version FROM orders WHERE id = ?', id);
  if (order === undefined) return undefined;
  const snapshot = sqlite.row<{ version: number; state: string }>(
    'SELECT version, state FROM snapshots WHERE order_id = ?',
    id,
  );
  const rows = sqlite.rows<LogRow>(
    'SELECT event, issued, policy FROM log WHERE order_id = ? AND version > ? ORDER BY version, ordinal',
    id,
    snapshot?.version ?? 0,
  );
  const log = rows.map((row) => entryOf(sqlite, row));
  return { version: order.version, snapshot: snapshot && JSON.parse(snapshot.state), log };
}

function entryOf(sqlite: Sqlite, { event, issued, policy }: LogRow): LoggedEvent {
  const references: readonly EffectReference[] = JSON.parse(issued);
  const effects = references.map(([position, attempt, notBefore]) => {
    const row = sqlite.row<{ effect: string }>('SELECT effect FROM effects WHERE position = ?', position);
    if (row === undefined) throw new Error(`The journal has lost effect ${position}.`);
    return effectOf(row.effect, attempt, notBefore);
  });
  return { event: JSON.parse(event), issued: effects, policy: policy ?? undefined };
}
