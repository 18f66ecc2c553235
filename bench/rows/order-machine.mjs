import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const unit = 'µs an event';
const peer = {
  name: 'an event of an order of 2 lines, speed over XState 5 moving a machine of three states',
  compare: 'at least',
  goal: 5,
  worst: 1.2,
  unit,
  against: 'XState',
};
const manyOrders = {
  name: 'an event of one of 1,000 orders of 2 lines in turn, speed over XState 5 moving a machine of three states',
  compare: 'at least',
  goal: 5,
  worst: 1.2,
  unit,
  against: 'XState',
};
const size = {
  name: 'an event of an order of 200 lines and 10 shipments, time over that of 20 lines',
  compare: 'at most',
  goal: 12,
  unit,
  against: 'of 20 lines',
};
const history = {
  name: 'an event of an order of 2 lines and 200 shipments, answered and paid, time over that of 20 shipments',
  compare: 'at most',
  goal: 2,
  unit,
  against: 'of 20 shipments',
};

const jobs = {
  two: {},
  many: { orders: 1000 },
  twenty: { lines: 20, shipments: 10 },
  twoHundred: { lines: 200, shipments: 10 },
  short: { shipments: 20, answered: true },
  long: { shipments: 200, answered: true },
};

/** The order machine, which makes documents and deadlines, against one that only moves; and what size and history cost. */
export async function orderMachine({ settings: { rounds, warmSeconds, leastSeconds } }) {
  const askers = {};
  const workers = [];
  const add = async (name, module, options) => {
    const worker = await startWorker(module);
    workers.push(worker);
    await worker.ask('events', { ...options, leastSeconds: warmSeconds });
    askers[name] = () => worker.ask('events', { ...options, leastSeconds });
  };
  await add('xstate', 'contenders/xstate.mjs', {});
  for (const [name, options] of Object.entries(jobs)) await add(name, 'order-jobs.mjs', options);
  const answers = await interleaved(askers, rounds);
  for (const worker of workers) await worker.end();
  const against = (row, ours, other) => rowOf(row, answers, ours, other);
  return {
    rows: [
      against(peer, 'two', 'xstate'),
      against(manyOrders, 'many', 'xstate'),
      against(size, 'twoHundred', 'twenty'),
      against(history, 'long', 'short'),
    ],
  };
}

function rowOf(row, rounds, ours, other) {
  const fault = rounds.flatMap((round) => [round[ours].fault, round[other].fault]).find((one) => one !== undefined);
  if (fault !== undefined) return missingRow(row, fault);
  const each = (name) => rounds.map((round) => round[name].seconds * 1e6);
  const [one, two] = [each(ours), each(other)];
  // What is at least so much is a speed, the inverse of a time.
  const ratios = one.map((time, round) => (row.compare === 'at least' ? two[round] / time : time / two[round]));
  return resultRow({ ...row, ratios, ours: one, other: two });
}
