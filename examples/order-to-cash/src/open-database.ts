import { createRequire } from 'node:module';
import type { SqliteHandle } from '@dist/orchestration/sqlite';

const require = createRequire(import.meta.url);

type Database = new (path: string) => SqliteHandle & { close(): void };

/**
 * Opens a SQLite file with what this Node has: `node:sqlite` where it is there, else `libsql`, whose binary comes inside
 * its npm package. Both answer the journal's handle; better-sqlite3 would too.
 */
export function openDatabase(path: string): SqliteHandle & { close(): void } {
  const Database = nodeDatabase() ?? (require('libsql') as Database);
  return new Database(path);
}

/** There from Node 22.13 on without a flag. */
function nodeDatabase(): Database | undefined {
  try {
    return (require('node:sqlite') as { DatabaseSync: Database }).DatabaseSync;
  } catch {
    return undefined;
  }
}
