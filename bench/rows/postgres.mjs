import { interleaved } from '../interleaved.mjs';
import { orderStory } from '../order-story.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const row = {
  name: 'orders of eight effects on one PostgreSQL, 16 workers of one process, speed over DBOS',
  compare: 'at least',
  goal: 3,
  worst: 0.7,
  unit: 'orders/s',
  against: 'DBOS',
};
const [workers, effects] = [16, 8];
/** What an effect of the others carries: about as much as a document of ours. */
const content = orderStory({ lines: 1 })[0].order;

/**
 * Orders from capture to payment on our journal, beside workflows of as many steps of DBOS and jobs of pg-boss, on one server
 * with as many connections each. Ours does more: it keeps each event, the state, numbered documents and deadlines.
 */
export async function postgres({ settings: { rounds, postgresOrders: orders } }) {
  const ours = await startWorker('postgres-jobs.mjs', ['--import', import.meta.resolve('tsx')]);
  try {
    const { connection, missing, fault } = await ours.ask('start');
    // A machine without PostgreSQL has made nothing slower.
    if (missing !== undefined) return { rows: [{ ...missingRow(row, `cannot run: ${missing}`), fails: false }] };
    if (connection === undefined) return { rows: [missingRow(row, fault ?? ours.fault)] };
    return await compared({ ours, ...(await openPeers(connection)) }, rounds, orders);
  } finally {
    await ours.ask('stop');
    await ours.end();
  }
}

async function openPeers(connection) {
  const peers = {};
  for (const [name, module] of Object.entries({ dbos: 'dbos.mjs', pgBoss: 'pg-boss.mjs' })) {
    peers[name] = await startWorker(`contenders/${module}`);
    await peers[name].ask('open', { connection, workers, effects, content });
  }
  return peers;
}

async function compared(all, rounds, orders) {
  const ask = (name) => () => all[name].ask('orders', { orders, workers });
  const askers = Object.fromEntries(Object.keys(all).map((name) => [name, ask(name)]));
  // Once unmeasured: a process that starts, and a table without rows, is not what is asked for.
  await interleaved(askers, 1);
  const answers = await interleaved(askers, rounds);
  for (const name of ['dbos', 'pgBoss']) {
    await all[name].ask('close');
    await all[name].end();
  }
  const fault = answers.flatMap(({ ours, dbos }) => [ours.fault, dbos.fault]).find((one) => one !== undefined);
  if (fault !== undefined) return { rows: [missingRow(row, fault)] };
  const each = (name) => answers.flatMap((round) => round[name].perSecond ?? []);
  const [own, other] = [each('ours'), each('dbos')];
  const ratios = own.map((perSecond, round) => perSecond / other[round]);
  const figures = { '@dist/orchestration': own, DBOS: other, 'pg-boss, in batches': each('pgBoss') };
  return {
    rows: [resultRow({ ...row, ratios, ours: own, other })],
    figures: { 'orders/s on one PostgreSQL': figures },
  };
}
