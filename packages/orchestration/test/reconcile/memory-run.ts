import { defaultPolicy } from '@dist/orchestration';
import { type Observed, type ObservedRecord, reconcile } from '@dist/orchestration/reconcile';
import { createRuntime, memoryJournal } from '@dist/orchestration/runtime';
import { given } from '@dist/orchestration/testing';
import { outside } from '../outside.ts';
import { accepted } from '../sample.ts';
import { id, left, seen, taken } from './report-case.ts';

/** What a run over so many records took: the largest heap after a collection, in MiB, in its first and in its second half. */
export interface MemoryRun {
  readonly records: number;
  readonly seconds: number;
  readonly heap: readonly [first: number, second: number];
}

/** One run over many records, half of them of orders that the journal does not have. Needs `--expose-gc`. */
export async function memoryRun(records: number): Promise<MemoryRun> {
  const journal = memoryJournal();
  const clock = () => '2026-03-02T09:00:00.000Z';
  const options = { journal, policy: defaultPolicy, clock, worker: 'w', cache: 0 };
  const runtime = createRuntime({ ...options, performers: outside().performers });
  await runtime.dispatch({ id, events: given([...taken, accepted()], { id }).events });
  const heap: [number, number] = [0, 0];
  const page = (start: number): readonly ObservedRecord[] =>
    Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0 ? seen('24') : left(`S-${start + index}`, '1', { number: `SO-${start + index}` }),
    );
  const observed: Observed = {
    name: 'erp',
    async *since() {
      for (let start = 0; start < records; start += 100) {
        yield page(start);
        if (start % 10_000 !== 0) continue;
        globalThis.gc?.();
        const half = start < records / 2 ? 0 : 1;
        heap[half] = Math.max(heap[half], Math.round(process.memoryUsage().heapUsed / 104_857.6) / 10);
      }
    },
  };
  const locate = async ({ number }: ObservedRecord) => (number === 'SO-1' ? id : undefined);
  const started = performance.now();
  const run = await reconcile({ ...options, runtime, observed, locate });
  return { records: run.records, seconds: Math.round(performance.now() - started) / 1000, heap };
}
