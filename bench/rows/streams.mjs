import { checkedContenders, own, rightAnswers } from '../contenders.mjs';
import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { ratiosOverBest, speedsOf } from '../speeds.mjs';
import { startWorker } from '../start-worker.mjs';

/** A file is streamed from the disk and every element taken as a text; a fresh process each time, nothing is kept. */
export async function streams({ settings, data }) {
  const file = data({ bytes: settings.streamBytes });
  const large = data({ bytes: settings.largeBytes });
  const rows = rowsOf(file, large);
  const checked = await checkedContenders('stream', data({ bytes: settings.checkBytes }).path);
  const askers = Object.fromEntries(checked.valid.map(([name, module]) => [name, () => streamOnce(module, file.path)]));
  const ours = checked.valid.find(([name]) => name === own);
  if (ours !== undefined) askers.large = () => streamOnce(ours[1], large.path);
  const rounds = await interleaved(askers, settings.rounds);
  const largeFault = rounds.map((round) => round.large?.fault).find((fault) => fault !== undefined);
  const { right, invalid } = rightAnswers(
    rounds.map(({ large: _, ...round }) => round),
    file,
  );
  const speeds = speedsOf(rounds, right, file);
  const outcome = { invalid: [...checked.invalid, ...invalid], figures: { stream: speeds } };
  if (!right.includes(own) || largeFault !== undefined)
    return { rows: Object.values(rows).map((row) => missingRow(row, largeFault ?? 'wrong')), ...outcome };
  return { rows: [speedRow(rows.speed, rounds, speeds), ...memoryRows(rows, rounds)], ...outcome };
}

function rowsOf(file, large) {
  const sizes = [file, large].map(({ bytes }) => sizeOf(bytes));
  const memory = { compare: 'at most', goal: 90, unit: 'MB' };
  const speed = { compare: 'at least', goal: 3, unit: 'MB/s' };
  return {
    speed: { ...speed, name: `stream ${sizes[0]}, speed over the best npm peer` },
    peak: { ...memory, name: `stream ${sizes[0]}, peak memory in MB` },
    largePeak: { ...memory, name: `stream ${sizes[1]}, peak memory in MB` },
    growth: {
      ...memory,
      goal: 1.1,
      name: `stream ${sizes[1]}, peak memory over that at ${sizes[0]}`,
      against: `at ${sizes[0]}`,
    },
  };
}

function sizeOf(bytes) {
  return bytes >= 1e9 ? `${Math.round(bytes / 1e9)} GB` : `${Math.round(bytes / 1e6)} MB`;
}

async function streamOnce(module, path) {
  const worker = await startWorker(module);
  const answer = await worker.ask('stream', { path });
  await worker.end();
  return answer;
}

function speedRow(row, rounds, speeds) {
  const { best, ratios } = ratiosOverBest(rounds, speeds);
  if (best === undefined) return missingRow(row, 'no peer is right');
  return resultRow({ ...row, ratios, ours: speeds[own], other: speeds[best], against: best });
}

function memoryRows({ peak, largePeak, growth }, rounds) {
  const peaks = rounds.map((round) => round[own].peak / 1e6);
  const largePeaks = rounds.map((round) => round.large.peak / 1e6);
  const ratios = rounds.map((_, round) => largePeaks[round] / peaks[round]);
  return [
    resultRow({ ...peak, ratios: peaks }),
    resultRow({ ...largePeak, ratios: largePeaks }),
    resultRow({ ...growth, ratios, ours: largePeaks, other: peaks }),
  ];
}
