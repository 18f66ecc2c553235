import type { Host } from '../../../src/host/host.ts';
import { idOf } from '../../../src/testing/host/host-world.ts';
import { captureOf, isAnswered } from './crash-rounds.ts';
import { readLedger } from './ledger-world.ts';
import { realTime } from './real-time.ts';
import { report } from './report.ts';
import type { Worker } from './worker.ts';

/** Two releases of one worker. */
export interface CodeChange {
  readonly host: Host;
  readonly ledger: string;
  readonly worker: Worker;
  readonly before: string;
  /** Every handler, or workflow, has a durable step more at its beginning. */
  readonly after: string;
}

/** An order waits, the worker is killed, other code takes its place at the same address, the order goes on. */
export async function codeChange({ host, ledger, worker, before, after }: CodeChange): Promise<void> {
  const id = idOf('CHANGE');
  await report.check('code with a step more is deployed while an order waits: it finishes', async () => {
    await worker.start(before);
    const at = realTime.clock();
    const hold = { type: 'hold.placed', hold: 'h', reason: 'r', key: 'h', at, v: 2 } as const;
    await host.dispatch(id, [hold, captureOf('CHANGE', at)]);
    await realTime.until('it waits', async () => (await host.read(id))?.effects[`${id}/enrich`]?.status === 'done');
    await worker.kill();
    await worker.start(after);
    const free = { type: 'hold.released', hold: 'h', by: 'a person', key: 'free', at: realTime.clock(), v: 2 } as const;
    await host.dispatch(id, [free]);
    await realTime.until('it finishes', () => isAnswered(host, 'CHANGE'));
    const { orders, audits } = readLedger(ledger);
    if (audits === 0) throw new Error('the new step never ran');
    return `${[...orders.values()].join()} ERP order, new step ran ${audits} times`;
  });
  await worker.kill();
}
