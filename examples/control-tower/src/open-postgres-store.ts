import { postgresJournal } from '@dist/orchestration/postgres';
import { createRuntime, notOffered } from '@dist/orchestration/runtime';
import { openTowerDatabase } from './database/open-tower-database.ts';
import type { Store } from './open-store.ts';
import type { PolicyOf } from './order/order-view.ts';

/**
 * The journal in a PostgreSQL database (schema `dist`), with the tower's tables beside it (schema `tower`). What operators do
 * is brought to its orders here; the workers of the house perform what comes of it.
 */
export async function openPostgresStore(connectionString: string, policyOf: PolicyOf): Promise<Store> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString, max: 8 });
  const journal = await postgresJournal(pool);
  const database = await openTowerDatabase({ postgres: connectionString });
  const runtime = createRuntime({
    journal,
    policy: policyOf,
    performers: { ...notOffered(), 'document.deliver': () => Promise.reject(new Error('the tower delivers nothing')) },
    clock: () => new Date().toISOString(),
    worker: 'control-tower',
  });
  const close = async () => {
    await Promise.all([journal.close(), database.destroy()]);
    await pool.end();
  };
  return { journal, database, runtime, close };
}
