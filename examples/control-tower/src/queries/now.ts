import type { TowerDatabase } from '../database/open-tower-database.ts';
import { quarterOf } from '../projection/quarter-of.ts';

/** How things stand. */
export interface Now {
  /** Orders by phase, of all partners together. */
  readonly phases: readonly { readonly phase: string; readonly orders: number }[];
  /** What lies in the outbox, and since when the oldest of it is due; absent where nothing is due yet. */
  readonly lanes: readonly { readonly lane: string; readonly waiting: number; readonly oldest?: string | undefined }[];
  /** Attempts that ended since `from`, by class of failure; `done` is none. */
  readonly attempts: readonly { readonly class: string; readonly attempts: number }[];
  readonly breaches: { readonly missed: number; readonly cost: readonly Money[] };
  /** What falls due in the next four hours, counted from the quarter of an hour that it is now, and is still owed. */
  readonly atRisk: { readonly deadlines: number; readonly cost: readonly Money[] };
  readonly work: readonly { readonly cause: string; readonly owner: string; readonly items: number }[];
}

export interface Money {
  readonly currency: string;
  readonly amount: number;
}

/** How far ahead that is looked. */
const riskHours = 4;

/** What an operator looks at first. `from` is the beginning of the viewer's day, `now` the instant; both in UTC. */
export async function now(database: TowerDatabase, from: string, at: string): Promise<Now> {
  const [today, lanes, atRisk] = await Promise.all([
    countedSince(database, from),
    lanesOf(database, at),
    atRiskOf(database, at),
  ]);
  const phases = await sums(database, 'phase');
  const work = await database
    .selectFrom('counts')
    .select(['a', 'b', 'n'])
    .where('metric', '=', 'work')
    .where('n', '>', 0)
    .execute();
  return {
    phases: phases.map(({ a, n }) => ({ phase: a, orders: n })),
    lanes,
    attempts: of(today, 'attempt').map(({ a, n }) => ({ class: a, attempts: n })),
    breaches: {
      missed: of(today, 'breach').reduce((sum, { n }) => sum + n, 0),
      cost: of(today, 'breachCost').map(({ a, n }) => ({ currency: a, amount: n })),
    },
    atRisk,
    work: work.map(({ a, b, n }) => ({ cause: a, owner: b, items: n })),
  };
}

interface Sum {
  readonly metric: string;
  readonly a: string;
  readonly n: number;
}

/** Sums over whole hours: the first one is that in which the day begins. */
async function countedSince(database: TowerDatabase, from: string): Promise<readonly Sum[]> {
  const { sum } = database.fn;
  return database
    .selectFrom('counts')
    .select(['metric', 'a', sum<number>('n').as('n')])
    .where('metric', 'in', ['attempt', 'breach', 'breachCost'])
    .where('hour', '>=', from.slice(0, 13))
    .groupBy(['metric', 'a'])
    .orderBy('a')
    .execute();
}

function of(sums: readonly Sum[], metric: string): readonly Sum[] {
  return sums.filter((sum) => sum.metric === metric && sum.n > 0);
}

async function sums(database: TowerDatabase, metric: string): Promise<readonly Omit<Sum, 'metric'>[]> {
  const { sum } = database.fn;
  const rows = await database
    .selectFrom('counts')
    .select(['a', sum<number>('n').as('n')])
    .where('metric', '=', metric)
    .groupBy('a')
    .orderBy('a')
    .execute();
  return rows.filter(({ n }) => n > 0);
}

/** One look at an index for each lane, however many effects wait in it. */
async function lanesOf(database: TowerDatabase, at: string): Promise<Now['lanes']> {
  const lanes = await sums(database, 'waiting');
  return Promise.all(
    lanes.map(async ({ a: lane, n: waiting }) => {
      const first = database.selectFrom('waiting').select('not_before').where('lane', '=', lane).orderBy('not_before');
      const oldest = (await first.limit(1).executeTakeFirst())?.not_before;
      return { lane, waiting, ...(oldest !== undefined && oldest <= at && { oldest }) };
    }),
  );
}

async function atRiskOf(database: TowerDatabase, at: string): Promise<Now['atRisk']> {
  const { sum } = database.fn;
  const begin = quarterOf(at);
  const rows = await database
    .selectFrom('counts')
    .select(['metric', 'a', sum<number>('n').as('n')])
    .where('metric', 'in', ['due', 'dueCost'])
    .where('hour', '>=', String(begin))
    .where('hour', '<', String(begin + riskHours * 4))
    .groupBy(['metric', 'a'])
    .orderBy('a')
    .execute();
  return {
    deadlines: of(rows, 'due').reduce((all, { n }) => all + n, 0),
    cost: of(rows, 'dueCost').map(({ a, n }) => ({ currency: a, amount: n })),
  };
}
