import { sql } from 'kysely';
import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { Metric } from '../projection/count.ts';

/** How often something was on a day, in UTC. */
export interface DayCount {
  readonly metric: string;
  readonly day: string;
  readonly a: string;
  readonly b: string;
  readonly n: number;
}

/** Counts of some things by day, from a day on: as many rows as days and things, however many orders there are. */
export async function countedByDay(
  database: TowerDatabase,
  metrics: readonly Metric[],
  from: string,
): Promise<readonly DayCount[]> {
  const day = sql<string>`substr(hour, 1, 10)`;
  const rows = await database
    .selectFrom('counts')
    .select(['metric', day.as('day'), 'a', 'b', database.fn.sum<number>('n').as('n')])
    .where('metric', 'in', metrics)
    .where('hour', '>=', from)
    .groupBy(['metric', day, 'a', 'b'])
    .orderBy('metric')
    .orderBy(day)
    .orderBy('a')
    .orderBy('b')
    .execute();
  return rows.filter(({ n }) => n > 0);
}
