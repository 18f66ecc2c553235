import { postgresJournal } from '@dist/orchestration/postgres';
import type { Journal } from '@dist/orchestration/runtime';
import pg from 'pg';

/** The journal in a schema of a database, with a pool of its own; closing it closes the pool. */
export async function openJournal(connectionString: string, schema: string): Promise<Journal> {
  const pool = new pg.Pool({ connectionString, max: 4 });
  // Without a listener a connection that is lost while nobody uses it ends the process.
  pool.on('error', (error) => process.stderr.write(`${error.message}\n`));
  const journal = await postgresJournal(pool, { schema });
  const close = async () => {
    await journal.close();
    await pool.end();
  };
  return { ...journal, close };
}
