import type { TowerDatabase } from '../database/open-tower-database.ts';
import { type Item, type ItemFilter, mostItems, type OrderAct } from './act.ts';

/** Items of the worklist that a filter names and that an act may be for, the longest waiting first. */
export async function itemsOf(
  database: TowerDatabase,
  { cause, owner, partner }: ItemFilter,
  { verb }: OrderAct,
): Promise<{ readonly items: readonly Item[]; readonly left: number }> {
  let query = database.selectFrom('work');
  if (verb !== 'abandon') query = query.where('kind', '=', verb === 'release' ? 'hold' : 'parked');
  if (cause !== undefined) query = query.where('cause', '=', cause);
  if (owner !== undefined) query = query.where('owner', '=', owner);
  if (partner !== undefined) query = query.where('partner', '=', partner);
  const { all } = await query.select(({ fn }) => fn.countAll<number>().as('all')).executeTakeFirstOrThrow();
  const rows = await query
    .select(['order_id', 'item'])
    .orderBy('since')
    .orderBy('order_id')
    .orderBy('item')
    .limit(mostItems)
    .execute();
  const items = rows.map(({ order_id: order, item }) => (verb === 'abandon' ? { order } : { order, item }));
  return { items, left: Number(all) - rows.length };
}
