import type { Sqlite } from './open-sqlite.ts';

/** Takes a settled effect out of the outbox; the one behind it in its queue comes to the front. */
export function leave(sqlite: Sqlite, key: string, lease: string): void {
  const row = sqlite.row<{ position: number; queue: string | null }>(
    'SELECT position, queue FROM outbox WHERE key = ? AND lease = ?',
    key,
    lease,
  );
  if (row === undefined) return;
  sqlite.run('DELETE FROM outbox WHERE position = ?', row.position);
  if (row.queue !== null) comeForward(sqlite, row.queue);
}

/** What is first in a queue waits for its time only. */
export function comeForward(sqlite: Sqlite, queue: string): void {
  const first = sqlite.row<{ position: number; status: string }>(
    'SELECT position, status FROM outbox WHERE queue = ? ORDER BY place LIMIT 1',
    queue,
  );
  if (first?.status === 'behind') sqlite.run("UPDATE outbox SET status = 'waiting' WHERE position = ?", first.position);
}
