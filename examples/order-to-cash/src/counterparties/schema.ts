/**
 * Tables of the ledger. Decimals are text. `next_step` and `next_at` (milliseconds since 1970) say what an order waits
 * for, so that a restart needs no memory. Unique columns are the guard against making anything twice.
 */
export const schema = `
CREATE TABLE IF NOT EXISTS ports (name TEXT PRIMARY KEY, port INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stock (item TEXT PRIMARY KEY, on_hand TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS orders (
  position INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL UNIQUE, external_reference TEXT NOT NULL UNIQUE,
  idempotency_key TEXT NOT NULL UNIQUE, content TEXT NOT NULL, partner TEXT, answer TEXT NOT NULL, at TEXT NOT NULL,
  received INTEGER NOT NULL DEFAULT 1, next_step TEXT, next_at INTEGER);
CREATE INDEX IF NOT EXISTS orders_due ON orders (next_at, position) WHERE next_step IS NOT NULL;
CREATE TABLE IF NOT EXISTS order_lines (
  order_number TEXT NOT NULL, position INTEGER NOT NULL, line TEXT NOT NULL, item TEXT NOT NULL, unit TEXT NOT NULL,
  price TEXT NOT NULL, quantity TEXT NOT NULL, allocated TEXT NOT NULL DEFAULT '0', shipped TEXT NOT NULL DEFAULT '0',
  cancelled TEXT NOT NULL DEFAULT '0', PRIMARY KEY (order_number, position)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cancellations (
  idempotency_key TEXT PRIMARY KEY, order_number TEXT NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL,
  received INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shipments (
  position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, order_number TEXT NOT NULL, at TEXT NOT NULL,
  shipment TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS shipments_of_order ON shipments (order_number, position);
CREATE TABLE IF NOT EXISTS invoices (
  position INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL UNIQUE, order_number TEXT NOT NULL,
  shipment_id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, invoice TEXT NOT NULL, paid_at TEXT);
CREATE INDEX IF NOT EXISTS invoices_of_order ON invoices (order_number, position);
CREATE TABLE IF NOT EXISTS events (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, event TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS shop_fulfillments (
  position INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT NOT NULL, tracking_numbers TEXT NOT NULL, at TEXT NOT NULL,
  fulfillment TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS shop_fulfillments_of_order ON shop_fulfillments (order_id, position);
CREATE TABLE IF NOT EXISTS shop_metafields (
  position INTEGER PRIMARY KEY AUTOINCREMENT, owner_id TEXT NOT NULL, namespace TEXT NOT NULL, key TEXT NOT NULL,
  type TEXT NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL, received INTEGER NOT NULL DEFAULT 1,
  UNIQUE (owner_id, namespace, key));
`;
