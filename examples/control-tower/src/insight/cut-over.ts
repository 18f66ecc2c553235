import type { TowerDatabase } from '../database/open-tower-database.ts';
import { countedByDay, type DayCount } from './counted-by-day.ts';
import { daysOf } from './period.ts';
import { sumBy } from './sum-by.ts';

/** Which ERP takes how much, and how well. */
export interface CutOver {
  readonly days: readonly string[];
  /** Parts of orders that it took, those that it rejected, and attempts that failed; a number for each day. */
  readonly systems: readonly SystemDays[];
  /** The same over all days, by partner and part of the order. */
  readonly routes: readonly RouteLine[];
  readonly shadow: readonly ShadowLine[];
}

export interface SystemDays {
  readonly erp: string;
  readonly taken: readonly number[];
  readonly rejected: readonly number[];
  readonly failed: readonly number[];
}

export interface RouteLine {
  readonly erp: string;
  readonly partner: string;
  readonly part: string;
  readonly taken: number;
  readonly rejected: number;
  readonly failed: number;
}

/** Comparisons of one question to two systems, and where their answers differ. */
export interface ShadowLine {
  readonly operation: string;
  readonly primary: string;
  readonly shadow: string;
  readonly compared: number;
  readonly differences: readonly { readonly path: string; readonly times: number }[];
}

export async function cutOver(database: TowerDatabase, now: string, days: number): Promise<CutOver> {
  const period = daysOf(now, days);
  const [from = ''] = period;
  const counts = (await countedByDay(database, ['route'], from)).map(routed);
  const [systems, routes] = [new Set(counts.map(({ erp }) => erp)), new Set(counts.map(({ route }) => route))];
  return {
    days: period,
    systems: [...systems].sort().map((erp) => {
      const own = counts.filter((count) => count.erp === erp);
      const byDay = (outcome: Outcome) => {
        const sums = sumBy(
          own.filter((count) => count.outcome === outcome),
          ({ day }) => day,
        );
        return period.map((day) => sums.get(day) ?? 0);
      };
      return { erp, taken: byDay('taken'), rejected: byDay('rejected'), failed: byDay('failed') };
    }),
    routes: [...routes].sort().map((route) => {
      const [erp = '', partner = '', part = ''] = JSON.parse(route) as string[];
      const sums = sumBy(
        counts.filter((count) => count.route === route),
        ({ outcome }) => outcome,
      );
      const of = (outcome: Outcome) => sums.get(outcome) ?? 0;
      return { erp, partner, part, taken: of('taken'), rejected: of('rejected'), failed: of('failed') };
    }),
    shadow: await shadowOf(database, from),
  };
}

/** An ERP that says no has answered: that is no failure of the call. */
type Outcome = 'taken' | 'rejected' | 'failed';

function routed({ a, b, day, n }: DayCount) {
  const [erp = ''] = JSON.parse(a) as string[];
  const outcome: Outcome = b === 'done' ? 'taken' : b === 'rejected' ? 'rejected' : 'failed';
  return { route: a, erp, day, n, outcome };
}

/** Of all places the most frequent. */
const mostPlaces = 50;

async function shadowOf(database: TowerDatabase, from: string): Promise<readonly ShadowLine[]> {
  const rows = await database
    .selectFrom('shadow')
    .select(['operation', 'primary_system', 'shadow_system', 'path', database.fn.sum<number>('n').as('n')])
    .where('day', '>=', from)
    .groupBy(['operation', 'primary_system', 'shadow_system', 'path'])
    .orderBy('operation')
    .orderBy('path')
    .execute();
  return rows
    .filter(({ path }) => path === '')
    .map(({ operation, primary_system: primary, shadow_system: shadow, n: compared }) => {
      const same = rows.filter(
        (row) =>
          row.path !== '' &&
          row.operation === operation &&
          row.primary_system === primary &&
          row.shadow_system === shadow,
      );
      const differences = same
        .map(({ path, n: times }) => ({ path, times }))
        .sort((one, other) => other.times - one.times);
      return { operation, primary, shadow, compared, differences: differences.slice(0, mostPlaces) };
    });
}
