import type { AppendResult, Batch, Claimed, ClaimRequest, Journal, OutboxEffect, StreamAppend } from './journal.ts';
import { openSqlite, type Sqlite } from './open-sqlite.ts';
import { queueOf } from './queue-of.ts';
import { firstConflict } from './sqlite-conflict.ts';
import { type DocumentRow, documentOf } from './sqlite-document.ts';
import type { SqliteHandle } from './sqlite-handle.ts';

/**
 * A journal in one SQLite file, for one process that writes (other processes may read). WAL with full synchronisation:
 * what `append` has answered survives a crash of the process and of the machine. The handle stays the caller's;
 * `close` only ends the journal's use of it.
 *
 * @throws Error when the file was written by a later version of the journal.
 */
export function sqliteJournal(handle: SqliteHandle): Journal {
  const sqlite = openSqlite(handle);
  return {
    load: async (id) => {
      const row = sqlite.row<{ version: number; state: string }>('SELECT version, state FROM orders WHERE id = ?', id);
      return row && { version: row.version, state: JSON.parse(row.state) };
    },
    append: async (batch) => append(sqlite, batch),
    claim: async (request) => claim(sqlite, request),
    release: async (worker) => {
      sqlite.transaction(() => sqlite.run("UPDATE outbox SET lease_until = '' WHERE worker = ?", worker));
    },
    due: async (now, limit) =>
      sqlite.rows(
        'SELECT order_id AS id, timer, due FROM timers WHERE due <= ? ORDER BY due, order_id LIMIT ?',
        now,
        limit,
      ),
    ...reading(sqlite),
    close: async () => sqlite.close(),
  };
}

function append(sqlite: Sqlite, batch: Batch): AppendResult {
  return sqlite.transaction(() => {
    const conflict = firstConflict(sqlite, batch);
    if (conflict) return conflict;
    for (const stream of batch.streams ?? []) appendStream(sqlite, stream);
    for (const effect of batch.effects ?? []) enqueue(sqlite, effect);
    // After the new attempts, which have no lease yet, so that they find the place of the ones before.
    for (const { key, lease } of batch.settle ?? [])
      sqlite.run('DELETE FROM outbox WHERE key = ? AND lease = ?', key, lease);
    for (const { name, next } of batch.sequences ?? [])
      sqlite.run(
        'INSERT INTO sequences (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        name,
        next,
      );
    for (const { key, value } of batch.marks ?? [])
      sqlite.run(
        'INSERT INTO marks (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        key,
        value,
      );
    for (const document of batch.documents ?? [])
      sqlite.run(
        `INSERT INTO documents (key, direction, partner, type, name, bytes, hash, control_numbers, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
        document.key,
        document.direction,
        document.partner,
        document.type,
        document.name,
        document.bytes,
        document.hash,
        JSON.stringify(document.controlNumbers),
        document.at,
      );
    return { status: 'appended' };
  });
}

function appendStream(sqlite: Sqlite, stream: StreamAppend): void {
  const version = stream.expectedVersion + 1;
  sqlite.run(
    'INSERT INTO orders (id, version, state) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state',
    stream.id,
    version,
    JSON.stringify(stream.state),
  );
  stream.events.forEach((event, ordinal) => {
    sqlite.run(
      'INSERT INTO events (order_id, version, ordinal, event) VALUES (?, ?, ?, ?)',
      stream.id,
      version,
      ordinal,
      JSON.stringify(event),
    );
  });
  for (const note of stream.notes)
    sqlite.run('INSERT INTO notes (order_id, note) VALUES (?, ?)', stream.id, JSON.stringify(note));
  for (const effect of stream.effects) enqueue(sqlite, effect);
  sqlite.run('DELETE FROM timers WHERE order_id = ?', stream.id);
  for (const { timer, due } of stream.timers)
    sqlite.run('INSERT INTO timers (order_id, timer, due) VALUES (?, ?, ?)', stream.id, timer, due);
}

/** A new attempt of an effect replaces the old row and keeps its place; no place is beyond the highest position. */
function enqueue(sqlite: Sqlite, effect: OutboxEffect): void {
  sqlite.run(
    `INSERT OR REPLACE INTO outbox (key, effect, lane, priority, not_before, queue, place) VALUES (?, ?, ?, ?, ?, ?,
     coalesce((SELECT place FROM outbox WHERE key = ?), (SELECT coalesce(max(position), 0) + 1 FROM outbox)))`,
    effect.key,
    JSON.stringify(effect),
    effect.lane,
    effect.priority,
    effect.notBefore,
    queueOf(effect) ?? null,
    effect.key,
  );
}

/** Nothing of the same queue is before it. */
const isHead =
  'NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.queue = outbox.queue AND earlier.place < outbox.place)';

interface OutboxRow {
  readonly position: number;
  readonly key: string;
  readonly effect: string;
  readonly claims: number;
  readonly lease: string | null;
}

function claim(sqlite: Sqlite, { now, worker, limit, lease: milliseconds, lanes }: ClaimRequest): readonly Claimed[] {
  return sqlite.transaction(() => {
    const lane = lanes ? `AND lane IN (${lanes.map(() => '?').join(', ')})` : '';
    const rows = sqlite.rows<OutboxRow>(
      `SELECT position, key, effect, claims, lease FROM outbox
       WHERE not_before <= ? AND (lease IS NULL OR lease_until <= ?) ${lane} AND ${isHead} ORDER BY priority, position LIMIT ?`,
      now,
      now,
      ...(lanes ?? []),
      limit,
    );
    const until = new Date(Date.parse(now) + milliseconds).toISOString();
    return rows.map((row) => {
      const lease = `${worker}/${row.position}/${row.claims + 1}`;
      sqlite.run(
        'UPDATE outbox SET claims = ?, worker = ?, lease = ?, lease_until = ? WHERE key = ?',
        row.claims + 1,
        worker,
        lease,
        until,
        row.key,
      );
      return { effect: JSON.parse(row.effect) as OutboxEffect, lease, reclaimed: row.lease !== null };
    });
  });
}

function reading(
  sqlite: Sqlite,
): Pick<Journal, 'sequence' | 'document' | 'documents' | 'mark' | 'orders' | 'events' | 'notes' | 'next'> {
  return {
    sequence: async (name) =>
      sqlite.row<{ value: number }>('SELECT value FROM sequences WHERE name = ?', name)?.value ?? 0,
    mark: async (key) => sqlite.row<{ value: string }>('SELECT value FROM marks WHERE key = ?', key)?.value,
    document: async (key) => {
      const row = sqlite.row<DocumentRow>('SELECT * FROM documents WHERE key = ?', key);
      return row && documentOf(row);
    },
    async *documents({ direction, partner } = {}) {
      const rows = sqlite.pages<DocumentRow>('SELECT * FROM documents WHERE position > ? ORDER BY position LIMIT ?');
      for (const row of rows)
        if ((direction ?? row.direction) === row.direction && (partner ?? row.partner) === row.partner)
          yield documentOf(row);
    },
    async *orders() {
      const rows = sqlite.pages<{ position: number; id: string }>(
        'SELECT position, id FROM orders WHERE position > ? ORDER BY position LIMIT ?',
      );
      for (const { id } of rows) yield id;
    },
    async *events(id) {
      for (const { event } of sqlite.rows<{ event: string }>(
        'SELECT event FROM events WHERE order_id = ? ORDER BY version, ordinal',
        id,
      ))
        yield JSON.parse(event);
    },
    async *notes(id) {
      const ofOrder = id === undefined ? '' : 'order_id = ? AND';
      const rows = sqlite.pages<{ position: number; note: string }>(
        `SELECT position, note FROM notes WHERE ${ofOrder} position > ? ORDER BY position LIMIT ?`,
        ...(id === undefined ? [] : [id]),
      );
      for (const { note } of rows) yield JSON.parse(note);
    },
    next: async () => {
      const row = sqlite.row<{ at: string | null }>(
        `SELECT min(at) AS at FROM (SELECT min(max(not_before, coalesce(lease_until, ''))) AS at FROM outbox WHERE ${isHead}
         UNION ALL SELECT min(due) FROM timers)`,
      );
      return row?.at ?? undefined;
    },
  };
}
