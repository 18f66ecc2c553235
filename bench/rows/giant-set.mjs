import { countFault } from '../contenders.mjs';
import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

/**
 * One transaction set of 100 MB by `parseSegments`, every element read: its speed over that of one of 10 MB, which is streamed
 * as many times as makes the same bytes, so that both are as warm.
 */
export async function giantSet({ settings, data }) {
  const giant = data({ bytes: settings.giantBytes, oneSet: true });
  const small = data({ bytes: settings.giantBytes / settings.giantTimes, oneSet: true });
  const size = `${Math.round(giant.bytes / 1e6)} MB`;
  const speed = {
    name: `one set of ${size} by parseSegments, speed over that of a set of ${Math.round(small.bytes / 1e6)} MB`,
    compare: 'at least',
    goal: 0.8,
    unit: 'MB/s',
    against: 'the smaller one',
  };
  const memory = { name: `one set of ${size}, peak memory in MB`, compare: 'at most', goal: 90, unit: 'MB' };
  const askers = {
    small: () => segmentsOnce({ path: small.path, times: settings.giantTimes }),
    giant: () => segmentsOnce({ path: giant.path }),
  };
  const rounds = await interleaved(askers, settings.rounds);
  const faults = rounds.flatMap((round) => [
    round.small.fault ?? allCounted(round.small, small),
    round.giant.fault ?? allCounted(round.giant, giant),
  ]);
  const fault = faults.find((one) => one !== undefined);
  if (fault !== undefined) return { rows: [missingRow(speed, fault), missingRow(memory, fault)] };
  const ours = rounds.map((round) => giant.bytes / 1e6 / round.giant.seconds);
  const other = rounds.map((round) => (small.bytes / 1e6 / round.small.seconds) * settings.giantTimes);
  const ratios = ours.map((value, round) => value / other[round]);
  const peaks = rounds.map((round) => round.giant.peak / 1e6);
  return { rows: [resultRow({ ...speed, ratios, ours, other }), resultRow({ ...memory, ratios: peaks })] };
}

async function segmentsOnce(options) {
  const worker = await startWorker('own-jobs.mjs');
  const answer = await worker.ask('segments', options);
  await worker.end();
  return answer;
}

/** parseSegments shows the trailers too: nothing is hidden. */
function allCounted(answer, file) {
  return countFault('every segment', answer, file);
}
