import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { crashFaults } from './crash-faults.ts';
import { crashWorld } from './crash-world.ts';
import type { CrashStore, Release, WorkerSettings } from './worker-settings.ts';

/** What an order that waited through a deployment came to. */
export interface Deployed {
  readonly faults: readonly string[];
  /** Credit checks, which only the second release does, by order. */
  readonly checked: readonly string[];
}

const longest = 60_000;

/**
 * An order waits for its ERP while the worker is killed; a release that does one thing more for each order, a document,
 * and one thing more before an order is submitted, a credit check, goes on. The order that waited and a new one must end.
 */
export async function deployed(entry: string, store: CrashStore): Promise<Deployed> {
  const world = await crashWorld({ orders: ['PO-1'], late: [], silent: true, at: async () => undefined });
  const startedAt = Date.now();
  const start = (release: Release): ChildProcess => {
    const settings: WorkerSettings = { store, world: world.address, worker: 'w', release, startedAt };
    return spawn(process.execPath, [entry, JSON.stringify(settings)], { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const before = start(1);
  await until(() => world.ledger.some(({ kind }) => kind === 'submit') && world.ledger.length === 2);
  await kill(before);
  const after = start(2);
  world.order('PO-2');
  world.speak();
  await until(() => world.news.length === 14 && world.heard() === 14);
  await kill(after);
  const faults = await crashFaults({ store, ledger: world.ledger, numbers: ['PO-1', 'PO-2'], late: [] });
  await world.close();
  return { faults, checked: world.ledger.flatMap((entry) => (entry.kind === 'credit' ? [entry.reference] : [])) };
}

/** Tells in vain of what does not come: what is missing is seen afterwards. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + longest; Date.now() < end && !isSo(); ) await wait(10);
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
