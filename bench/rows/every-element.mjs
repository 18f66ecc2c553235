import { checkedContenders, own, rightAnswers } from '../contenders.mjs';
import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { ratiosOverBest, speedsOf } from '../speeds.mjs';
import { startWorker } from '../start-worker.mjs';

const overBest = {
  name: 'parse and read every element, speed over the best npm peer',
  compare: 'at least',
  goal: 10,
  unit: 'MB/s',
};
const overNodeX12 = { ...overBest, name: 'parse and read every element, speed over node-x12', goal: 30, worst: 13 };

/** A file in memory is parsed, and every element of it taken as a text, by each library in a warm process of its own. */
export async function everyElement({ settings, data }) {
  const file = data({ bytes: settings.readBytes });
  const checked = await checkedContenders('everyElement', data({ bytes: settings.checkBytes }).path);
  const workers = [];
  const askers = {};
  for (const [name, module] of checked.valid) {
    const worker = await startWorker(module, ['--expose-gc']);
    workers.push(worker);
    await worker.ask('everyElement', { path: file.path, leastSeconds: settings.warmSeconds });
    askers[name] = () => worker.ask('everyElement', { path: file.path, leastSeconds: settings.leastSeconds });
  }
  const rounds = await interleaved(askers, settings.rounds);
  for (const worker of workers) await worker.end();
  const { right, invalid } = rightAnswers(rounds, file);
  const speeds = speedsOf(rounds, right, file);
  const outcome = { invalid: [...checked.invalid, ...invalid], figures: { 'every element': speeds } };
  if (!right.includes(own))
    return { rows: [missingRow(overBest, 'wrong'), missingRow(overNodeX12, 'wrong')], ...outcome };
  return { rows: [bestRow(rounds, speeds), nodeX12Row(rounds, speeds)], ...outcome };
}

function bestRow(rounds, speeds) {
  const { best, ratios } = ratiosOverBest(rounds, speeds);
  if (best === undefined) return missingRow(overBest, 'no peer is right');
  return resultRow({ ...overBest, ratios, ours: speeds[own], other: speeds[best], against: best });
}

function nodeX12Row(rounds, speeds) {
  const peer = speeds['node-x12'];
  if (peer === undefined) return missingRow(overNodeX12, 'node-x12 is wrong');
  const ratios = rounds.map((_, round) => speeds[own][round] / peer[round]);
  return resultRow({ ...overNodeX12, ratios, ours: speeds[own], other: peer, against: 'node-x12' });
}
