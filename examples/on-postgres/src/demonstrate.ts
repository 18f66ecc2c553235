import { defaultPolicy, explain } from '@dist/orchestration';
import { createRuntime, type Journal, loadOrder, type Runtime } from '@dist/orchestration/runtime';
import { type MadeUpWorld, performersOf } from './made-up-world.ts';
import { sampleCaptured } from './sample-captured.ts';

const clock = () => '2026-03-02T08:00:00.000Z';
const numbers = ['4711', '4712', '4713', '4714', '4715', '4716'];

/** What the orders are played on. */
export interface Stage {
  /** The journal as a process of that name opens it; all open the same one. */
  open(process: string): Promise<Journal>;
  print(line: string): void;
}

/** Six orders: taken by one process, performed by two that work at the same time, read by a fourth. */
export async function demonstrate({ open, print }: Stage): Promise<void> {
  const world: MadeUpWorld = { erpOrders: [], mailbox: [] };
  const inProcess = async <T>(name: string, what: (runtime: Runtime, journal: Journal) => Promise<T>): Promise<T> => {
    const journal = await open(name);
    const performers = performersOf(world);
    const runtime = createRuntime({ journal, performers, clock, policy: defaultPolicy, worker: name });
    await runtime.recover();
    return await what(runtime, journal).finally(() => runtime.stop().then(() => journal.close()));
  };

  const taken = await inProcess('intake', (runtime) =>
    Promise.all(
      [...numbers, '4711'].map((number) =>
        runtime.dispatch({ id: `northfield/${number}`, events: [sampleCaptured(number, clock())] }),
      ),
    ),
  );
  print(`intake: ${taken.length} purchase orders, one of them twice`);

  const performed = await Promise.all(['worker-1', 'worker-2'].map((name) => inProcess(name, workAll)));
  print(`worker-1 and worker-2 together: ${performed.reduce((sum, one) => sum + one, 0)} effects`);
  print(`the ERP has ${world.erpOrders.length} orders, ${new Set(world.erpOrders).size} of them different`);
  print(`the partner has ${[...world.mailbox].sort().join(', ')}`);

  await inProcess('reader', async (_, journal) => {
    const known = await loadOrder(journal, 'northfield/4711', defaultPolicy);
    if (known !== undefined) print(explain(known.state, defaultPolicy));
  });
}

/** Performs until nothing is due; two at a time, so that the other process has its part. */
async function workAll(runtime: Runtime): Promise<number> {
  let effects = 0;
  for (let done = 1; done > 0; effects += done) done = await runtime.work({ limit: 2 });
  return effects;
}
