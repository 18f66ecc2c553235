import type { Note } from '@dist/orchestration';
import type { Journal } from '@dist/orchestration/runtime';
import type { TowerDatabase } from '../database/open-tower-database.ts';
import { type RowsOfOrder, rowsOfOrder } from './rows-of-order.ts';
import { storeOrders } from './store-orders.ts';

/** What one reading has brought. */
export interface ReadChanges {
  /** Orders that are otherwise than before. */
  readonly orders: readonly string[];
  /** Whether there may be more at once. */
  readonly more: boolean;
}

/**
 * Reads which orders have changed since the last reading, and puts what their notes say in the tower's tables: one
 * transaction, so that a reading that is cut off is done again, whole.
 */
export async function readChanges(
  journal: Pick<Journal, 'changed' | 'notes'>,
  database: TowerDatabase,
  limit = 500,
): Promise<ReadChanges> {
  return database.transaction().execute(async (transaction) => {
    // A write first: of two towers on one database the second waits here, and goes on where the first has ended.
    await transaction
      .updateTable('progress')
      .set(({ ref }) => ({ place: ref('place') }))
      .where('name', '=', 'notes')
      .execute();
    const { place } = await transaction
      .selectFrom('progress')
      .select('place')
      .where('name', '=', 'notes')
      .executeTakeFirstOrThrow();
    const { orders, place: next } = await journal.changed(place, limit);
    const wanted = orders.filter(({ id }) => id !== '');
    const ids = wanted.map(({ id }) => id);
    const known =
      ids.length === 0
        ? []
        : await transaction.selectFrom('orders').select(['id', 'position']).where('id', 'in', ids).execute();
    const positions = new Map(known.map(({ id, position }) => [id, position]));
    const changed: RowsOfOrder[] = [];
    for (const { id, position } of wanted) {
      if (positions.get(id) === position) continue;
      const rows = rowsOfOrder(id, position, await notesOf(journal, id));
      if (rows !== undefined) changed.push(rows);
    }
    await storeOrders(transaction, changed);
    await transaction.updateTable('progress').set({ place: next }).where('name', '=', 'notes').execute();
    return { orders: changed.map(({ order }) => order.id), more: orders.length > 0 };
  });
}

async function notesOf(journal: Pick<Journal, 'notes'>, id: string): Promise<readonly Note[]> {
  const notes: Note[] = [];
  for await (const note of journal.notes(id)) notes.push(note);
  return notes;
}
