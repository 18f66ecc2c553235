import type { Sqlite } from './open-sqlite.ts';

/**
 * Gives the claims of a worker back. They keep their lease, by which the next claim knows that they were begun; those that
 * never were lose it.
 */
export function release(sqlite: Sqlite, worker: string, unstarted: readonly string[]): void {
  for (const lease of unstarted)
    sqlite.run(
      "UPDATE outbox SET lease = NULL WHERE worker = ? AND lease = ? AND claims = 1 AND status = 'claimed'",
      worker,
      lease,
    );
  sqlite.run("UPDATE outbox SET status = 'waiting', lease_until = '' WHERE worker = ? AND status = 'claimed'", worker);
}
