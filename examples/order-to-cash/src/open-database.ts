import { createRequire } from 'node:module';
import type { SqliteHandle } from '@dist/orchestration/sqlite';

const require = createRequire(import.meta.url);

/**
 * Opens a SQLite file with what this Node has: `node:sqlite` from Node 22 on, else `libsql`, whose binary comes inside
 * its npm package. Both answer the journal's handle; better-sqlite3 would too.
 */
export function openDatabase(path: string): SqliteHandle & { close(): void } {
  const [major = 0] = process.versions.node.split('.').map(Number);
  return major >= 22 ? openWithNode(path) : openWithLibsql(path);
}

type Database = new (path: string) => SqliteHandle & { close(): void };

function openWithNode(path: string) {
  const { DatabaseSync } = require('node:sqlite') as { DatabaseSync: Database };
  return new DatabaseSync(path);
}

function openWithLibsql(path: string) {
  const Libsql = require('libsql') as Database;
  return new Libsql(path);
}
