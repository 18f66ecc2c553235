import type { Timer } from '../../word/state.ts';
import { conflictInBatch } from '../conflict-in-batch.ts';
import type { AppendResult, Batch, StoredDocument, StreamAppend } from '../journal.ts';
import { enqueue } from './enqueue.ts';
import { firstConflict } from './first-conflict.ts';
import { leave } from './leave.ts';
import type { Sqlite } from './open-sqlite.ts';
import { storeSnapshot } from './store-snapshot.ts';
import { storeEffect } from './stored-effect.ts';

/** Writes a batch, or nothing of it when something in it does not fit what is stored. To be called in a transaction. */
export function append(sqlite: Sqlite, batch: Batch): AppendResult {
  const conflict = conflictInBatch(batch) ?? firstConflict(sqlite, batch);
  if (conflict) return conflict;
  for (const stream of batch.streams ?? []) appendStream(sqlite, stream);
  for (const effect of batch.effects ?? []) enqueue(sqlite, effect);
  for (const effect of batch.postponed ?? []) enqueue(sqlite, effect, undefined, false);
  // After the new attempts, which have no lease yet, so that they find the place of the ones before.
  for (const { key, lease } of batch.settle ?? []) leave(sqlite, key, lease);
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
  for (const document of batch.documents ?? []) storeDocument(sqlite, document);
  return { status: 'appended' };
}

function appendStream(sqlite: Sqlite, stream: StreamAppend): void {
  const { id, expectedVersion, snapshot, closedAt } = stream;
  const version = expectedVersion + 1;
  sqlite.run(
    `INSERT INTO orders (id, version, closed_at) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, closed_at = excluded.closed_at`,
    id,
    version,
    closedAt ?? null,
  );
  if (snapshot !== undefined) storeSnapshot(sqlite, id, version, snapshot);
  appendLog(sqlite, stream, version);
  insertAll(
    sqlite,
    'notes (order_id, note)',
    stream.notes.map((note) => [id, JSON.stringify(note)]),
  );
  if (expectedVersion > 0) replaceTimers(sqlite, stream);
  else insertTimers(sqlite, stream);
}

/** Most events leave the timers as they are: to read them costs less than to write them. */
function replaceTimers(sqlite: Sqlite, stream: StreamAppend): void {
  const before = sqlite.rows<Timer>('SELECT timer, due FROM timers WHERE order_id = ?', stream.id);
  const due = new Map(before.map((row) => [row.timer, row.due]));
  if (due.size === stream.timers.length && stream.timers.every((timer) => due.get(timer.timer) === timer.due)) return;
  sqlite.run('DELETE FROM timers WHERE order_id = ?', stream.id);
  insertTimers(sqlite, stream);
}

function insertTimers(sqlite: Sqlite, { id, timers }: StreamAppend): void {
  insertAll(
    sqlite,
    'timers (order_id, timer, due)',
    timers.map(({ timer, due }) => [id, timer, due]),
  );
}

/** Most rows in one statement: each length is prepared once. */
const mostRows = 8;

function insertAll(sqlite: Sqlite, table: string, rows: readonly (readonly string[])[]): void {
  for (let from = 0; from < rows.length; from += mostRows) {
    const some = rows.slice(from, from + mostRows);
    const values = some.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
    sqlite.run(`INSERT INTO ${table} VALUES ${values}`, ...some.flat());
  }
}

function appendLog(sqlite: Sqlite, { id, log }: StreamAppend, version: number): void {
  const last = new Map(log.flatMap(({ issued }) => issued.map((effect) => [effect.key, effect] as const)));
  log.forEach(({ event, issued, policy }, ordinal) => {
    const references = issued.map((effect) => {
      const reference = storeEffect(sqlite, effect);
      if (last.get(effect.key) === effect) enqueue(sqlite, effect, reference[0]);
      return reference;
    });
    sqlite.run(
      'INSERT INTO log (order_id, version, ordinal, event, issued, policy) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      version,
      ordinal,
      JSON.stringify(event),
      JSON.stringify(references),
      policy ?? null,
    );
  });
}

function storeDocument(sqlite: Sqlite, document: StoredDocument): void {
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
}
