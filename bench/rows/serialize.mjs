import { own } from '../contenders.mjs';
import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const untouched = { name: 'serialize anew, speed over node-x12', compare: 'at least', goal: 4, unit: 'MB/s' };
const made = { ...untouched, name: 'serialize segments made by a program, speed over node-x12' };

/**
 * Interchanges that were read are written again segment by segment: ours once as they are, and once from plain objects. An
 * interchange that is not asked to be written anew has a faster way, which is not used.
 */
export async function serialize({ settings, data }) {
  const { path, bytes } = data({ bytes: settings.serializeBytes });
  const workers = {
    [own]: await startWorker('contenders/dist-x12.mjs', ['--expose-gc']),
    made: await startWorker('contenders/dist-x12-made.mjs', ['--expose-gc']),
    'node-x12': await startWorker('contenders/node-x12.mjs', ['--expose-gc']),
  };
  const askers = {};
  for (const [name, worker] of Object.entries(workers)) {
    await worker.ask('serialize', { path, leastSeconds: settings.warmSeconds });
    askers[name] = () => worker.ask('serialize', { path, leastSeconds: settings.leastSeconds });
  }
  const rounds = await interleaved(askers, settings.rounds);
  for (const worker of Object.values(workers)) await worker.end();
  const fault = rounds.flatMap((round) => Object.values(round)).find((answer) => answer.fault !== undefined)?.fault;
  if (fault !== undefined) return { rows: [missingRow(untouched, fault), missingRow(made, fault)] };
  const speeds = (name) => rounds.map((round) => bytes / 1e6 / round[name].seconds);
  const other = speeds('node-x12');
  const rowOf = (row, ours) => {
    const ratios = ours.map((speed, round) => speed / other[round]);
    return resultRow({ ...row, ratios, ours, other, against: 'node-x12' });
  };
  return { rows: [rowOf(untouched, speeds(own)), rowOf(made, speeds('made'))] };
}
