import type { Journal } from './journal.ts';
import { append } from './sqlite/append.ts';
import { claim, waiting } from './sqlite/claim.ts';
import { closed } from './sqlite/closed.ts';
import { compact } from './sqlite/compact.ts';
import { depth } from './sqlite/depth.ts';
import { load } from './sqlite/load.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { reading } from './sqlite/reading.ts';
import { release } from './sqlite/release.ts';
import type { SqliteHandle } from './sqlite-handle.ts';

/**
 * A journal in one SQLite file, for one process that writes (other processes may read). WAL with full synchronisation:
 * what `append` has answered survives a crash of the process and of the machine. The handle stays the caller's;
 * `close` only ends the journal's use of it. A file of an earlier version is brought up to this one.
 *
 * @throws Error when the file was written by a later version of the journal.
 */
export function sqliteJournal(handle: SqliteHandle): Journal {
  const sqlite = openSqlite(handle);
  return {
    load: async (id) => load(sqlite, id),
    append: (batch) => sqlite.write(() => append(sqlite, batch)),
    claim: (request) => sqlite.write(() => claim(sqlite, request)),
    waiting: (request) => sqlite.write(() => waiting(sqlite, request)),
    release: (worker, unstarted = []) => sqlite.write(() => release(sqlite, worker, unstarted)),
    depth: async (now) => depth(sqlite, now),
    closed: async (before, limit) => closed(sqlite, before, limit),
    compact: (id, expectedVersion, snapshot) => sqlite.write(() => compact(sqlite, id, expectedVersion, snapshot)),
    ...reading(sqlite),
    close: async () => sqlite.close(),
  };
}
