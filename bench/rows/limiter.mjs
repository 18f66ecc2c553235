import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const share = {
  name: 'limiter at full speed, 5 to 400 ms each way, nothing rejected: least share of what nine strict vendors allow',
  compare: 'at least',
  goal: 0.99,
};
const time = {
  name: 'limiter with four limits, time from asking to being done where nobody waits, in µs',
  compare: 'at most',
  goal: 10,
  unit: 'µs',
};

/** How much of the vendors' limits the built limiter uses in simulated time, and what it costs. */
export async function limiter({ settings: { rounds, warmSeconds, leastSeconds } }) {
  const worker = await startWorker('limiter-jobs.mjs', ['--import', import.meta.resolve('tsx')]);
  const shared = await worker.ask('share');
  await worker.ask('acquire', { leastSeconds: warmSeconds });
  const answers = await interleaved({ ours: () => worker.ask('acquire', { leastSeconds }) }, rounds);
  await worker.end();
  const fault = answers.map(({ ours }) => ours.fault).find((one) => one !== undefined);
  return {
    rows: [
      shared.fault === undefined
        ? // Simulated time has no chance in it: each round is the same.
          resultRow({ ...share, ratios: answers.map(() => shared.share) })
        : missingRow(share, shared.fault),
      fault === undefined
        ? resultRow({ ...time, ratios: answers.map(({ ours }) => ours.seconds * 1e6) })
        : missingRow(time, fault),
    ],
  };
}
