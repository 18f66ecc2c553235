import type { SqliteHandle } from '../sqlite-handle.ts';
import type { Sqlite } from './open-sqlite.ts';
import { orderTables, recordTables, schemaVersion } from './schema.ts';

/**
 * Makes the tables, or brings those of an earlier version up to this one. To be called in a transaction.
 *
 * @throws Error when a later release has written the file.
 */
export function migrate(handle: SqliteHandle, sqlite: Sqlite): void {
  const version = versionOf(sqlite);
  if (version === schemaVersion) return;
  if (version > schemaVersion)
    throw new Error(
      `The journal has schema version ${version}; this release knows ${schemaVersion}. Update @dist/orchestration.`,
    );
  handle.exec(version === 0 ? created : fromVersion1);
}

/** 0 for a file without a journal. */
function versionOf(sqlite: Sqlite): number {
  const table = sqlite.row("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'journal_schema'");
  return table === undefined
    ? 0
    : (sqlite.row<{ version: number }>('SELECT version FROM journal_schema')?.version ?? 0);
}

const created = `
CREATE TABLE IF NOT EXISTS journal_schema (version INTEGER NOT NULL);
${orderTables}${recordTables}
INSERT INTO journal_schema (version) VALUES (${schemaVersion});
`;

/**
 * Version 1 wrote the whole state at each append: it is the snapshot now, and the events before it stand in the log.
 * Its effects did not name partner and class.
 */
const fromVersion1 = `
ALTER TABLE orders RENAME TO orders_1;
ALTER TABLE outbox RENAME TO outbox_1;
ALTER TABLE events RENAME TO events_1;
DROP INDEX outbox_due;
DROP INDEX outbox_queue;
CREATE INDEX outbox_1_queue ON outbox_1 (queue, place);
${orderTables}
INSERT INTO orders (position, id, version) SELECT position, id, version FROM orders_1;
INSERT INTO snapshots (order_id, version, state) SELECT id, version, state FROM orders_1;
INSERT INTO log (order_id, version, ordinal, event, issued)
  SELECT order_id, version, ordinal, event, '[]' FROM events_1;
UPDATE outbox_1 SET effect = json_set(effect,
    '$.partner', coalesce(json_extract(effect, '$.partner'), json_extract(effect, '$.body.partner'), ''),
    '$.class', coalesce(json_extract(effect, '$.class'), 'realTime'))
  WHERE json_extract(effect, '$.body.type') <> 'document.deliver';
INSERT INTO effects (position, order_id, key, effect)
  SELECT position, json_extract(effect, '$.order'), key, json_remove(effect, '$.attempt', '$.notBefore')
  FROM outbox_1 WHERE json_extract(effect, '$.body.type') <> 'document.deliver';
INSERT INTO outbox (position, key, order_id, effect, delivery, attempt, lane, class, partner, type, priority,
    not_before, queue, place, status, claims, worker, lease, lease_until)
  SELECT position, key, json_extract(effect, '$.order'),
    CASE WHEN json_extract(effect, '$.body.type') <> 'document.deliver' THEN position END,
    CASE WHEN json_extract(effect, '$.body.type') = 'document.deliver' THEN effect END,
    json_extract(effect, '$.attempt'), lane, coalesce(json_extract(effect, '$.class'), 'realTime'),
    coalesce(json_extract(effect, '$.partner'), json_extract(effect, '$.body.partner'), ''),
    json_extract(effect, '$.body.type'), priority, not_before, queue, place,
    CASE
      WHEN queue IS NOT NULL AND place > (SELECT min(place) FROM outbox_1 AS other WHERE other.queue = outbox_1.queue)
        THEN 'behind'
      WHEN lease IS NOT NULL THEN 'claimed'
      ELSE 'waiting'
    END,
    claims, worker, lease, lease_until FROM outbox_1;
DROP TABLE orders_1;
DROP TABLE outbox_1;
DROP TABLE events_1;
UPDATE journal_schema SET version = ${schemaVersion};
`;
