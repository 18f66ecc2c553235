import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const [orders, events] = [200, 8];
const speed = {
  name: `events of ${orders} orders in flight on one SQLite file, speed over one transaction an event`,
  compare: 'at least',
  goal: 5,
  worst: 2.5,
  unit: 'events/s',
  against: 'one by one',
};
const latency = {
  name: `an append while ${orders} orders are in flight on one SQLite file, p99 in ms`,
  compare: 'at most',
  goal: 20,
  worst: 60,
  unit: 'ms',
};

/** What sharing transactions brings the SQLite journal, and how long an append takes then. */
export async function sqlite({ settings: { rounds } }) {
  const worker = await startWorker('sqlite-jobs.mjs');
  const ask = (alone) => () => worker.ask('appends', { orders, events, alone });
  const askers = { shared: ask(false), alone: ask(true) };
  await interleaved(askers, 1);
  const answers = await interleaved(askers, rounds);
  await worker.end();
  const fault =
    worker.fault ??
    answers.flatMap(({ shared, alone }) => [shared.fault, alone.fault]).find((one) => one !== undefined);
  if (fault !== undefined) return { rows: [missingRow(speed, fault), missingRow(latency, fault)] };
  const each = (name, figure) => answers.map((round) => round[name][figure]);
  const [shared, alone] = [each('shared', 'perSecond'), each('alone', 'perSecond')];
  const ratios = shared.map((perSecond, round) => perSecond / alone[round]);
  return {
    rows: [
      resultRow({ ...speed, ratios, ours: shared, other: alone }),
      resultRow({ ...latency, ratios: each('shared', 'p99') }),
    ],
  };
}
