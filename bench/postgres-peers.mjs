/**
 * One order of eight effects after the other on one PostgreSQL: our runtime with sixteen workers, a DBOS workflow of eight steps with
 * sixteen at once, and pg-boss as fast as it goes: sixteen loops that fetch, send what follows and complete in batches, without
 * its polling. Ours does more: it keeps each event, the state, numbered documents and deadlines. In turn, round by round.
 *
 * `node --conditions=@dist/source --import tsx bench/postgres-peers.mjs [orders] [rounds]`
 */
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import { DBOS } from '@dbos-inc/dbos-sdk';
import PgBoss from 'pg-boss';
import { postgresJournal } from '../packages/orchestration/src/postgres.ts';
import { createRuntime } from '../packages/orchestration/src/runtime.ts';
import { postgresServer } from '../packages/orchestration/test/postgres/postgres-server.ts';
import { orderWorkload, runOrders } from '../packages/orchestration/test/workload/order-workload.ts';
import { interleaved } from './interleaved.mjs';
import { orderStory } from './order-story.mjs';
import { median } from './result-row.mjs';

const { Pool } = createRequire(new URL('../packages/orchestration/package.json', import.meta.url))('pg');
const [orders = 500, rounds = 3] = process.argv.slice(2).map(Number);
const [workers, effects] = [16, 8];
/** What an effect carries: about as much as a document of ours. */
const content = orderStory({ lines: 1 })[0].order;

const server = await serverHere();
if (server === undefined) process.stdout.write('skipped: no PostgreSQL\n');
else await compare(server).finally(() => server.stop());

async function serverHere() {
  try {
    return await postgresServer();
  } catch (error) {
    if (/no PostgreSQL/.test(String(error))) return undefined;
    throw error;
  }
}

async function compare({ connection, version }) {
  const pool = new Pool({ ...connection, max: workers });
  const url = `postgresql://${connection.user}@localhost/${connection.database}?host=${encodeURIComponent(connection.host)}`;
  const dbos = await openDbos(url);
  const boss = new PgBoss({ connectionString: url, max: workers, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue('effects');
  let round = 0;
  const askers = {
    ours: async () => ({ perSecond: await ours(pool, `round_${round++}`) }),
    dbos: async () => ({ perSecond: await dbos.run() }),
    pgBoss: async () => ({ perSecond: await pgBoss(boss) }),
  };
  // Once unmeasured: a service that starts is not what is asked for.
  await interleaved(askers, 1);
  const measured = await interleaved(askers, rounds);
  const figures = (name) => measured.map((answers) => answers[name].perSecond);
  console.table(
    measured.map((answers) => Object.fromEntries(Object.keys(askers).map((name) => [name, answers[name].perSecond]))),
  );
  for (const name of ['dbos', 'pgBoss']) {
    const ratio = median(measured.map((answers) => answers.ours.perSecond / answers[name].perSecond));
    process.stdout.write(`orders of ${effects} effects, speed over ${name}: ${ratio.toFixed(2)}\n`);
  }
  const load = loadavg()[0].toFixed(1);
  process.stdout.write(`${version}, ${orders} orders, median ${median(figures('ours'))} orders/s, load ${load}\n`);
  await boss.stop({ graceful: false });
  await dbos.close();
  await pool.end();
}

async function ours(pool, schema) {
  const journal = await postgresJournal(pool, { schema });
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

async function openDbos(systemDatabaseUrl) {
  DBOS.setConfig({ name: 'bench', systemDatabaseUrl, logLevel: 'error', systemDatabasePoolSize: workers });
  const live = DBOS.registerWorkflow(
    async (order) => {
      for (let effect = 1; effect <= effects; effect++) await DBOS.runStep(async () => ({ order, effect, content }));
    },
    { name: 'order' },
  );
  await DBOS.launch();
  let series = 0;
  const run = async () => {
    const name = series++;
    return perSecond(async (order) => {
      const handle = await DBOS.startWorkflow(live, { workflowID: `${name}/${order}` })(order);
      await handle.getResult();
    });
  };
  return { run, close: () => DBOS.shutdown() };
}

/** Orders a second, sixteen of them at once. */
async function perSecond(live) {
  let next = 0;
  const began = performance.now();
  const one = async () => {
    while (next < orders) await live(next++);
  };
  await Promise.all(Array.from({ length: workers }, one));
  return Math.round((orders * 1000) / (performance.now() - began));
}

async function pgBoss(boss) {
  const jobOf = (order, effect) => ({ name: 'effects', data: { order, effect, content } });
  const began = performance.now();
  await boss.insert(Array.from({ length: orders }, (_, order) => jobOf(order, 1)));
  let left = orders;
  const work = async () => {
    while (left > 0) {
      const jobs = await boss.fetch('effects', { batchSize: workers });
      const followers = jobs.flatMap(({ data: { order, effect } }) =>
        effect < effects ? jobOf(order, effect + 1) : [],
      );
      if (followers.length > 0) await boss.insert(followers);
      if (jobs.length > 0)
        await boss.complete(
          'effects',
          jobs.map(({ id }) => id),
        );
      left -= jobs.length - followers.length;
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return Math.round((orders * 1000) / (performance.now() - began));
}
