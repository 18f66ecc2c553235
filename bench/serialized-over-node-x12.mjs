import { interleaved } from './interleaved.mjs';
import { missingRow, resultRow } from './result-row.mjs';
import { startWorker } from './start-worker.mjs';

/** The row of one way of ours to write what was read, given by its contender, beside `node-x12`. */
export async function serializedOverNodeX12(row, contender, { settings, data }) {
  const { path, bytes } = data({ bytes: settings.serializeBytes });
  const workers = {
    ours: await startWorker(contender, ['--expose-gc']),
    other: await startWorker('contenders/node-x12.mjs', ['--expose-gc']),
  };
  const askers = {};
  for (const [name, worker] of Object.entries(workers)) {
    await worker.ask('serialize', { path, leastSeconds: settings.warmSeconds });
    askers[name] = () => worker.ask('serialize', { path, leastSeconds: settings.leastSeconds });
  }
  const rounds = await interleaved(askers, settings.rounds);
  for (const worker of Object.values(workers)) await worker.end();
  const fault = rounds.flatMap((round) => Object.values(round)).find((answer) => answer.fault !== undefined)?.fault;
  if (fault !== undefined) return missingRow(row, fault);
  const speeds = (name) => rounds.map((round) => bytes / 1e6 / round[name].seconds);
  const [ours, other] = [speeds('ours'), speeds('other')];
  const ratios = ours.map((speed, round) => speed / other[round]);
  return resultRow({ ...row, ratios, ours, other, against: 'node-x12' });
}
