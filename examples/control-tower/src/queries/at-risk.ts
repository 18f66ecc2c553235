import type { TowerDatabase } from '../database/open-tower-database.ts';
import { quarterOf } from '../projection/quarter-of.ts';

/** A document that is owed soon. */
export interface RiskRow {
  readonly order: string;
  readonly number: string;
  readonly partner: string;
  readonly timer: string;
  readonly due: string;
  readonly cost: number;
  readonly currency: string;
  readonly owner: string;
}

const quarters = 16;

/** Deadlines of the next four hours that are still owed, the dearest first. */
export async function atRisk(database: TowerDatabase, at: string, limit = 100): Promise<readonly RiskRow[]> {
  const begin = quarterOf(at);
  // The dearest of each quarter are where the index of the table begins, so that it matters little how many there are.
  const found = await Promise.all(
    Array.from({ length: quarters + 1 }, (_, index) =>
      database
        .selectFrom('deadlines')
        .innerJoin('orders', 'orders.id', 'deadlines.order_id')
        .select([
          'order_id as order',
          'orders.number',
          'deadlines.partner',
          'timer',
          'due',
          'cost',
          'currency',
          'owner',
        ])
        .where('quarter', '=', begin + index)
        .where('due', '>=', at)
        .orderBy('cost', 'desc')
        .orderBy('due')
        .orderBy('order_id')
        .limit(limit)
        .execute(),
    ),
  );
  return found
    .flat()
    .sort((one, other) => other.cost - one.cost || (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
    .slice(0, limit);
}
