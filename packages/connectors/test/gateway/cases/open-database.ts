import { createRequire } from 'node:module';
import { type SqliteHandle, sqliteJournal } from '@dist/orchestration/sqlite';

type Database = SqliteHandle & { close(): void };

const require = createRequire(new URL('../../../../../examples/order-to-cash/package.json', import.meta.url));

/** The synchronous SQLite that this Node has: `node:sqlite` from Node 22 on, else the libsql of the examples. */
function openDatabase(path: string): Database {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 22) return new (require('libsql') as new (path: string) => Database)(path);
  const { DatabaseSync } = require('node:sqlite') as { DatabaseSync: new (path: string) => Database };
  return new DatabaseSync(path);
}

/** A journal of SQLite in memory: the same tables, transactions and constraints as in a file. */
export function sqliteInMemory() {
  return sqliteJournal(openDatabase(':memory:'));
}
