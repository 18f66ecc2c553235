import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { Metric } from '../projection/count.ts';
import { countedByDay } from './counted-by-day.ts';
import { daysOf } from './period.ts';

/** How it goes with a partner, in a period; `overdue` is now. */
export interface PartnerLine {
  readonly partner: string;
  /** Purchase orders, changes of them and what could not be read as one. */
  readonly received: number;
  /** Of these, documents that were held because of how they are written. */
  readonly malformed: number;
  /** Its answers (997, 999, 824, TA1) to documents of ours. */
  readonly answers: number;
  /** Of these, those that reject a document. */
  readonly rejected: number;
  /** Answers that it owes, and is late with. */
  readonly overdue: number;
  /** Deadlines that passed unmet. */
  readonly breaches: number;
}

const metrics: readonly Metric[] = ['received', 'malformed', 'answer', 'breach'];

/** All partners with whom something was in the period, or that are late now; by name. */
export async function listPartners(
  database: TowerDatabase,
  now: string,
  days: number,
): Promise<readonly PartnerLine[]> {
  const [from = ''] = daysOf(now, days);
  const lines = new Map<string, PartnerLine>();
  const add = (partner: string, name: Exclude<keyof PartnerLine, 'partner'>, n: number) => {
    const line = lines.get(partner) ?? { partner, ...nothing };
    lines.set(partner, { ...line, [name]: line[name] + n });
  };
  for (const { metric, a, b, n } of await countedByDay(database, metrics, from)) {
    if (metric === 'received') add(a, 'received', n);
    else if (metric === 'malformed') add(a, 'malformed', n);
    else if (metric === 'breach') add(b, 'breaches', n);
    else add(a, 'answers', n);
    if (metric === 'answer' && b === 'rejected') add(a, 'rejected', n);
  }
  const late = await database
    .selectFrom('counts')
    .select(['a', 'n'])
    .where('metric', '=', 'overdue')
    .where('n', '>', 0)
    .execute();
  for (const { a, n } of late) add(a, 'overdue', n);
  return [...lines.values()].sort((one, other) => (one.partner < other.partner ? -1 : 1));
}

const nothing = { received: 0, malformed: 0, answers: 0, rejected: 0, overdue: 0, breaches: 0 };
