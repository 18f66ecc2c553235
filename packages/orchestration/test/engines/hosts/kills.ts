import type { Host } from '../../../src/host/host.ts';
import { crashRounds } from './crash-rounds.ts';
import { realTime } from './real-time.ts';
import { report } from './report.ts';
import type { Worker } from './worker.ts';

/** What is killed. */
export interface Kills {
  readonly host: Host;
  readonly rounds: number;
  /** Milliseconds in which an order is done, about. */
  readonly within: number;
  readonly ledger: string;
  readonly worker: Worker;
  readonly program: string;
  /** Kills the server and starts it again. */
  killServer(): Promise<void>;
}

const ordersPerRound = 6;

/** Worker and server killed in turn, in the middle of orders. */
export async function kills({ worker, program, killServer, ...options }: Kills): Promise<void> {
  const { rounds } = options;
  const run = (name: string, done: number, more: { begin?: () => Promise<void>; killAndStart: () => Promise<void> }) =>
    told(crashRounds({ ...options, ...more, name, ordersPerRound, already: done * rounds * ordersPerRound }));
  await worker.start(program);
  await report.check(`kill -9 of the worker, ${rounds} rounds: nothing is lost, no order is made twice`, () =>
    run('W', 0, {
      killAndStart: async () => {
        await worker.kill();
        await worker.start(program);
      },
    }),
  );
  await report.check(`the worker dies right after the ERP has made an order, ${rounds} rounds`, () =>
    run('D', 1, {
      begin: async () => {
        await worker.kill();
        await worker.start(program, true);
      },
      killAndStart: async () => {
        await realTime.until('the worker dies', worker.ended);
        await worker.start(program);
      },
    }),
  );
  await report.check(`kill -9 of the server, ${rounds} rounds: nothing is lost, no order is made twice`, () =>
    run('S', 2, { killAndStart: killServer }),
  );
  await worker.kill();
}

async function told(rounds: ReturnType<typeof crashRounds>): Promise<string> {
  const { orders, lookUps, twice, recovery } = await rounds;
  const slowest = Math.max(...recovery);
  return `${orders} orders, ${lookUps} looked up, ${twice} documents sent twice, all done at most ${slowest} ms after the start`;
}
