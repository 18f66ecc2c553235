import { type Broken, brokenLaws, endOf } from './broken-laws.ts';
import { type RunRequest, simulateRun } from './simulate-run.ts';

/** What so many runs came to. */
export interface Summary {
  readonly runs: number;
  readonly crashes: number;
  readonly lostReplies: number;
  readonly doubleSubmits: number;
  readonly lostOrders: number;
  readonly duplicateDocuments: number;
  readonly stuck: number;
  /** Orders that wait for a person in the end. */
  readonly parked: number;
  /** Laws broken that have no name of their own. */
  readonly other: number;
  /** Faults that happened, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  /** The first runs that broke a law, and how. */
  readonly failed: readonly { readonly run: number; readonly broken: readonly Broken[] }[];
}

/** Runs 0 to `runs`, of which every `step`-th from `from` on, one after the other, each with a chance of its own. */
export async function simulateMany(
  runs: number,
  request: Omit<RunRequest, 'run' | 'without' | 'tell'>,
  { from, step }: { readonly from: number; readonly step: number } = { from: 0, step: 1 },
): Promise<Summary> {
  const laws = { doubleSubmits: 0, lostOrders: 0, duplicateDocuments: 0, stuck: 0, other: 0 };
  const faults: Record<string, number> = {};
  const failed: { run: number; broken: readonly Broken[] }[] = [];
  let [parked, done] = [0, 0];
  for (let run = from; run < runs; run += step, done++) {
    const end = await simulateRun({ ...request, run });
    for (const fault of end.faults) {
      const [kind = fault] = fault.split('/');
      faults[kind] = (faults[kind] ?? 0) + 1;
    }
    if (endOf(end) === 'parked') parked++;
    const broken = brokenLaws(end);
    for (const { law } of broken) laws[law]++;
    if (broken.length > 0 && failed.length < 20) failed.push({ run, broken });
  }
  const { other, ...named } = laws;
  const crashes = faults['crash'] ?? 0;
  const lostReplies = (faults['lost-reply'] ?? 0) + (faults['lost-receipt'] ?? 0);
  return { runs: done, crashes, lostReplies, ...named, parked, other, faults, failed };
}
