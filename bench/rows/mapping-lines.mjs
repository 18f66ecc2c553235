import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const few = 500;
const many = 50_000;
const row = {
  name: 'an 856 of 50,000 packed lines written and read, time for a line over that of 500',
  compare: 'at most',
  goal: 1.5,
  unit: 'µs a line',
};

/** The map of the 856 that is shipped: whether its time grows with the lines, or faster. */
export async function mappingLines({ settings }) {
  const workers = { few: await startWorker('mapping-jobs.mjs', ['--expose-gc']) };
  workers.many = await startWorker('mapping-jobs.mjs', ['--expose-gc']);
  const { warmSeconds, leastSeconds } = settings;
  const counts = { few, many };
  const askers = {};
  for (const [name, lines] of Object.entries(counts)) {
    await workers[name].ask('shipNotice', { lines, leastSeconds: warmSeconds });
    askers[name] = () => workers[name].ask('shipNotice', { lines, leastSeconds });
  }
  const rounds = await interleaved(askers, settings.rounds);
  for (const worker of Object.values(workers)) await worker.end();
  const fault = rounds.flatMap((round) => Object.values(round)).find((answer) => answer.fault !== undefined)?.fault;
  if (fault !== undefined) return { rows: [missingRow(row, fault)] };
  if (rounds.some((round) => round.few.lines !== few || round.many.lines !== many))
    return { rows: [missingRow(row, 'wrong number of lines')] };
  const each = (name) => rounds.map((round) => (round[name].seconds / counts[name]) * 1e6);
  const [other, ours] = [each('few'), each('many')];
  const ratios = ours.map((time, round) => time / other[round]);
  return { rows: [resultRow({ ...row, ratios, ours, other, against: `of ${few}` })] };
}
