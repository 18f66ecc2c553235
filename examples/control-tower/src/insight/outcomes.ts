import type { Journal } from '@dist/orchestration/runtime';
import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { Metric } from '../projection/count.ts';
import { countedByDay, type DayCount } from './counted-by-day.ts';
import { type Onboarded, onboarding } from './onboarding.ts';
import { daysOf } from './period.ts';
import { quantile } from './quantile.ts';
import { sumBy } from './sum-by.ts';

/** What came of the orders of a period. */
export interface Outcomes {
  readonly days: readonly string[];
  /** Hours, at most: bounds of buckets. Absent where nothing of it happened. */
  readonly times: readonly TimeLine[];
  /** Orders that ended, and those that no person had to touch; a number for each day. */
  readonly ended: readonly number[];
  readonly touchless: readonly number[];
  readonly onTime: readonly { readonly document: string; readonly met: number; readonly missed: number }[];
  /** What missed deadlines cost by the policy; without a currency where the policy names none. */
  readonly breachCost: readonly { readonly currency: string; readonly amount: number }[];
  readonly deductions: number;
  /** Orders from which goods left, by how that went. */
  readonly stock: { readonly exact: number; readonly short: number; readonly over: number; readonly differs: number };
  readonly onboarded: readonly Onboarded[];
}

export interface TimeLine {
  readonly what: 'toShip' | 'toInvoice' | 'toEnd';
  readonly orders: number;
  readonly median?: number | undefined;
  readonly p90?: number | undefined;
}

const times = ['toShip', 'toInvoice', 'toEnd'] as const;
const documents = ['855', '856', '810'] as const;
const metrics: readonly Metric[] = [...times, 'touch', 'onTime', 'breachCost', 'deduction', 'stock'];

export async function outcomes(
  database: TowerDatabase,
  journal: Pick<Journal, 'mark'>,
  now: string,
  days: number,
): Promise<Outcomes> {
  const period = daysOf(now, days);
  const [from = ''] = period;
  const counts = await countedByDay(database, metrics, from);
  const of = (metric: Metric) => counts.filter((count) => count.metric === metric);
  const touch = of('touch');
  const stock = sumBy(of('stock'), ({ a }) => a);
  const found = (name: string) => stock.get(name) ?? 0;
  return {
    days: period,
    times: times.map((what) => timeLine(what, of(what))),
    ended: byDay(touch, period),
    touchless: byDay(
      touch.filter(({ a }) => a === 'touchless'),
      period,
    ),
    onTime: documents.map((document) => onTimeOf(document, of('onTime'))),
    breachCost: [...sumBy(of('breachCost'), ({ a }) => a)]
      .filter(([, amount]) => amount > 0)
      .map(([currency, amount]) => ({ currency, amount })),
    deductions: of('deduction').reduce((sum, { n }) => sum + n, 0),
    stock: { exact: found('exact'), short: found('short'), over: found('over'), differs: found('differs') },
    onboarded: await onboarding(journal, from),
  };
}

function timeLine(what: TimeLine['what'], counts: readonly DayCount[]): TimeLine {
  const buckets = sumBy(counts, ({ a }) => a);
  const orders = counts.reduce((sum, { n }) => sum + n, 0);
  return { what, orders, median: quantile(buckets, 0.5), p90: quantile(buckets, 0.9) };
}

function byDay(counts: readonly DayCount[], days: readonly string[]): readonly number[] {
  const sums = sumBy(counts, ({ day }) => day);
  return days.map((day) => sums.get(day) ?? 0);
}

function onTimeOf(document: string, counts: readonly DayCount[]): Outcomes['onTime'][number] {
  const own = counts.filter(({ a }) => (JSON.parse(a) as string[])[0] === document);
  const sums = sumBy(own, ({ b }) => b);
  return { document, met: sums.get('met') ?? 0, missed: sums.get('missed') ?? 0 };
}
