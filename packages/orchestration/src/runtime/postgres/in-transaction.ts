import type { PostgresClient, PostgresPool } from './postgres-pool.ts';

/** Work on one connection, committed as one; it rolls back when the work throws. */
export async function inTransaction<T>(pool: PostgresPool, work: (client: PostgresClient) => Promise<T>): Promise<T> {
  const client: Connection = await pool.connect();
  // A connection that breaks between two statements tells its listeners of it, and without one this would end the process:
  // the pool listens only while nobody has the connection.
  client.on?.('error', ignore);
  try {
    // What is read after a lock must be what is there then, whatever the database's default is.
    await client.query({ text: 'BEGIN ISOLATION LEVEL READ COMMITTED' });
    const result = await work(client);
    await client.query({ text: 'COMMIT' });
    client.release();
    return result;
  } catch (error) {
    await client.query({ text: 'ROLLBACK' }).then(
      () => client.release(),
      // The connection is gone, and the transaction with it.
      () => client.release(true),
    );
    throw error;
  } finally {
    client.off?.('error', ignore);
  }
}

/** What `pg` gives: an emitter besides. */
interface Connection extends PostgresClient {
  on?(event: 'error', listener: () => void): unknown;
  off?(event: 'error', listener: () => void): unknown;
}

function ignore(): void {
  // The next statement tells.
}
