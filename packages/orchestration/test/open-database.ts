import { createRequire } from 'node:module';
import type { SqliteHandle } from '@dist/orchestration/sqlite';

type Database = new (path: string) => SqliteHandle & { close(): void };

const require = createRequire(new URL('../../../examples/order-to-cash/package.json', import.meta.url));

/** The synchronous SQLite that this Node has: `node:sqlite` from Node 22 on, else libsql. */
export function openDatabase(path: string): SqliteHandle & { close(): void } {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 22) return new (require('libsql') as Database)(path);
  const { DatabaseSync } = require('node:sqlite') as { DatabaseSync: Database };
  return new DatabaseSync(path);
}
