import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { WorkTable } from '../database/tables.ts';
import type { Page } from './page.ts';
import { place } from './place.ts';

/** Which items of the worklist. */
export interface WorkFilter {
  readonly cause?: string | undefined;
  readonly owner?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** An item of the worklist, with the number of its order. */
export type WorkItem = WorkTable & { readonly number: string };

/** What waits for a person, the longest waiting first, in pages. */
export async function listWork(database: TowerDatabase, filter: WorkFilter): Promise<Page<WorkItem>> {
  const limit = Math.min(filter.limit ?? 100, 500);
  let query = database
    .selectFrom('work')
    .innerJoin('orders', 'orders.id', 'work.order_id')
    .selectAll('work')
    .select('orders.number')
    .orderBy('work.since')
    .orderBy('work.order_id')
    .orderBy('work.item')
    .limit(limit);
  const { cause, owner } = filter;
  if (cause !== undefined) query = query.where('cause', '=', cause);
  if (owner !== undefined) query = query.where('owner', '=', owner);
  const [since, order, item] = place.read(filter.after, 3) ?? [];
  if (since !== undefined && order !== undefined && item !== undefined)
    query = query
      .where('work.since', '>=', since)
      .where(({ eb, or, and }) =>
        or([
          eb('work.since', '>', since),
          eb('order_id', '>', order),
          and([eb('order_id', '=', order), eb('item', '>', item)]),
        ]),
      );
  const rows = await query.execute();
  const last = rows.at(-1);
  const isEnd = last === undefined || rows.length < limit;
  return isEnd ? { rows } : { rows, next: place.write([last.since, last.order_id, last.item]) };
}
