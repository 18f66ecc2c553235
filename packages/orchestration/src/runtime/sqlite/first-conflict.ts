import type { AppendResult, Batch } from '../journal.ts';
import type { Sqlite } from './open-sqlite.ts';

type Conflict = Extract<AppendResult, { status: 'conflict' }>;

/** What in the batch no longer fits what is stored, or undefined. Nothing has been written yet when this is asked. */
export function firstConflict(sqlite: Sqlite, batch: Batch): Conflict | undefined {
  for (const { id, expectedVersion } of batch.streams ?? []) {
    const row = sqlite.row<{ version: number }>('SELECT version FROM orders WHERE id = ?', id);
    if ((row?.version ?? 0) !== expectedVersion) return { status: 'conflict', what: 'version', key: id };
  }
  for (const { key, lease } of batch.settle ?? []) {
    const row = sqlite.row<{ lease: string | null }>('SELECT lease FROM outbox WHERE key = ?', key);
    if (row?.lease !== lease) return { status: 'conflict', what: 'lease', key };
  }
  for (const { name, expected } of batch.sequences ?? []) {
    const row = sqlite.row<{ value: number }>('SELECT value FROM sequences WHERE name = ?', name);
    if ((row?.value ?? 0) !== expected) return { status: 'conflict', what: 'sequence', key: name };
  }
  for (const { key, expected } of batch.marks ?? []) {
    const row = sqlite.row<{ value: string }>('SELECT value FROM marks WHERE key = ?', key);
    if (row?.value !== expected) return { status: 'conflict', what: 'mark', key };
  }
  for (const { key, hash } of batch.documents ?? []) {
    const row = sqlite.row<{ hash: string }>('SELECT hash FROM documents WHERE key = ?', key);
    if (row && row.hash !== hash) return { status: 'conflict', what: 'document', key };
  }
  return undefined;
}
