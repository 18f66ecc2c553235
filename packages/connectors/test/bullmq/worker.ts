// A worker that may be killed: node worker.ts '{"port":…}'. Orders come by a file; effects are performed as BullMQ
// delivers them and in no other way. A journal in SQLite has the truth, Redis may lose all it has.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bullmqCarrier, bullmqDelivery } from '@dist/connectors/node/bullmq';
import { carrying, type EffectCarrier, relay } from '@dist/orchestration/carrier';
import { createRuntime, type Runtime } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import { hostPolicy, idOf } from '../../../orchestration/src/testing/host/host-world.ts';
import { captureOf } from '../../../orchestration/test/engines/hosts/crash-rounds.ts';
import { diesOnce } from '../../../orchestration/test/engines/hosts/dies-once.ts';
import { ledgerPerformers } from '../../../orchestration/test/engines/hosts/ledger-world.ts';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { openDatabase } from '../../../orchestration/test/open-database.ts';
import { installedBullmq } from './installed-bullmq.ts';

/** What a worker is told. */
export interface WorkerSettings {
  readonly port: number;
  readonly ledger: string;
  /** Lines of number and instant: orders that have come. */
  readonly inbox: string;
  /** Milliseconds that each side of a performer takes. */
  readonly latency: number;
  /** File that it leaves when it has died by itself; it does not when this is empty. */
  readonly dies: string;
  /** File that it leaves when it is there. */
  readonly ready: string;
}

const settings: WorkerSettings = JSON.parse(process.argv[2] ?? '');
await main();

async function main(): Promise<void> {
  const { ledger, latency, dies, ready } = settings;
  const connection = { host: '127.0.0.1', port: settings.port };
  const { Queue, Worker } = installedBullmq();
  const { clock } = realTime;
  const queue = new Queue('effects', { connection });
  const carrier = bullmqCarrier(queue, { clock });
  const runtime = createRuntime({
    journal: carrying(sqliteJournal(openDatabase(`${ledger}.sqlite`)), carrier, { timeout: 200 }),
    policy: hostPolicy,
    performers: ledgerPerformers(ledger, { before: latency, after: latency }, () => diesOnce(dies)),
    worker: 'w',
    timeout: 1000,
    clock,
  });
  await runtime.recover();
  const times = { lockDuration: 2000, stalledInterval: 1000, drainDelay: 1 };
  const worker = new Worker('effects', bullmqDelivery(runtime), { connection, concurrency: 8, ...times });
  for (const one of [queue, worker]) one.on('error', () => undefined);
  writeFileSync(ready, '');
  await Promise.all([takeIn(runtime), sweep(runtime, carrier)]);
}

/** Brings what has come to its orders, for ever. */
async function takeIn(runtime: Runtime): Promise<void> {
  const taken = new Set<string>();
  for (;;) {
    for (const line of inbox().filter((other) => !taken.has(other))) {
      const [number = '', at = ''] = line.split('\t');
      await runtime.dispatch({ id: idOf(number), events: [captureOf(number, at)] });
      taken.add(line);
    }
    await runtime.fireTimers();
    await realTime.pause(50);
  }
}

/** Offers again what Redis has lost, for ever; it waits as long as Redis is away. */
async function sweep(runtime: Runtime, carrier: EffectCarrier): Promise<void> {
  for (;;) {
    await relay(runtime, carrier).catch(() => undefined);
    await realTime.pause(200);
  }
}

function inbox(): readonly string[] {
  if (!existsSync(settings.inbox)) return [];
  return readFileSync(settings.inbox, 'utf8').split('\n').slice(0, -1);
}
