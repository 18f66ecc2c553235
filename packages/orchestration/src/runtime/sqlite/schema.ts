/** Version that this code writes. A journal of a later version is not opened. */
export const schemaVersion = 2;

/**
 * Tables of orders and outbox. The log of an order is the truth, its snapshot a cache. An effect is stored once, without
 * attempt and instant: log and outbox refer to it. A row of the outbox is `waiting` for its time and turn, `claimed` by a
 * worker, or `behind` another of its queue; so a claim seeks what is first of each lane, class and partner. A snapshot may be long, so it has a row of its own.
 */
export const orderTables = `
CREATE TABLE orders (
  position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, closed_at TEXT,
  compacted_version INTEGER);
CREATE INDEX orders_closed ON orders (closed_at) WHERE closed_at IS NOT NULL AND compacted_version IS NOT version;
CREATE TABLE snapshots (order_id TEXT PRIMARY KEY, version INTEGER NOT NULL, state TEXT NOT NULL);
CREATE TABLE log (
  order_id TEXT NOT NULL, version INTEGER NOT NULL, ordinal INTEGER NOT NULL, event TEXT NOT NULL, issued TEXT NOT NULL,
  policy TEXT, PRIMARY KEY (order_id, version, ordinal)) WITHOUT ROWID;
CREATE TABLE effects (position INTEGER PRIMARY KEY, order_id TEXT NOT NULL, key TEXT NOT NULL, effect TEXT NOT NULL);
CREATE INDEX effects_of_order ON effects (order_id, key);
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, order_id TEXT NOT NULL, effect INTEGER,
  delivery TEXT, attempt INTEGER NOT NULL, lane TEXT NOT NULL, class TEXT NOT NULL, partner TEXT NOT NULL,
  type TEXT NOT NULL, priority INTEGER NOT NULL, not_before TEXT NOT NULL, queue TEXT, place INTEGER NOT NULL,
  status TEXT NOT NULL, claims INTEGER NOT NULL DEFAULT 0, worker TEXT, lease TEXT, lease_until TEXT);
CREATE INDEX outbox_waiting ON outbox (lane, class, partner, priority, type, not_before, position) WHERE status = 'waiting';
CREATE INDEX outbox_next ON outbox (not_before) WHERE status = 'waiting';
CREATE INDEX outbox_claimed ON outbox (lease_until, lane) WHERE status = 'claimed';
CREATE INDEX outbox_queue ON outbox (queue, place) WHERE queue IS NOT NULL;
CREATE INDEX outbox_of_order ON outbox (order_id);
CREATE TABLE lanes (lane TEXT PRIMARY KEY, state TEXT NOT NULL);
`;

/** Tables of all else: the same since version 1. */
export const recordTables = `
CREATE TABLE notes (position INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT NOT NULL, note TEXT NOT NULL);
CREATE INDEX notes_of_order ON notes (order_id, position);
CREATE TABLE timers (
  order_id TEXT NOT NULL, timer TEXT NOT NULL, due TEXT NOT NULL, PRIMARY KEY (order_id, timer)) WITHOUT ROWID;
CREATE INDEX timers_due ON timers (due);
CREATE TABLE sequences (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE marks (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
  position INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, direction TEXT NOT NULL, partner TEXT NOT NULL,
  type TEXT NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL, hash TEXT NOT NULL, control_numbers TEXT NOT NULL, at TEXT NOT NULL);
`;
