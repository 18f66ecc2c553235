/**
 * Orders from capture to payment on a journal in PostgreSQL, by one process with so many loops and connections, on a
 * server that is started for it with its default durability (`fsync` and `synchronous_commit` on). Beside it the same
 * work on a journal in memory: what the machine and the policy take without any database. It measures the built package.
 *
 * `node --import tsx bench/postgres-journal.mjs [orders] [workers] [rounds]`
 */
import { loadavg } from 'node:os';
import { jobs } from './postgres-jobs.mjs';
import { median } from './result-row.mjs';

const [orders = 1000, workers = 16, rounds = 3] = process.argv.slice(2).map(Number);

const { version, missing } = await jobs.start();
if (missing !== undefined) process.stdout.write(`cannot run: ${missing}\n`);
else await measure().finally(() => jobs.stop());

async function measure() {
  const measured = [];
  await jobs.orders({ orders, workers });
  for (let round = 0; round < rounds; round++) {
    const { perSecond: postgres } = await jobs.orders({ orders, workers });
    const { perSecond: memory } = await jobs.ordersInMemory({ orders, workers });
    measured.push({ postgres: Math.round(postgres), memory: Math.round(memory), load: loadavg()[0].toFixed(1) });
  }
  console.table(measured);
  const [own, bare] = ['postgres', 'memory'].map((name) => median(measured.map((round) => round[name])));
  console.log(
    `${version}, Node ${process.versions.node}: ${workers} workers, ${orders} orders of 8 effects and 10 commits`,
  );
  console.log(
    `PostgreSQL ${own.toFixed(0)} orders/s (${(own * 10).toFixed(0)} commits/s), memory ${bare.toFixed(0)} orders/s`,
  );
}
