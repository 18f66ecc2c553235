import { readFileSync } from 'node:fs';
import type { Host } from '../../../src/host/host.ts';
import { idOf } from '../../../src/testing/host/host-world.ts';
import { captureOf } from './crash-rounds.ts';
import { readLedger } from './ledger-world.ts';
import { realTime } from './real-time.ts';
import { report } from './report.ts';
import type { Worker } from './worker.ts';

/** Who is measured. */
export interface Speed {
  readonly host: Host;
  readonly ledger: string;
  readonly worker: Worker;
  readonly program: string;
}

const [orders, atOnce] = [300, 16];

/** Orders from capture to 855, three effects each. */
export async function speed({ host, ledger, worker, program }: Speed): Promise<void> {
  await worker.start(program);
  const from = Date.now();
  let next = 0;
  const one = async () => {
    while (next < orders) {
      const number = `SPEED-${next++}`;
      await host.dispatch(idOf(number), [captureOf(number, realTime.clock())]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  // The ledger is looked at, not the orders: questions would be work for the server.
  await realTime.until('all 855s', () => readLedger(ledger).documents.size === orders, 240);
  const rate = (orders / ((Date.now() - from) / 1000)).toFixed(1);
  report.figure(`capture to 855, ${orders} orders, ${atOnce} at once`, `${rate} orders/s, load ${load()}`);
  await worker.kill();
}

function load(): string {
  return readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '';
}
