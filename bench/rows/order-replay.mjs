import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const time = {
  name: 'replay of a million events of orders, time for one over that of a tenth of them',
  compare: 'at most',
  goal: 1.2,
  unit: 'µs an event',
  against: 'of a tenth',
};
const memory = {
  name: 'replay of a million events of orders, peak memory over that of a tenth of them',
  compare: 'at most',
  goal: 1.2,
  unit: 'MB',
  against: 'of a tenth',
};

/** Logs read back order by order, each time in a fresh process: as long as they are many, and in the memory of a few. */
export async function orderReplay({ settings: { rounds, replayEvents } }) {
  const asker = (events) => async () => {
    const worker = await startWorker('order-jobs.mjs');
    const answer = await worker.ask('replay', { events });
    await worker.end();
    return answer;
  };
  const answers = await interleaved({ all: asker(replayEvents), tenth: asker(replayEvents / 10) }, rounds);
  const fault = answers.flatMap(({ all, tenth }) => [all.fault, tenth.fault]).find((one) => one !== undefined);
  if (fault !== undefined) return { rows: [missingRow(time, fault), missingRow(memory, fault)] };
  const row = (of, figure) => {
    const [ours, other] = ['all', 'tenth'].map((name) => answers.map((round) => figure(round[name])));
    return resultRow({ ...of, ratios: ours.map((one, round) => one / other[round]), ours, other });
  };
  return { rows: [row(time, ({ seconds }) => seconds * 1e6), row(memory, ({ peak }) => peak / 1e6)] };
}
