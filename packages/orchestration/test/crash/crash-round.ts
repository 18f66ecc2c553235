import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { crashFaults } from './crash-faults.ts';
import { type CrashWorld, crashWorld } from './crash-world.ts';
import { seededRandom } from './seeded-random.ts';
import type { CrashStore, WorkerSettings } from './worker-settings.ts';

/** One life of the whole system, in which processes are killed again and again. */
export interface CrashRound {
  /** The built worker. */
  readonly entry: string;
  readonly store: CrashStore;
  readonly workers: number;
  /** The same seed kills at the same instants, as far as chance outside of it allows. */
  readonly seed: number;
  /** Kills the database server and starts it again; some rounds do. */
  readonly killServer?: (() => Promise<void>) | undefined;
  /** Kills at these instants; at some of the seed's choice when absent. */
  readonly kills?: readonly Kill[] | undefined;
  /** The workers take every claim for a first one: what the tests must see. */
  readonly blind?: boolean | undefined;
}

/** What came of a round. */
export interface CrashResult {
  readonly faults: readonly string[];
  /** How many processes were killed. */
  readonly kills: number;
}

/** When a process is killed. */
export interface Kill {
  /** `any` counts milliseconds from the beginning of the round, the others how often they come. */
  readonly instant: string;
  readonly times: number;
  /** The database server, or the worker that is there. */
  readonly server: boolean;
}

const numbers = ['PO-1', 'PO-2', 'PO-3', 'PO-4'];
const late = ['PO-2'];
/** Number of the order, three facts, three answers and the payment. */
const newsOfOrder = 7;
const longest = 60_000;

const instants = [
  'submit arrives',
  'submit is done',
  'find is done',
  'deliver arrives',
  'deliver is done',
  'before append',
  'after append',
  'before settle',
  'after settle',
  'after claim',
] as const;

/** Kills at chosen and at random instants, then lets the workers come to rest; answers everything that is wrong. */
export async function crashRound(round: CrashRound): Promise<CrashResult> {
  const random = seededRandom(round.seed);
  const planned = [...(round.kills ?? killPlan(random, round.killServer !== undefined))];
  const executioner = executionerOf(planned, round.killServer);
  const world = await crashWorld({ orders: numbers, late, silent: round.blind, at: executioner.at });
  const crew = crewOf(round, world.address, random);
  const stop = executioner.begin(crew.replace, crew.first);
  for (let hired = 0; hired < round.workers; hired++) crew.hire();
  if (round.blind) await speakLate(world);
  const rested = await comeToRest(world, () => planned.length === 0);
  await stop();
  await crew.dismiss();
  const found = await crashFaults({ store: round.store, ledger: world.ledger, numbers, late });
  await world.close();
  const restless = rested ? [] : [`it does not come to rest: ${world.heard()} of ${world.news.length} heard`];
  return { faults: [...restless, ...found], kills: executioner.kills() };
}

type Replace = (worker: string) => Promise<void>;

interface Executioner {
  /** Told of every instant; does not answer whom it kills. */
  at(instant: string, worker: string): Promise<void>;
  /** Answers how to end: what is being killed is waited for. */
  begin(replace: Replace, first: () => string | undefined): () => Promise<void>;
  kills(): number;
}

function executionerOf(planned: Kill[], killServer: CrashRound['killServer']): Executioner {
  let [seen, kills] = [0, 0];
  let replace: Replace = async () => undefined;
  let last: Promise<unknown> = Promise.resolve();
  const execute = async (kill: Kill, worker: string): Promise<void> => {
    planned.shift();
    seen = 0;
    kills++;
    const done = kill.server ? killServer?.() : replace(worker);
    last = Promise.all([last, done]);
    await done;
  };
  return {
    at: async (instant, worker) => {
      const [kill] = planned;
      if (kill?.instant !== instant || ++seen < kill.times) return;
      await execute(kill, worker);
      if (!kill.server) await new Promise(() => undefined);
    },
    begin: (replacement, first) => {
      replace = replacement;
      const startedAt = Date.now();
      const watch = setInterval(() => {
        const [[kill], worker] = [planned, first()];
        if (kill?.instant === 'any' && worker !== undefined && Date.now() >= startedAt + kill.times)
          void execute(kill, worker);
      }, 5);
      return async () => {
        planned.length = 0;
        clearInterval(watch);
        await last;
      };
    },
    kills: () => kills,
  };
}

interface Crew {
  hire(name?: string): void;
  readonly replace: Replace;
  first(): string | undefined;
  dismiss(): Promise<void>;
}

function crewOf({ entry, store, blind }: CrashRound, world: string, random: () => number): Crew {
  const crew = new Map<string, ChildProcess>();
  const startedAt = Date.now();
  let [hires, isOver] = [0, false];
  const hire = (worker = `w${hires++}`): void => {
    const settings: WorkerSettings = { store, world, worker, release: 'whole', startedAt, blind };
    crew.set(
      worker,
      spawn(process.execPath, [entry, JSON.stringify(settings)], { stdio: ['ignore', 'ignore', 'inherit'] }),
    );
  };
  return {
    hire,
    // The next one has the name of the dead and takes back what that had, or another and waits for its claims to run out.
    replace: async (worker) => {
      const child = crew.get(worker);
      // Two kills of one worker are one: there must never be two of a name.
      if (child === undefined) return;
      crew.delete(worker);
      await killed(child);
      if (!isOver) hire(random() < 0.5 ? worker : undefined);
    },
    first: () => [...crew.keys()][0],
    dismiss: async () => {
      isOver = true;
      await Promise.all([...crew.values()].map(killed));
    },
  };
}

async function killed(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** An ERP that told of its order at once would keep a blind worker from harm. */
async function speakLate(world: CrashWorld): Promise<void> {
  for (const end = Date.now() + longest / 3; Date.now() < end; await wait(10)) {
    const submitted = world.ledger.flatMap((entry) => (entry.kind === 'submit' ? [entry.reference] : []));
    if (new Set(submitted).size < submitted.length) break;
  }
  world.speak();
}

/** A kill whose instant does not come any more, because everything is done, is left out. */
async function comeToRest(world: CrashWorld, isCalm: () => boolean): Promise<boolean> {
  const all = numbers.length * newsOfOrder;
  for (const end = Date.now() + longest; Date.now() < end; await wait(10)) {
    const isDone = world.news.length === all && world.heard() === all;
    if (!isDone) continue;
    if (isCalm()) return true;
    await wait(300);
    if (world.heard() === all) return true;
  }
  return false;
}

function killPlan(random: () => number, withServer: boolean): Kill[] {
  const count = 2 + Math.floor(random() * 4);
  return Array.from({ length: count }, (_, index) => {
    const server = withServer && random() < 0.3;
    if (random() < 0.3) return { instant: 'any', times: 100 + index * 200 + Math.floor(random() * 800), server };
    const instant = instants[Math.floor(random() * instants.length)] ?? 'any';
    return { instant, times: 1 + Math.floor(random() * 4), server };
  });
}
