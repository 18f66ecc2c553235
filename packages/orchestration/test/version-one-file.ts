import type { OrderEvent, OrderState } from '@dist/orchestration';
import type { SqliteHandle } from '@dist/orchestration/sqlite';

/** One order as version 1 of the journal's schema had it. */
export interface VersionOneOrder {
  readonly id: string;
  readonly state: OrderState;
  readonly event: OrderEvent;
}

const now = '2026-03-02T08:00:00.000Z';
const minuteLater = '2026-03-02T08:01:00.000Z';

/**
 * Makes the tables of version 1 as its release made them: one order, four effects in the outbox (a submit that a worker
 * has, an 855 that waits, an 856 behind it, a 997 of no order), a record of each other kind.
 */
export function versionOne(handle: SqliteHandle, { id, state, event }: VersionOneOrder): void {
  handle.exec(tables);
  const run = (sql: string, ...parameters: (string | number | null | Uint8Array)[]) =>
    handle.prepare(sql).run(...parameters);
  run('INSERT INTO journal_schema (version) VALUES (1)');
  run('INSERT INTO orders (id, version, state) VALUES (?, 1, ?)', id, JSON.stringify(state));
  run('INSERT INTO events (order_id, version, ordinal, event) VALUES (?, 1, 0, ?)', id, JSON.stringify(event));
  const put = (key: string, effect: object, queue: string | null, place: number, lease: string | null) =>
    run(
      `INSERT INTO outbox (key, effect, lane, priority, not_before, queue, place, claims, worker, lease, lease_until)
       VALUES (?, ?, ?, 5, ?, ?, ?, ?, ?, ?, ?)`,
      key,
      JSON.stringify({ key, ...effect }),
      laneOf(effect),
      now,
      queue,
      place,
      lease === null ? 0 : 1,
      lease && 'dead',
      lease,
      lease && minuteLater,
    );
  const common = { order: id, priority: 5, notBefore: now, safety: 'idempotent' };
  const submit = { type: 'erp.submit', erp: 'erp', request: {} };
  put(`${id}/erp.submit/1`, { ...common, body: submit, lane: 'erp:erp', attempt: 1 }, null, 1, 'dead/1/1');
  const lane = 'partner:northfield';
  const queue = JSON.stringify([lane, id]);
  const send = (document: string) => ({ type: 'document.send', partner: 'northfield', document, content: {} });
  put(`${id}/855`, { ...common, body: send('855'), lane, attempt: 2 }, queue, 2, null);
  put(`${id}/856`, { ...common, body: send('856'), lane, attempt: 1 }, queue, 3, null);
  const deliver = { type: 'document.deliver', partner: 'northfield', document: '997' };
  put('deliver/997', { ...common, order: '', body: deliver, lane, attempt: 1 }, null, 4, null);
  run("INSERT INTO sequences (name, value) VALUES ('isa', 7)");
  run("INSERT INTO marks (key, value) VALUES ('m', 'x')");
  run(
    `INSERT INTO documents (key, direction, partner, type, name, bytes, hash, control_numbers, at)
     VALUES ('in/1', 'in', 'northfield', '850', 'po.edi', ?, 'aaa', '[]', ?)`,
    Uint8Array.from([1, 2]),
    now,
  );
}

function laneOf(effect: object): string {
  return 'lane' in effect && typeof effect.lane === 'string' ? effect.lane : '';
}

const tables = `
CREATE TABLE IF NOT EXISTS journal_schema (version INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS orders (
  position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS events (
  order_id TEXT NOT NULL, version INTEGER NOT NULL, ordinal INTEGER NOT NULL, event TEXT NOT NULL,
  PRIMARY KEY (order_id, version, ordinal)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (position INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT NOT NULL, note TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS notes_of_order ON notes (order_id, position);
CREATE TABLE IF NOT EXISTS outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, effect TEXT NOT NULL, lane TEXT NOT NULL,
  priority INTEGER NOT NULL, not_before TEXT NOT NULL, queue TEXT, place INTEGER NOT NULL, claims INTEGER NOT NULL DEFAULT 0, worker TEXT, lease TEXT, lease_until TEXT);
CREATE INDEX IF NOT EXISTS outbox_due ON outbox (priority, position);
CREATE INDEX IF NOT EXISTS outbox_queue ON outbox (queue, place);
CREATE TABLE IF NOT EXISTS timers (
  order_id TEXT NOT NULL, timer TEXT NOT NULL, due TEXT NOT NULL, PRIMARY KEY (order_id, timer)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS timers_due ON timers (due);
CREATE TABLE IF NOT EXISTS sequences (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS marks (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
  position INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, direction TEXT NOT NULL, partner TEXT NOT NULL,
  type TEXT NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL, hash TEXT NOT NULL, control_numbers TEXT NOT NULL, at TEXT NOT NULL);
`;
