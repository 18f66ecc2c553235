import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { Page } from '../queries/page.ts';
import { place } from '../queries/place.ts';
import type { Act } from './act.ts';
import type { ActTable } from './act-table.ts';
import type { Position } from './try-act.ts';

/** What somebody has done or proposed. */
export interface ListedAct
  extends Pick<
    ActTable,
    'id' | 'status' | 'verb' | 'reason' | 'by_id' | 'by_name' | 'at' | 'decided_by' | 'orders' | 'items' | 'outcome'
  > {
  readonly act: Act;
  /** The first of its orders. */
  readonly first?: string | undefined;
}

/** Acts, the newest first, in pages. */
export async function listActs(database: TowerDatabase, after: string | undefined): Promise<Page<ListedAct>> {
  const limit = 100;
  let query = database
    .selectFrom('acts')
    .selectAll()
    .where('status', '!=', 'tried')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  const [at, id] = place.read(after, 2) ?? [];
  if (at !== undefined && id !== undefined)
    query = query.where('at', '<=', at).where(({ eb, or }) => or([eb('at', '<', at), eb('id', '<', id)]));
  const found = await query.execute();
  const rows = found.map(({ four_eyes: _, positions, decided_at: __, act, ...row }): ListedAct => {
    const [first] = JSON.parse(positions) as readonly Position[];
    return { ...row, act: JSON.parse(act) as Act, first: first?.order };
  });
  const last = found.at(-1);
  return last === undefined || found.length < limit ? { rows } : { rows, next: place.write([last.at, last.id]) };
}

/** Where the orders of an act are now. */
export async function phasesOfAct(
  database: TowerDatabase,
  id: string,
): Promise<readonly { readonly phase: string; readonly orders: number }[]> {
  const row = await database.selectFrom('acts').select('positions').where('id', '=', id).executeTakeFirst();
  const orders = row === undefined ? [] : (JSON.parse(row.positions) as readonly Position[]).map(({ order }) => order);
  if (orders.length === 0) return [];
  const found = await database
    .selectFrom('orders')
    .select(({ fn }) => ['phase', fn.countAll<number>().as('orders')])
    .where('id', 'in', orders)
    .groupBy('phase')
    .orderBy('phase')
    .execute();
  return found.map(({ phase, orders: count }) => ({ phase, orders: Number(count) }));
}
