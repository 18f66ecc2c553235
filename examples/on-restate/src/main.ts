// Started by start.mjs, in a Node that the SDK of Restate runs on: an order on a Restate of its own in a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restateHost } from '@dist/orchestration/restate';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import Database from 'libsql';
import { demonstrate } from './demonstrate.ts';
import { freePort } from './free-port.ts';
import type { MadeUpWorld } from './made-up-world.ts';
import { restateServer } from './restate-server.ts';
import { until } from './until.ts';
import { serveOrders } from './worker.ts';

const engine = join(import.meta.dirname, '../engine');
const folder = mkdtempSync(join(tmpdir(), 'dist-on-restate-'));
const database = new Database(join(folder, 'records.sqlite'));
const server = await restateServer(engine, folder);
let endWorker: () => Promise<void> = async () => undefined;
try {
  const world: MadeUpWorld = { erpOrders: [], mailbox: [] };
  const clock = () => '2026-03-02T08:00:00.000Z';
  // The same address for both: a call that is interrupted in the middle of its run goes on where it was begun.
  const port = await freePort();
  const startWorker = async () => {
    endWorker = await serveOrders(engine, { world, clock, port, records: sqliteJournal(database) });
    await server.register(port);
  };
  await startWorker();
  await demonstrate({
    host: restateHost({ ingress: server.ingress }),
    world,
    clock,
    until,
    replaceWorker: async () => {
      await endWorker();
      await startWorker();
    },
    print: (line) => process.stdout.write(`${line}\n`),
  });
} finally {
  await endWorker();
  await server.stop();
  database.close();
  rmSync(folder, { recursive: true, force: true });
}
