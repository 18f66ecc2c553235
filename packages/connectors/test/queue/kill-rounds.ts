import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from '../../../orchestration/src/testing/host/host-world.ts';
import { type Child, startChild } from '../../../orchestration/test/engines/hosts/child.ts';
import { readLedger } from '../../../orchestration/test/engines/hosts/ledger-world.ts';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { steps, type WorkerSettings } from './worker-settings.ts';

/** A broker that a test starts and kills. */
export interface Broker {
  readonly port: number;
  /** SIGKILL. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Removes all that it keeps; it must not run. */
  wipe(): void;
}

/** Where a series of rounds lives, and how often something is killed in it. */
export interface KillRounds {
  readonly folder: string;
  readonly broker: Broker;
  /** The program of a worker. */
  readonly program: string;
  readonly rounds: number;
  /**
   * `death`: the worker dies by itself right after the ERP has made an order. `step`: it dies right before or after a step of
   * the carrier, each in its turn. `loss`: the broker is killed and comes back without anything.
   */
  readonly kill: 'worker' | 'death' | 'step' | 'broker' | 'loss';
  readonly ordersPerRound: number;
}

/** What was found: told in numbers. */
export interface KillFindings {
  readonly orders: number;
  readonly lookUps: number;
  /** Documents that were sent more than once: what is idempotent may. */
  readonly twice: number;
  /** Milliseconds from the kill until all orders of the round were done, the slowest round. */
  readonly slowest: number;
  /** Orders that the ERP has not exactly once, and those whose 855 is missing. */
  readonly faults: readonly string[];
}

/** Rounds of orders, with something killed in the middle of each; in the end all that were told of must be done. */
export async function killRounds(series: KillRounds): Promise<KillFindings> {
  const { folder, rounds, ordersPerRound } = series;
  const ledger = join(folder, 'ledger');
  const worker = mortalWorker(series, { ledger, port: series.broker.port, latency: 25 });
  let slowest = 0;
  try {
    await worker.start();
    for (let round = 1; round <= rounds; round++) slowest = Math.max(slowest, await playRound(series, round, worker));
  } finally {
    await worker.kill();
  }
  const { orders, documents, lookUps } = readLedger(ledger);
  const wrong = [...orders].filter(([, times]) => times !== 1).map(([order, times]) => `${order}: ${times} times`);
  const total = rounds * ordersPerRound;
  const faults = orders.size === total ? wrong : [...wrong, `${orders.size} of ${total} orders`];
  const twice = [...documents.values()].filter((times) => times > 1).length;
  return { orders: orders.size, lookUps, twice, slowest, faults };
}

/** Answers how many milliseconds it took from the kill until all orders were done. */
async function playRound(series: KillRounds, round: number, worker: MortalWorker): Promise<number> {
  const { folder, kill, ordersPerRound } = series;
  const diesByItself = kill === 'death' || kill === 'step';
  if (diesByItself) {
    await worker.kill();
    const diesAt = kill === 'death' ? 'erp' : (steps[round % steps.length] ?? '');
    await worker.start({ dies: join(folder, `died-in-${round}`), diesAt });
  }
  const numbers = Array.from({ length: ordersPerRound }, (_, index) => `${kill}-${round}-${index}`);
  const lines = numbers.map((number) => `${number}\t${realTime.clock()}\n`);
  appendFileSync(join(folder, 'inbox'), lines.join(''));
  // Earlier in one round, later in the next.
  await realTime.pause(80 + ((round * 7) % 10) * 30);
  if (diesByItself) await realTime.until('the worker has died', worker.isDead);
  const killed = Date.now();
  await killAndStart(series, worker);
  const isDone = () => missing(join(folder, 'ledger'), numbers).length === 0;
  await realTime.until(`round ${round} is done`, isDone, 90);
  return Date.now() - killed;
}

async function killAndStart({ broker, kill }: KillRounds, worker: MortalWorker): Promise<void> {
  const killed = kill === 'broker' || kill === 'loss' ? broker : worker;
  await killed.kill();
  if (kill === 'loss') broker.wipe();
  await killed.start();
}

function missing(ledger: string, numbers: readonly string[]): readonly string[] {
  const { documents } = readLedger(ledger);
  return numbers.filter((number) => !documents.has(`${idOf(number)}/855`));
}

interface MortalWorker {
  /** `dies` is the file that it leaves when it dies by itself, and `diesAt` the step where it does. */
  start(death?: Pick<WorkerSettings, 'dies' | 'diesAt'>): Promise<void>;
  kill(): Promise<void>;
  isDead(): boolean;
}

function mortalWorker(
  { folder, program }: KillRounds,
  settings: Pick<WorkerSettings, 'ledger' | 'port' | 'latency'>,
): MortalWorker {
  const node = ['--conditions=@dist/source', '--import', 'tsx', '--disable-warning=ExperimentalWarning'];
  const ready = join(folder, 'ready');
  let child: Child | undefined;
  const isDead = () => child === undefined || child.process.exitCode !== null || child.process.signalCode !== null;
  return {
    async start(death = { dies: '', diesAt: '' }) {
      rmSync(ready, { force: true });
      const given: WorkerSettings = { ...settings, ...death, inbox: join(folder, 'inbox'), ready };
      child = startChild(process.execPath, [...node, program, JSON.stringify(given)], join(folder, 'worker.log'));
      // One that dies at once, over work that was left for it, has been there too.
      await realTime.until('the worker is there', () => existsSync(ready) || isDead(), 60);
    },
    kill: async () => child?.kill(),
    isDead,
  };
}
