import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { OrderTable } from '../database/tables.ts';
import type { Page } from './page.ts';
import { place } from './place.ts';

/** Which orders. */
export interface OrderFilter {
  readonly phase?: string | undefined;
  readonly partner?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** One line of a list of orders. */
export type ListedOrder = Pick<OrderTable, 'id' | 'number' | 'partner' | 'phase' | 'since' | 'captured_at' | 'at'>;

/** Orders, the newest first, in pages. */
export async function listOrders(database: TowerDatabase, filter: OrderFilter): Promise<Page<ListedOrder>> {
  const limit = Math.min(filter.limit ?? 100, 500);
  let query = database
    .selectFrom('orders')
    .select(['id', 'number', 'partner', 'phase', 'since', 'captured_at', 'at'])
    .orderBy('captured_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  const { phase, partner } = filter;
  if (phase !== undefined) query = query.where('phase', '=', phase);
  if (partner !== undefined) query = query.where('partner', '=', partner);
  const [at, id] = place.read(filter.after, 2) ?? [];
  if (at !== undefined && id !== undefined)
    query = query
      .where('captured_at', '<=', at)
      .where(({ eb, or }) => or([eb('captured_at', '<', at), eb('id', '<', id)]));
  const rows = await query.execute();
  const last = rows.at(-1);
  const isEnd = last === undefined || rows.length < limit;
  return isEnd ? { rows } : { rows, next: place.write([last.captured_at, last.id]) };
}
