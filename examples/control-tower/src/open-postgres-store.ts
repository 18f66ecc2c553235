import { postgresJournal } from '@dist/orchestration/postgres';
import { openTowerDatabase } from './database/open-tower-database.ts';
import type { Store } from './open-store.ts';

/** The journal in a PostgreSQL database (schema `dist`), with the tower's tables beside it (schema `tower`). */
export async function openPostgresStore(connectionString: string): Promise<Store> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString, max: 8 });
  const journal = await postgresJournal(pool);
  const database = await openTowerDatabase({ postgres: connectionString });
  const close = async () => {
    await Promise.all([journal.close(), database.destroy()]);
    await pool.end();
  };
  return { journal, database, close };
}
