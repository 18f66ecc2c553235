import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { MalformedTable } from '../database/tables.ts';
import { countedByDay } from './counted-by-day.ts';
import { listPartners, type PartnerLine } from './list-partners.ts';
import { daysOf } from './period.ts';
import { sumBy } from './sum-by.ts';

/** How it goes with one partner. */
export interface OnePartner extends PartnerLine {
  readonly days: readonly string[];
  /** Deadlines missed, by document: a number for each day. */
  readonly trend: readonly { readonly document: string; readonly missed: readonly number[] }[];
  /** Why documents were held: `guide`, `not-mapped`, with how many. */
  readonly causes: readonly { readonly cause: string; readonly documents: number }[];
  /** The last documents that were held, whenever that was, the newest first. */
  readonly malformedDocuments: readonly MalformedTable[];
}

const mostDocuments = 20;

/** How it goes with one partner; zeros where nothing is known of it. */
export async function onePartner(
  database: TowerDatabase,
  partner: string,
  now: string,
  days: number,
): Promise<OnePartner> {
  const period = daysOf(now, days);
  const lines = await listPartners(database, now, days);
  const line = lines.find((one) => one.partner === partner);
  const counts = await countedByDay(database, ['breach', 'malformed'], period[0] ?? '');
  const breaches = counts.filter(({ metric, b }) => metric === 'breach' && b === partner);
  const causes = sumBy(
    counts.filter(({ metric, a }) => metric === 'malformed' && a === partner),
    ({ b }) => b,
  );
  const malformedDocuments = await database
    .selectFrom('malformed')
    .selectAll()
    .where('partner', '=', partner)
    .orderBy('at', 'desc')
    .orderBy('order_id')
    .limit(mostDocuments)
    .execute();
  return {
    ...(line ?? { partner, received: 0, malformed: 0, answers: 0, rejected: 0, overdue: 0, breaches: 0 }),
    days: period,
    trend: [...new Set(breaches.map(({ a }) => a))].map((document) => {
      const byDay = sumBy(
        breaches.filter(({ a }) => a === document),
        ({ day }) => day,
      );
      return { document, missed: period.map((day) => byDay.get(day) ?? 0) };
    }),
    causes: [...causes].map(([cause, documents]) => ({ cause, documents })),
    malformedDocuments,
  };
}
