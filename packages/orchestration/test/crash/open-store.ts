import { postgresJournal } from '@dist/orchestration/postgres';
import type { Journal } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import pg from 'pg';
import { openDatabase } from '../open-database.ts';
import type { CrashStore } from './worker-settings.ts';

/** A journal that outlives its process, opened by this one. */
export interface OpenStore {
  readonly journal: Journal;
  close(): Promise<void>;
}

export async function openStore(store: CrashStore): Promise<OpenStore> {
  if (store.kind === 'sqlite') {
    const handle = openDatabase(store.path);
    return { journal: sqliteJournal(handle), close: async () => handle.close() };
  }
  const { kind: _kind, schema, ...connection } = store;
  const pool = new pg.Pool({ ...connection, max: 6 });
  // A connection that breaks while nobody uses it tells its pool; without a listener the process would end.
  pool.on('error', () => undefined);
  return { journal: await postgresJournal(pool, { schema }), close: () => pool.end() };
}
