import { policyOf } from '../runtime/runtime-options.ts';
import { beginRun, endRun } from './begin-run.ts';
import { comparePage, pagesOf, type Reconciling, tellReport } from './compare-page.ts';
import type { FindingKind } from './finding.ts';
import type { ObservedRecord } from './observed.ts';
import type { ReconcileOptions } from './reconcile-options.ts';
import { strangerOf } from './reconcile-report.ts';
import { sweepOrders } from './sweep-orders.ts';

/** What a run came to. */
export interface ReconcileRun {
  /** `superseded`: another run of the same system began meanwhile and does it all; this one has stopped. */
  readonly status: 'done' | 'superseded';
  /** Instants between which changes were looked at. */
  readonly from: string;
  readonly until: string;
  readonly records: number;
  /** Orders that were compared, each page by itself. */
  readonly orders: number;
  /** Facts and holds that orders were told. */
  readonly told: number;
  readonly findings: Readonly<Partial<Record<FindingKind, number>>>;
}

/**
 * Brings the journal in line with what happened at one system out of band (R28): reads what changed there since the last
 * run, with overlap, and tells each order what it did not know. Every page is one transaction with the run's own mark, so
 * that a run that was killed, or that another one has overtaken, doubles nothing; the watermark moves when all is done.
 * Costs what was changed there, not what the journal holds. Rejects with what the system or the journal rejects with; the
 * next run then begins at the same watermark. Throws a RangeError for a sweep of a system that finds nothing.
 */
export async function reconcile(options: ReconcileOptions): Promise<ReconcileRun> {
  const { observed, clock, journal, policy, sweep = false } = options;
  if (sweep && observed.find === undefined) throw new RangeError(`a sweep of ${observed.name} needs its find`);
  const at = clock();
  const { overlapSeconds } = policyOf({ policy }, { policy: undefined }).authority;
  const { fence, from } = await beginRun(journal, { name: observed.name, overlapSeconds, sweep });
  const count: Reconciling['count'] = { records: 0, orders: 0, told: 0, findings: new Map() };
  const run: Reconciling = { ...options, at, fence, count };
  const isDone =
    (await compareWindow(run, from)) && (!sweep || (await sweepOrders(run))) && (await endRun(journal, fence, at));
  const { findings, ...counts } = count;
  return { status: isDone ? 'done' : 'superseded', from, until: at, ...counts, findings: Object.fromEntries(findings) };
}

/** False when another run has begun. */
async function compareWindow(run: Reconciling, from: string): Promise<boolean> {
  for await (const page of run.observed.since(from, run.at)) {
    run.count.records += page.length;
    const { byOrder, strangers } = await sorted(run, page);
    await tellReport(run, strangers.map(strangerOf));
    // A sweep asks for each order by itself, with all that there is of it.
    const observations =
      run.sweep === true ? [] : [...byOrder].map(([id, records]) => ({ id, records, at: run.at, run: run.fence.run }));
    for (const some of pagesOf(observations, run.pageSize)) if (!(await comparePage(run, some))) return false;
  }
  return true;
}

async function sorted(run: Reconciling, page: readonly ObservedRecord[]) {
  const byOrder = new Map<string, ObservedRecord[]>();
  const strangers: ObservedRecord[] = [];
  for (const record of page) {
    const id = record.order ?? (await run.locate(record));
    if (id === undefined) strangers.push(record);
    else byOrder.set(id, [...(byOrder.get(id) ?? []), record]);
  }
  return { byOrder, strangers };
}
