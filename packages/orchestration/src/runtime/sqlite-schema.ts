/** Tables of the SQLite journal. Columns are copied by name, so that later versions may add some. */
export const sqliteSchema = `
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

/** Version that this code writes. A journal of a later version is not opened. */
export const sqliteSchemaVersion = 1;
