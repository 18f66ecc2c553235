import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { WorkTable } from '../database/tables.ts';

/** Items of the worklist that have the same cause and the same owner. */
export interface WorkGroup extends Pick<WorkTable, 'cause' | 'owner' | 'kind'> {
  readonly items: number;
  readonly oldest: string;
}

/** The worklist by cause and owner, the largest group first. */
export async function groupWork(database: TowerDatabase): Promise<readonly WorkGroup[]> {
  const rows = await database
    .selectFrom('work')
    .select(({ fn }) => [
      'cause',
      'owner',
      'kind',
      fn.countAll<number>().as('items'),
      fn.min<string>('since').as('oldest'),
    ])
    .groupBy(['cause', 'owner', 'kind'])
    .execute();
  return rows
    .map((row) => ({ ...row, items: Number(row.items) }))
    .sort((one, other) => other.items - one.items || (one.oldest < other.oldest ? -1 : 1));
}
