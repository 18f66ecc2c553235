import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Journal, Runtime } from '@dist/orchestration/runtime';
import { type SqliteHandle, sqliteJournal } from '@dist/orchestration/sqlite';
import { openTowerDatabase, type TowerDatabase } from './database/open-tower-database.ts';

/** The journal that is shown, and the tower's own tables. */
export interface Store {
  readonly journal: Journal;
  readonly database: TowerDatabase;
  /** Brings what operators do to its order; without it the tower only looks. */
  readonly runtime?: Pick<Runtime, 'dispatch'> | undefined;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);

/** The journal of a run in a folder, with the tower's tables beside it. */
export async function openEmbeddedStore(folder: string): Promise<Store> {
  const Database = require('libsql') as new (path: string) => SqliteHandle & { close(): void };
  const handle = new Database(join(folder, 'journal.sqlite'));
  const journal = sqliteJournal(handle);
  const database = await openTowerDatabase({ file: join(folder, 'tower.sqlite') });
  const close = async () => {
    await Promise.all([journal.close(), database.destroy()]);
    handle.close();
  };
  return { journal, database, close };
}
