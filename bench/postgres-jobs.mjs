import { createRequire } from 'node:module';
import { postgresServer } from '../packages/orchestration/test/postgres/postgres-server.ts';
import { orderWorkload, runOrders } from '../packages/orchestration/test/workload/order-workload.ts';
import { builtEntryOf } from './built-entry.mjs';

const { Pool } = createRequire(new URL('../packages/orchestration/package.json', import.meta.url))('pg');
const { postgresJournal } = await import(builtEntryOf('orchestration', 'postgres'));
const { createRuntime, memoryJournal } = await import(builtEntryOf('orchestration', 'runtime'));

let server;
let series = 0;
process.once('SIGTERM', async () => {
  await jobs.stop();
  process.exit();
});

/** A PostgreSQL, and our part of what is measured on it. To be run with tsx: the orders are those of the tests. */
export const jobs = {
  /** Starts a server with its default durability; answers where it is and which one, or that there is none. */
  async start() {
    try {
      server = await postgresServer();
      return { connection: server.connection, version: server.version };
    } catch (error) {
      return { missing: error instanceof Error ? error.message : String(error) };
    }
  },

  /** Orders a second on a new schema: one runtime, asked for work by so many loops, with as many connections. */
  async orders({ orders, workers }) {
    const pool = new Pool({ ...server.connection, max: workers });
    try {
      return await perSecond(await postgresJournal(pool, { schema: `round_${series++}` }), orders, workers);
    } finally {
      await pool.end();
    }
  },

  /** The same without a database. */
  ordersInMemory({ orders, workers }) {
    return perSecond(memoryJournal(), orders, workers);
  },

  async stop() {
    await server?.stop();
    server = undefined;
  },
};

async function perSecond(journal, orders, workers) {
  const workload = orderWorkload();
  const { performers, policy, clock } = workload;
  const runtime = createRuntime({ journal, performers, policy, clock, worker: 'worker' });
  const seconds = await runOrders(
    workload,
    Array.from({ length: workers }, () => runtime),
    orders,
  );
  const faults = await workload.faults(journal, Math.min(orders, 100));
  if (faults.length > 0) throw new Error(faults.join(', '));
  return { perSecond: orders / seconds };
}
