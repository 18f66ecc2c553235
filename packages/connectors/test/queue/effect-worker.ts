import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { carrying, type EffectCarrier, relay } from '@dist/orchestration/carrier';
import { createRuntime, type Runtime } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import { hostPolicy, idOf } from '../../../orchestration/src/testing/host/host-world.ts';
import { captureOf } from '../../../orchestration/test/engines/hosts/crash-rounds.ts';
import { diesOnce } from '../../../orchestration/test/engines/hosts/dies-once.ts';
import { ledgerPerformers } from '../../../orchestration/test/engines/hosts/ledger-world.ts';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { openDatabase } from '../../../orchestration/test/open-database.ts';
import type { steps, WorkerSettings } from './worker-settings.ts';

/** Called where a worker may die. */
export type AtStep = (step: (typeof steps)[number]) => void;

/** What a broker brings to a worker process. */
export interface BrokerOfWorker {
  readonly carrier: EffectCarrier;
  serve(runtime: Runtime): void;
}

/**
 * A worker that may be killed, for ever: orders come by a file; effects are performed as the broker delivers them and in
 * no other way. A journal in SQLite has the truth, the broker may lose all it has.
 */
export async function effectWorker(
  settings: WorkerSettings,
  open: (atStep: AtStep) => Promise<BrokerOfWorker>,
): Promise<void> {
  const { ledger, latency, dies, diesAt, ready } = settings;
  const { clock } = realTime;
  const atStep: AtStep = (step) => {
    if (step === diesAt && diesOnce(dies)) process.kill(process.pid, 'SIGKILL');
  };
  const { carrier, serve } = await open(atStep);
  const runtime = createRuntime({
    journal: carrying(sqliteJournal(openDatabase(`${ledger}.sqlite`)), carrier, { timeout: 200 }),
    policy: hostPolicy,
    performers: ledgerPerformers(ledger, { before: latency, after: latency }, () => diesAt === 'erp' && diesOnce(dies)),
    worker: 'w',
    timeout: 1000,
    clock,
  });
  await runtime.recover();
  serve(runtime);
  writeFileSync(ready, '');
  await Promise.all([takeIn(runtime, settings.inbox), sweep(runtime, carrier)]);
}

/** Brings what has come to its orders, for ever. */
async function takeIn(runtime: Runtime, inbox: string): Promise<void> {
  const taken = new Set<string>();
  for (;;) {
    for (const line of linesOf(inbox).filter((other) => !taken.has(other))) {
      const [number = '', at = ''] = line.split('\t');
      await runtime.dispatch({ id: idOf(number), events: [captureOf(number, at)] });
      taken.add(line);
    }
    await runtime.fireTimers();
    await realTime.pause(50);
  }
}

/** Offers again what the broker has lost, for ever; it waits as long as the broker is away. */
async function sweep(runtime: Runtime, carrier: EffectCarrier): Promise<void> {
  for (;;) {
    await relay(runtime, carrier).catch(() => undefined);
    await realTime.pause(200);
  }
}

function linesOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').slice(0, -1);
}
