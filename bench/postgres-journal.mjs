/**
 * Orders from capture to payment on a journal in PostgreSQL, by workers of one process with one connection each, on a
 * server that is started for it with its default durability (`fsync` and `synchronous_commit` on). Beside it the same
 * work on a journal in memory: what the machine and the policy take without any database.
 *
 * `node --conditions=@dist/source --import tsx bench/postgres-journal.mjs [orders] [workers] [rounds]`
 */
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import { postgresJournal } from '../packages/orchestration/src/postgres.ts';
import { createRuntime, memoryJournal } from '../packages/orchestration/src/runtime.ts';
import { postgresServer } from '../packages/orchestration/test/postgres/postgres-server.ts';
import { orderWorkload, runOrders } from '../packages/orchestration/test/workload/order-workload.ts';
import { median } from './result-row.mjs';

const { Pool } = createRequire(new URL('../packages/orchestration/package.json', import.meta.url))('pg');
const [orders = 1000, workers = 16, rounds = 3] = process.argv.slice(2).map(Number);

const server = await postgresServer();
const pool = new Pool({ ...server.connection, max: workers });
try {
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const postgres = await measure(await postgresJournal(pool, { schema: `round_${round}` }));
    const memory = await measure(memoryJournal());
    const load = Number(loadavg()[0].toFixed(1));
    measured.push({ postgres, memory, load });
  }
  console.table(measured);
  const [own, bare] = ['postgres', 'memory'].map((name) => median(measured.map((round) => round[name])));
  console.log(
    `${server.version}, Node ${process.versions.node}: ${workers} workers, ${orders} orders of 8 effects and 10 commits`,
  );
  console.log(
    `PostgreSQL ${own.toFixed(0)} orders/s (${(own * 10).toFixed(0)} commits/s), memory ${bare.toFixed(0)} orders/s`,
  );
} finally {
  await pool.end();
  await server.stop();
}

async function measure(journal) {
  const workload = orderWorkload();
  const { performers, policy, clock } = workload;
  const crew = Array.from({ length: workers }, (_, index) =>
    createRuntime({ journal, performers, policy, clock, worker: `w${index}` }),
  );
  const seconds = await runOrders(workload, crew, orders);
  const faults = await workload.faults(journal, Math.min(orders, 100));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return Math.round(orders / seconds);
}
