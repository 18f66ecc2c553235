import { defaultPolicy, explain, type OrderEvent } from '@dist/orchestration';
import type { Host } from '@dist/orchestration/host';
import type { Report } from '@dist/orchestration/runtime';
import type { MadeUpWorld } from './made-up-world.ts';
import { sampleReports } from './sample-reports.ts';

const id = 'northfield/4711';

/** What the order is played on. */
export interface Stage {
  readonly host: Host;
  readonly world: MadeUpWorld;
  readonly clock: () => string;
  /** Lets the host work until this holds; rejects with `what` when it never does. */
  until(what: string, holds: () => Promise<boolean>): Promise<void>;
  /** Ends the worker, and starts another one. */
  replaceWorker(): Promise<void>;
  print(line: string): void;
}

/** One order: captured twice, performed, shipped after the worker was replaced by another one. */
export async function demonstrate({ host, world, clock, until, replaceWorker, print }: Stage): Promise<void> {
  const tell = (report: Report, key: string) =>
    host.dispatch(id, [{ ...report, key, at: clock(), v: 2 } as OrderEvent]);
  const isSent = (document: string) => async () => {
    const state = await host.read(id);
    return state?.effects[`${id}/${document}`]?.status === 'done';
  };
  const show = (what: string) =>
    print(`${what}: the ERP has ${world.erpOrders.length} order, the partner ${world.mailbox.join(', ')}`);

  await Promise.all([tell(sampleReports.captured, 'in/4711'), tell(sampleReports.captured, 'in/4711')]);
  await until('the 855 is sent', isSent('855'));
  show('captured twice');
  await replaceWorker();
  await tell(sampleReports.shipped, 'erp/S1');
  await until('the 856 is sent', isSent('856/S1'));
  show('shipped, with another worker');
  const state = await host.read(id);
  if (state !== undefined) print(explain(state, defaultPolicy));
}
