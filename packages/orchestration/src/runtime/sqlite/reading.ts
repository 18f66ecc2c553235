import { changesOf } from '../changes-of.ts';
import type { Journal } from '../journal.ts';
import { positionOf } from '../position-of.ts';
import { type DocumentRow, documentOf } from './document-row.ts';
import type { Sqlite } from './open-sqlite.ts';

/** What of the contract only reads. */
export type Reading = Pick<
  Journal,
  'due' | 'sequence' | 'document' | 'documents' | 'mark' | 'orders' | 'events' | 'notes' | 'changed' | 'next'
>;

/** Answers from the tables, long ones in pages. */
export function reading(sqlite: Sqlite): Reading {
  return {
    due: async (now, limit) =>
      sqlite.rows(
        'SELECT order_id AS id, timer, due FROM timers WHERE due <= ? ORDER BY due, order_id LIMIT ?',
        now,
        limit,
      ),
    sequence: async (name) =>
      sqlite.row<{ value: number }>('SELECT value FROM sequences WHERE name = ?', name)?.value ?? 0,
    mark: async (key) => sqlite.row<{ value: string }>('SELECT value FROM marks WHERE key = ?', key)?.value,
    document: async (key) => {
      const row = sqlite.row<DocumentRow>('SELECT * FROM documents WHERE key = ?', key);
      return row && documentOf(row);
    },
    async *documents({ direction, partner } = {}) {
      const rows = sqlite.pages<DocumentRow>('SELECT * FROM documents WHERE position > ? ORDER BY position LIMIT ?');
      for (const row of rows)
        if ((direction ?? row.direction) === row.direction && (partner ?? row.partner) === row.partner)
          yield documentOf(row);
    },
    async *orders(after = '') {
      const rows = sqlite.pages<{ position: number; id: string }>(
        `SELECT position, id FROM orders WHERE position > coalesce((SELECT position FROM orders WHERE id = ?), 0)
         AND position > ? ORDER BY position LIMIT ?`,
        after,
      );
      for (const { id } of rows) yield id;
    },
    async *events(id) {
      for (const { event } of sqlite.rows<{ event: string }>(
        'SELECT event FROM log WHERE order_id = ? ORDER BY version, ordinal',
        id,
      ))
        yield JSON.parse(event);
    },
    async *notes(id) {
      const ofOrder = id === undefined ? '' : 'order_id = ? AND';
      const rows = sqlite.pages<{ position: number; note: string }>(
        `SELECT position, note FROM notes WHERE ${ofOrder} position > ? ORDER BY position LIMIT ?`,
        ...(id === undefined ? [] : [id]),
      );
      for (const { note } of rows) yield JSON.parse(note);
    },
    changed: async (place, limit) => {
      const rows = sqlite.rows<{ position: number; id: string }>(
        'SELECT position, order_id AS id FROM notes WHERE position > ? ORDER BY position LIMIT ?',
        positionOf(place),
        limit,
      );
      return changesOf(
        rows.map(({ position, id }) => ({ id, position: String(position) })),
        place,
      );
    },
    next: async () => {
      const row = sqlite.row<{ at: string | null }>(
        `SELECT min(at) AS at FROM (SELECT min(not_before) AS at FROM outbox WHERE status = 'waiting'
         UNION ALL SELECT min(lease_until) FROM outbox WHERE status = 'claimed' UNION ALL SELECT min(due) FROM timers)`,
      );
      return row?.at ?? undefined;
    },
  };
}
