import { own } from '../contenders.mjs';
import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const row = { name: 'serialize anew, speed over node-x12', compare: 'at least', goal: 4, unit: 'MB/s' };

/** Interchanges that were read are written again from their segments; ours has a faster way for untouched ones, not used. */
export async function serialize({ settings, data }) {
  const { path, bytes } = data({ bytes: settings.serializeBytes });
  const workers = {
    [own]: await startWorker('contenders/dist-x12.mjs', ['--expose-gc']),
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
  if (fault !== undefined) return { rows: [missingRow(row, fault)] };
  const speeds = (name) => rounds.map((round) => bytes / 1e6 / round[name].seconds);
  const [ours, other] = [speeds(own), speeds('node-x12')];
  const ratios = ours.map((speed, round) => speed / other[round]);
  return { rows: [resultRow({ ...row, ratios, ours, other, against: 'node-x12' })] };
}
